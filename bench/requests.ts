/**
 * Mass changes of 依頼: row 29 on all of a group, beside a bare loop that writes the same.
 * `deno run -A bench/requests.ts [requests]`
 */
import { bareSend } from "./bare_requests.ts";
import { openRequestBench, ranSeconds } from "./requests_fixture.ts";
import { latency, peakMemory, row, seconds } from "./tools.ts";

const requests = Number(Deno.args[0] ?? 100_000);

/** Requests in a commit of row 29: five keys each. */
const IN_A_COMMIT = 49;

await using bench = await openRequestBench(requests, 2);
console.info("| what | ours | bare Deno KV, same run | target or share |\n|---|---|---|---|");
await measureSending();
await measurePages();

/** Carries an operation out on everybody of the first group; seconds. */
async function onEverybody(operation: string): Promise<number> {
  const { status, message, progress, ...times } = await bench.carryOut(0, {
    operation,
    fields: [["all", "1"]],
  });
  if (status !== "completed" || progress.done !== requests) throw new Error(message);
  return ranSeconds(times);
}

async function measureSending(): Promise<void> {
  let ran = 0;
  const memory = await peakMemory(async () => void (ran = await onEverybody("send_requests")));
  const bare = await seconds(() => bareSend(bench.path, bench.ref, bench.groups[1]!, IN_A_COMMIT));
  const perSecond = (time: number) => `${Math.round(requests / time).toLocaleString()} requests/s`;
  row(
    `row 29, ${requests.toLocaleString()} requests sent, each with history, mail and restore point`,
    `${perSecond(ran)} (${(bare / ran).toFixed(2)} of bare)`,
    perSecond(bare),
    "≥ 0.6 of bare",
  );
  row("memory above idle, row 29", `${memory.toFixed(0)} MB`, "–", "≤ 120 MB");
}

/** A page of 依頼一覧, read again and again while everybody of its group is reminded. */
async function measurePages(): Promise<void> {
  const times: number[] = [];
  let over = false;
  const reminding = onEverybody("remind_requests").finally(() => over = true);
  while (!over) {
    times.push(1000 * await seconds(() => bench.readList(0)));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await reminding;
  row("依頼一覧 read while row 32 runs on its group, p50 / p99", latency(times), "–", "≤ 50 ms");
}
