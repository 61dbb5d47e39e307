import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import type { Submission } from "../jobs/service.ts";
import { withSubmission } from "./submission.ts";

function post(fields: [string, string | File][]): Request {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Request("http://localhost/background-jobs", { method: "POST", body: form });
}

/** The submission with its file read whole. */
function read(req: Request): Promise<Omit<Submission, "file"> & { file: unknown }> {
  return withSubmission(req, 1000, async ({ file, ...rest }) => ({
    ...rest,
    file: file && { ...file, body: await new Response(file.body).text() },
  }));
}

const refused = (what: string) => (error: unknown) =>
  error instanceof Refusal && error.code === "bad_request" && error.params.what === what;

Deno.test("operation, group and key are taken out, the rest stays in order", async () => {
  const form = post([
    ["ids", "2"],
    ["operation", "add_employees_to_group"],
    ["group", "g1"],
    ["ids", "1"],
    ["key", "01K"],
    ["file", new File(["社員番号\r\n"], "追加.csv", { type: "text/csv" })],
  ]);
  assert.deepEqual(await read(form), {
    operation: "add_employees_to_group",
    group: "g1",
    key: "01K",
    fields: [["ids", "2"], ["ids", "1"]],
    file: { name: "追加.csv", type: "text/csv", body: "社員番号\r\n" },
  });
});

Deno.test("an absent or empty group or key is none, and so is an empty file input", async () => {
  const expected = { operation: "a", group: null, key: null, fields: [], file: null };
  assert.deepEqual(await read(post([["operation", "a"], ["group", ""]])), expected);
  const input = new File([], "", { type: "application/octet-stream" });
  assert.deepEqual(await read(post([["operation", "a"], ["file", input]])), expected);
});

Deno.test("a form without a file may be url-encoded", async () => {
  const body = new URLSearchParams([["operation", "a"], ["list", "今年"]]);
  const req = new Request("http://localhost/", { method: "POST", body });
  assert.deepEqual((await read(req)).fields, [["list", "今年"]]);
});

Deno.test("a missing operation and a repeated operation, group or key are refused", async () => {
  await assert.rejects(read(post([["group", "g"]])), refused("操作"));
  await assert.rejects(read(post([["operation", "a"], ["operation", "b"]])), refused("操作"));
  await assert.rejects(
    read(post([["operation", "a"], ["group", "1"], ["group", "1"]])),
    refused("依頼グループ"),
  );
  await assert.rejects(
    read(post([["operation", "a"], ["key", "1"], ["key", "2"]])),
    refused("受付番号"),
  );
});

/** A form whose file has no end yet, as from a slow connection, and whether the rest of it was given up. */
function unfinished(fields: string): { req: Request; cancelled: () => boolean } {
  let cancelled = false;
  const head = `${fields}--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc`;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    cancel: () => void (cancelled = true),
  });
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  return {
    req: new Request("http://localhost/", { method: "POST", body, headers }),
    cancelled: () => cancelled,
  };
}

const OPERATION = '--b\r\nContent-Disposition: form-data; name="operation"\r\n\r\na\r\n';

Deno.test("a file that nobody reads is given up once the answer is known", async () => {
  const answered = unfinished(OPERATION);
  assert.equal(await withSubmission(answered.req, 1000, () => Promise.resolve("ok")), "ok");
  assert.ok(answered.cancelled());

  const refusing = unfinished(OPERATION);
  const refusal = new Refusal("forbidden");
  await assert.rejects(withSubmission(refusing.req, 1000, () => Promise.reject(refusal)), refusal);
  assert.ok(refusing.cancelled());

  const wrong = unfinished("");
  await assert.rejects(read(wrong.req), refused("操作"));
  assert.ok(wrong.cancelled());
});
