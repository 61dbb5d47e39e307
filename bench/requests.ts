/**
 * Mass changes of 依頼: row 29 on all of a group and row 28 by a CSV, beside a bare loop that writes the same.
 * `deno run -A bench/requests.ts [requests]`
 */
import { SAMPLE_PASSWORD } from "../sources/sample/logins.ts";
import { bareSend } from "./bare_requests.ts";
import { openRequestBench, ranSeconds } from "./requests_fixture.ts";
import { latency, peakMemory, row, seconds } from "./tools.ts";

const requests = Number(Deno.args[0] ?? 100_000);

/** Requests in a commit of row 29: five keys each. */
const IN_A_COMMIT = 49;

await using bench = await openRequestBench(requests, 4);
console.info("| what | ours | bare Deno KV, same run | target or share |\n|---|---|---|---|");
await measureSending();
await measureUpload();
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
  const bare = await bareOn(1);
  row(
    `row 29, ${requests.toLocaleString()} requests sent, each with history, mail and restore point`,
    `${perSecond(ran)} (${(bare / ran).toFixed(2)} of bare)`,
    perSecond(bare),
    "≥ 0.6 of bare",
  );
  row("memory above idle, row 29", `${memory.toFixed(0)} MB`, "–", "≤ 120 MB");
}

/** Seconds of the bare loop on one of the groups. */
function bareOn(group: number): Promise<number> {
  return seconds(() => bareSend(bench.path, bench.ref, bench.groups[group]!, IN_A_COMMIT));
}

/** Row 28 with a row for everybody of the third group, who is sent the request: what the bare loop writes. */
async function measureUpload(): Promise<void> {
  const line = (_: unknown, i: number) => `${bench.codeOf(2, i)},2\r\n`;
  const csv = `社員番号,依頼\r\n${Array.from({ length: requests }, line).join("")}`;
  let ran = 0;
  const memory = await peakMemory(async () => {
    const { status, message, ...times } = await bench.carryOut(2, {
      operation: "update_request_statuses",
      fields: [["password", SAMPLE_PASSWORD]],
      file: { name: "rows.csv", type: "text/csv", body: new Blob([csv]).stream() },
    });
    if (status !== "completed" || !message.startsWith(requests.toLocaleString())) throw new Error(message);
    ran = ranSeconds(times);
  });
  const bare = await bareOn(3);
  row(
    `row 28, ${requests.toLocaleString()} rows of a CSV, the same of each`,
    `${perSecond(ran)} (${(bare / ran).toFixed(2)} of bare)`,
    perSecond(bare),
    "≥ 0.6 of bare",
  );
  row("memory above idle, row 28", `${memory.toFixed(0)} MB`, "–", "≤ 120 MB");
}

function perSecond(time: number): string {
  return `${Math.round(requests / time).toLocaleString()} requests/s`;
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
