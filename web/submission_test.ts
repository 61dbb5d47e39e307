import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { readSubmission } from "./submission.ts";

function post(fields: [string, string | File][]): Request {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Request("http://localhost/background-jobs", { method: "POST", body: form });
}

const refused = (what: string) => (error: unknown) =>
  error instanceof Refusal && error.code === "bad_request" && error.params.what === what;

Deno.test("operation, group and key are taken out, the rest stays in order", async () => {
  const { file, ...rest } = await readSubmission(
    post([
      ["ids", "2"],
      ["operation", "add_employees_to_group"],
      ["group", "g1"],
      ["ids", "1"],
      ["key", "01K"],
      ["file", new File(["社員番号\r\n"], "追加.csv", { type: "text/csv" })],
    ]),
    1000,
  );
  assert.deepEqual(rest, {
    operation: "add_employees_to_group",
    group: "g1",
    key: "01K",
    fields: [["ids", "2"], ["ids", "1"]],
  });
  assert.deepEqual([file!.name, file!.type], ["追加.csv", "text/csv"]);
  assert.equal(await new Response(file!.body).text(), "社員番号\r\n");
});

Deno.test("an absent or empty group or key is none, and so is an empty file input", async () => {
  const expected = { operation: "a", group: null, key: null, fields: [], file: null };
  assert.deepEqual(await readSubmission(post([["operation", "a"], ["group", ""]]), 1000), expected);
  const input = new File([], "", { type: "application/octet-stream" });
  assert.deepEqual(await readSubmission(post([["operation", "a"], ["file", input]]), 1000), expected);
});

Deno.test("a form without a file may be url-encoded", async () => {
  const body = new URLSearchParams([["operation", "a"], ["list", "今年"]]);
  const req = new Request("http://localhost/", { method: "POST", body });
  assert.deepEqual((await readSubmission(req, 1000)).fields, [["list", "今年"]]);
});

Deno.test("a missing operation and a repeated operation, group or key are refused", async () => {
  await assert.rejects(readSubmission(post([["group", "g"]]), 1000), refused("操作"));
  await assert.rejects(readSubmission(post([["operation", "a"], ["operation", "b"]]), 1000), refused("操作"));
  await assert.rejects(
    readSubmission(post([["operation", "a"], ["group", "1"], ["group", "1"]]), 1000),
    refused("依頼グループ"),
  );
  await assert.rejects(
    readSubmission(post([["operation", "a"], ["key", "1"], ["key", "2"]]), 1000),
    refused("受付番号"),
  );
});
