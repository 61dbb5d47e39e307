import { ok, strictEqual } from "node:assert/strict";
import type { App } from "../support/app.ts";
import { type Seeded, seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { stranger } from "../support/client.ts";
import { csvRecord } from "../../formats/csv_write.ts";
import { claim, run, untilJob } from "../support/jobs.ts";
import { HEADER } from "../support/members_csv.ts";

/** R13: what a large file costs more than a small one. */
const MB = 1024 * 1024;
/** Half of the file. What the collector leaves lying makes most of it: 1,500 MB take no more (measured). */
const MORE_AT_MOST_MB = 250;

/** The most memory that a process ever had, in MB. */
function peak({ pid }: App): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(Deno.readTextFileSync(`/proc/${pid}/status`))!;
  return Number(kilobytes) / 1024;
}

/** Writes an attachment of this size and fetches it. */
const export_ = exporting("chaos_large");
/** The same of a ZIP, so much before it is packed; it is sealed on its way, and packed from what is sealed. */
const zip = exporting("chaos_zip");

function exporting(operation: string) {
  return (seeded: Seeded, bytes: number) => fetched(operation, seeded, bytes);
}

async function fetched(operation: string, seeded: Seeded, bytes: number): Promise<number> {
  await using app = await startChaos({
    from: seeded.dir,
    env: { CHAOS_LARGE_BYTES: String(bytes), CHAOS_SEAL_AFTER_MS: "2000" },
  });
  const client = stranger(app, "localhost", seeded.cookie);
  const { id, status, attachments } = await run(stubborn(app, seeded.cookie), { operation });
  strictEqual(status, "completed");
  const answer = await client.fetch((await claim(client, id)).headers.get("location")!);
  let size = 0;
  for await (const piece of answer.body!) size += piece.length;
  strictEqual(size, attachments[0]!.size);
  return peak(app);
}

/** Uploads a CSV of this size as a browser does, with its length told, and lets its import begin. */
async function import_(seeded: Seeded, bytes: number): Promise<number> {
  const env = { MAX_UPLOAD_BYTES: String(2 * bytes), MAX_UPLOAD_ROWS: "100000000" };
  await using app = await startChaos({ from: seeded.dir, env });
  const admin = stubborn(app, seeded.cookie);
  const group = await admin.group("本社");
  const [, id] = /"id":"([^"]+)"/.exec(await upload(app, seeded.cookie, group, bytes))!;
  // Only that it gets through the file: what it would do with the rows is another test's.
  await untilJob(admin, id!, ({ status, progress }) => status !== "running" || progress.done > 0);
  return peak(app);
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Sends the form over a connection of its own: fetch sends a stream without its length. */
async function upload({ port }: App, cookie: string, group: string, bytes: number): Promise<string> {
  const boundary = "----nencho";
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const before = encode(
    field("operation", "add_employees_to_group") + field("group", group) +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${
        csvRecord(HEADER)
      }`,
  );
  const row = encode(csvRecord(["999999", "x".repeat(500), ""]));
  const rows = Math.ceil(bytes / row.length);
  const after = encode(`--${boundary}--\r\n`);
  using connection = await Deno.connect({ hostname: "localhost", port });
  const writer = connection.writable.getWriter();
  await writer.write(encode(
    `POST /background-jobs HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: application/json\r\n` +
      `Cookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\n` +
      `Content-Length: ${before.length + rows * row.length + 2 + after.length}\r\nConnection: close\r\n\r\n`,
  ));
  await writer.write(before);
  for (let n = 0; n < rows; n++) await writer.write(row);
  await writer.write(encode("\r\n"));
  await writer.write(after);
  return await new Response(connection.readable).text();
}

for (const [what, work] of Object.entries({ "an attachment": export_, "a ZIP": zip, "an upload": import_ })) {
  Deno.test({
    name: `${what} of 500 MB takes a bounded amount of memory more than one of 1 MB`,
    ignore: Deno.build.os !== "linux",
    async fn() {
      await using seeded = await seededFolder();
      const [small, large] = [await work(seeded, MB), await work(seeded, 500 * MB)];
      const told = `${what}: ${small.toFixed()} and ${large.toFixed()} MB`;
      console.info(told);
      ok(large - small <= MORE_AT_MOST_MB, told);
    },
  });
}
