import assert from "node:assert/strict";
import { enrol } from "./owner.ts";
import { overview } from "./overview.ts";
import { release } from "./lease.ts";
import { lose } from "./losses.ts";
import { acceptTest, claimTest, openStore, TENANT, testOrder } from "./test_tools.ts";

Deno.test("the overview tells a tenant's open jobs, who has them and what befell them, and nobody else's", async () => {
  using store = await openStore();
  const { kv, committer } = store;
  const owner = await enrol(committer, null);
  const [runs, later, queued] = [await acceptTest(store), await acceptTest(store), await acceptTest(store)];
  await acceptTest(store, { tenant: "other" });
  const lost = await claimTest(store, runs, "dead-owner");
  await lose(kv, committer, { ...lost, owner: "dead-owner" }, true);
  await claimTest(store, runs, owner.id);
  const waits = await claimTest(store, later, owner.id);
  await release(kv, committer, { ...waits, owner: owner.id }, { why: "waiting", delayMs: 60_000 });
  store.pass(5_000);
  await owner.beat();

  const seen = await overview(kv, TENANT);
  assert.equal(seen.open, 3);
  const line = (id: string) => {
    const { state, owner, attempt, losses } = seen.jobs.find((job) => job.id === id)!;
    return [state, owner, attempt, losses];
  };
  assert.deepEqual(line(runs), ["running", owner.id.slice(-6), 2, 1]);
  assert.deepEqual(line(later), ["later", null, 1, 0]);
  assert.deepEqual(line(queued), ["queued", null, 0, 0]);
  const [process, ...others] = seen.processes;
  assert.deepEqual([process!.id, process!.seenAt! - process!.startedAt, others], [
    owner.id.slice(-6),
    5_000,
    [],
  ]);
});

Deno.test("nothing in the overview is personal: no title, no actor, no group", async () => {
  using store = await openStore();
  const group = { id: "g", name: "山田さんのグループ" };
  await acceptTest(store, { title: "山田太郎の処理", order: testOrder({ group }) });
  assert.doesNotMatch(JSON.stringify(await overview(store.kv, TENANT)), /山田|alice/);
});
