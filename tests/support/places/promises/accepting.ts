import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { auditLog } from "../../../../jobs/engine/test_tools.ts";
import { utf8Csv } from "../../csv.ts";
import { post, start, untilJob } from "../../jobs.ts";
import type { World } from "../world.ts";
import { recordOf, started, TENANT, untilEnded, untilRunning } from "./waiting.ts";

/** R1: the process dies as soon as it has answered. */
export async function whatIsAcceptedIsNeverLost(world: World) {
  const first = await world.start();
  const jobs = await Promise.all([1, 2, 3].map(() => started(first, "chaos_heavy_nothing")));
  await first.die();
  const second = await world.successor();
  for (const job of jobs) await untilEnded(second, job);
}

/** R1: a file that cannot be taken. */
export async function whatIsRefusedLeavesNothing(world: World) {
  const site = await world.start();
  const before = await keysOf(world);
  const file = { name: "違う.csv", bytes: utf8Csv([["知らない項目"], ["1"]]) };
  const group = await site.client.group("本社");
  const answer = await post(site.client, { operation: "add_employees_to_group", group, key: ulid(), file });
  strictEqual(answer.status, 422, await answer.text());
  deepStrictEqual(await keysOf(world), before);
}

/** All keys of customers, and all open jobs. */
async function keysOf({ kv }: World): Promise<string[]> {
  const keys = await Array.fromAsync(kv.list({ prefix: [] }), ({ key }) => key);
  return keys.filter(([root, what]) => root === "t" || what === "open").map((key) => key.join("/"));
}

/** R9: a company that has two jobs waiting does not stand before one that comes later with its first. */
export async function nextSlotIsTheNewcomers(world: World) {
  const site = await world.start();
  const first = await started(site, "chaos_wait");
  await untilRunning(world, site, first);
  const [second, third] = [
    await started(site, "chaos_heavy_nothing"),
    await started(site, "chaos_heavy_nothing"),
  ];
  const others = await start(site.other, { operation: "chaos_heavy_nothing", key: ulid() });
  await site.client.fetch(`/background-jobs/${first}/cancellation`, { method: "POST" });
  for (const job of [second, third]) await untilEnded(site, job);
  await untilJob(site.other, others);
  const startedAt = async (job: string, tenant: string) =>
    (await auditLog(world.kv, tenant)).find((entry) => entry.job === job && entry.event === "claimed")!.at;
  const [atSecond, atOthers] = [await startedAt(second, TENANT), await startedAt(others, "other")];
  strictEqual(atOthers <= atSecond, true, "the newcomer had to wait for a second job of the other company");
}

/** R10, R2: the same form at two processes at once is one job, which ends once. */
export async function sameFormTwiceIsOneJob(world: World) {
  const sites = [await world.start(), await world.start()];
  const form = { operation: "chaos_heavy_nothing", key: ulid() };
  const answers = await Promise.all([...sites, ...sites].map(({ client }) => start(client, form)));
  strictEqual(new Set(answers).size, 1);
  const [job] = answers;
  await untilEnded(sites[0]!, job!);
  const events = (await auditLog(world.kv, TENANT)).filter((entry) => entry.job === job).map(({ event }) =>
    event
  );
  deepStrictEqual(events.filter((event) => event !== "handed_back").sort(), [
    "accepted",
    "claimed",
    "finished",
  ]);
  strictEqual((await recordOf(world, job!)).open, null);
}
