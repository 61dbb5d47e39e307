import assert from "node:assert/strict";
import { logText } from "../../domain/log.ts";
import { overheard } from "../../kv/commit.ts";
import { cancel } from "./cancel.ts";
import { release } from "./lease.ts";
import { jobLog } from "./job_log.ts";
import { acceptTest, ALICE, claimTest, openStore, TENANT } from "./test_tools.ts";

Deno.test("the log follows a job by ids and numbers; no title, no name, no address", async () => {
  using store = await openStore();
  const lines: string[] = [];
  const committer = overheard(
    store.committer,
    jobLog((_, event, facts) => void lines.push(logText(event, facts))),
  );
  const counted = { kv: store.kv, committer };
  const job = await acceptTest(counted, { title: "山田太郎の処理" });
  await claimTest(counted, job, "me");
  await release(store.kv, committer, { tenant: TENANT, job, owner: "me", token: null }, { why: "stopped" });
  await claimTest(counted, job, "me");
  await cancel(store.kv, committer, { tenant: TENANT, job, by: ALICE });
  assert.deepEqual(lines, [
    `job accepted tenant=acme job=${job} kind=test`,
    `job claimed tenant=acme job=${job} attempt=1 owner=me`,
    `job handed back tenant=acme job=${job} attempt=1 owner=me losses=0`,
    `job claimed tenant=acme job=${job} attempt=1 owner=me`,
    `job ended tenant=acme job=${job} attempt=1 kind=test status=cancelled done=0 errors=0`,
    `job cancelled tenant=acme job=${job} attempt=1 done=0`,
  ]);
});
