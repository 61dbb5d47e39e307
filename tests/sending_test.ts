import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { type Client, signIn, stranger } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { post, start, untilJob } from "./support/jobs.ts";
import { HEADER } from "./support/members_csv.ts";
import { sharedApp } from "./support/shared.ts";
import { leavesNothing, storedKeys } from "./support/stored.ts";
import { until } from "./support/until.ts";

const MAX_BYTES = 1_000_000;
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60", MAX_UPLOAD_BYTES: String(MAX_BYTES) } });

const KIND = "add_employees_to_group";
const FILE = { name: "追加.csv", bytes: utf8Csv([HEADER, ["999999", "", ""]]) };

async function ids(client: Client): Promise<string[]> {
  return (await client.jobs()).jobs.map(({ id }) => id);
}

async function codeOf(answer: Response): Promise<string> {
  return (await answer.json()).error.code;
}

Deno.test("the same form sent eight times at once is one job", async () => {
  const admin = await signIn(shared.app, "admin");
  const group = await admin.group("本社");
  const before = await ids(admin);
  const what = { operation: KIND, group, key: ulid(), file: FILE };
  const answers = await Promise.all(Array.from({ length: 8 }, () => start(admin, what)));
  const [id] = answers;
  strictEqual(new Set(answers).size, 1);
  deepStrictEqual(await ids(admin), [id, ...before]);
  await untilJob(admin, id!);
  strictEqual(await start(admin, what), id, "also when it has ended");
});

Deno.test("a key does not stand for another file, nor for another person", async () => {
  const admin = await signIn(shared.app, "admin");
  const group = await admin.group("本社");
  const what = { operation: KIND, group, key: ulid(), file: FILE };
  const first = await start(admin, what);
  await untilJob(admin, first);
  const other = { ...what, file: { ...FILE, bytes: utf8Csv([HEADER, ["999998", "", ""]]) } };
  const answer = await leavesNothing(shared.app, () => post(admin, other));
  strictEqual(answer.status, 422);
  strictEqual(await codeOf(answer), "key_reused");

  const download = { operation: "download_request_statuses", group, key: ulid() };
  const mine = await start(admin, download);
  const colleagues = await start(await signIn(shared.app, "download"), download);
  ok(mine !== colleagues);
  await untilJob(admin, mine);
  await untilJob(admin, colleagues);
});

/** The bytes of a form whose file never ends, cut at `length`. */
function unfinishedForm(group: string): { type: string; head: Uint8Array } {
  const boundary = "----unfinished";
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = field("operation", KIND) + field("group", group) +
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n` +
    `content-type: text/csv\r\n\r\n${HEADER.join(",")}\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, head: new TextEncoder().encode(head) };
}

async function chunks(): Promise<number> {
  const keys = await storedKeys(shared.app);
  return keys.filter((key) => key.startsWith("nencho-blobs.db: t/sample/chunk/")).length;
}

Deno.test("an upload whose connection breaks leaves nothing", async () => {
  const { app } = shared;
  const admin = await signIn(app, "admin");
  const { type, head } = unfinishedForm(await admin.group("本社"));
  const rows = new TextEncoder().encode("000001,,\r\n".repeat(90_000));
  const before = await ids(admin);
  const chunksBefore = await chunks();
  await leavesNothing(app, async () => {
    const connection = await Deno.connect({ hostname: "localhost", port: app.port });
    const start = [
      "POST /background-jobs HTTP/1.1",
      `host: localhost:${app.port}`,
      `cookie: ${admin.cookie}`,
      "accept: application/json",
      `content-type: ${type}`,
      `content-length: ${head.length + rows.length + 1_000}`,
      "\r\n",
    ].join("\r\n");
    const { writable } = connection;
    const writer = writable.getWriter();
    for (const bytes of [new TextEncoder().encode(start), head, rows]) await writer.write(bytes);
    writer.releaseLock();
    await until("part of the file is stored", async () => await chunks() > chunksBefore);
    connection.close();
  });
  deepStrictEqual(await ids(admin), before);
});

Deno.test("a file past the limit is refused though nobody said how long it is", async () => {
  const admin = await signIn(shared.app, "admin");
  const { type, head } = unfinishedForm(await admin.group("本社"));
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = sent === 0 ? head : new TextEncoder().encode("000001,,\r\n".repeat(5_000));
      sent += piece.length;
      controller.enqueue(piece);
    },
  });
  const answer = await leavesNothing(
    shared.app,
    () =>
      admin.fetch("/background-jobs", { method: "POST", headers: { "content-type": type }, body: endless }),
  );
  strictEqual(answer.status, 413);
  strictEqual(await codeOf(answer), "too_large");
  ok(sent < 20 * MAX_BYTES, `took ${sent} bytes`);
});

Deno.test("what is no form, or a broken one, is a 400", async () => {
  const admin = await signIn(shared.app, "admin");
  const bodies: [string, string][] = [
    ["application/json", '{"operation":"download_employee_list"}'],
    ["multipart/form-data", "no boundary"],
    ["multipart/form-data; boundary=x", '--x\r\ncontent-disposition: form-data; name="operation"\r\n\r\nabc'],
    ["multipart/form-data; boundary=x", "--x--\r\n"],
  ];
  for (const [type, body] of bodies) {
    const answer = await leavesNothing(
      shared.app,
      () => admin.fetch("/background-jobs", { method: "POST", headers: { "content-type": type }, body }),
    );
    strictEqual(answer.status, 400, type);
    match(await codeOf(answer), /^(bad_request|upload_broken)$/);
  }
});

Deno.test("what another site sent is refused, whatever it carries", async () => {
  const admin = await signIn(shared.app, "admin");
  const send = (headers: Record<string, string>, path = "/background-jobs") => {
    const body = new FormData();
    body.append("operation", "download_employee_list");
    return leavesNothing(shared.app, () => admin.fetch(path, { method: "POST", headers, body }));
  };
  const foreign: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://other.localhost:8000" },
    { origin: "null" },
    { accept: "*/*" },
  ];
  for (const headers of foreign) {
    const answer = await send(headers);
    strictEqual(answer.status, 403, JSON.stringify(headers));
    await answer.body?.cancel();
  }
  for (const path of ["/login", "/logout", "/settings/accounts"]) {
    const answer = await send({ "sec-fetch-site": "cross-site" }, path);
    strictEqual(answer.status, 403, path);
    await answer.body?.cancel();
  }
});

Deno.test("who is not signed in starts nothing", async () => {
  const answer = await leavesNothing(
    shared.app,
    () => post(stranger(shared.app), { operation: "download_employee_list" }),
  );
  strictEqual(answer.status, 401);
  strictEqual(await codeOf(answer), "not_signed_in");
});
