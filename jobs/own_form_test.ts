import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import { allKeys, eventually } from "./engine/test_tools.ts";
import type { DatInput } from "./input.ts";
import type { Job, Outcome } from "./job.ts";
import type { OperationSpec } from "./operation.ts";
import {
  ADMIN,
  cellsOf,
  type Company,
  fileOf,
  openCompany,
  PASSWORD,
  person,
  TENANT,
  testOperation,
} from "./test_tools.ts";

/** A company with one more operation, `test`. */
async function company(more: Partial<OperationSpec>, run: (job: Job) => Promise<Outcome>): Promise<Company> {
  return await openCompany({ operations: [testOperation(run, more)] });
}

const refusal = (code: ReasonCode) => (error: unknown) => error instanceof Refusal && error.code === code;

const DONE: Outcome = { status: "completed", message: "終わりました。", details: [] };

const DAT: DatInput = {
  type: "dat",
  extension: ".dat",
  description: "固定長のファイル",
  check: (head) => head[0] === 0x21 ? null : new Refusal("bad_request", { what: "形式" }),
};

const FORMAT = {
  type: "choice" as const,
  name: "format",
  legend: "形式",
  choices: [{ value: "dat", label: "DAT" }, { value: "none", label: "なし" }],
};

Deno.test("a password is asked for before anything is stored, and never stored", async () => {
  await using c = await company({ password: true }, () => Promise.resolve(DONE));
  const before = await allKeys(c.files.kv);
  for (const fields of [[], [["password", "wrong"]]] as [string, string][][]) {
    await assert.rejects(c.accept({ operation: "test", fields }), refusal("wrong_password"));
  }
  const kept = (keys: string[]) => keys.filter((key) => !key.includes("audit"));
  assert.deepEqual(kept(await allKeys(c.files.kv)), kept(before));
  const { id } = await c.accept({ operation: "test", fields: [["password", PASSWORD]] });
  await c.ended(id);
  const values = await Array.fromAsync(c.files.kv.list({ prefix: [] }), ({ value }) => JSON.stringify(value));
  assert.ok(!values.some((value) => value?.includes(PASSWORD)));
  const again = { tenant: TENANT, user: ADMIN };
  await assert.rejects(c.service.rerun(again, id, null, "wrong"), refusal("wrong_password"));
  assert.ok((await c.service.rerun(again, id, null, PASSWORD)).id);
});

Deno.test("the choice decides the file; a file of other bytes is turned away and leaves nothing", async () => {
  let seen = "";
  await using c = await company(
    { fields: [FORMAT], input: { by: "format", of: { dat: DAT } } },
    async (job) => {
      const bytes = await Array.fromAsync(job.bytes());
      seen = `${job.options.format} ${new TextDecoder().decode(bytes[0])}`;
      return DONE;
    },
  );
  const dat = (text: string, name = "保険.DAT") => ({
    operation: "test",
    fields: [["format", "dat"]] as [string, string][],
    file: fileOf(text, name),
  });
  const before = await allKeys(c.files.blobKv);
  await assert.rejects(c.accept(dat("xyz")), refusal("bad_request"));
  await assert.rejects(c.accept(dat("!yz", "保険.csv")), refusal("wrong_extension"));
  await assert.rejects(c.accept(dat("")), refusal("empty_file"));
  assert.deepEqual(await allKeys(c.files.blobKv), before);
  assert.equal((await c.ended((await c.accept(dat("!yz"))).id)).job.status, "completed");
  assert.equal(seen, "dat !yz");
});

Deno.test("an input that is not kept is shredded with the end of its job", async () => {
  await using c = await company({ input: DAT, keepInput: "at_end", rerun: "never" }, async (job) => {
    for await (const _ of job.bytes());
    return DONE;
  });
  const { id } = await c.accept({ operation: "test", file: fileOf("!secret", "x.dat") });
  assert.ok((await allKeys(c.files.blobKv)).length > 0);
  await c.ended(id);
  await eventually(async () => {
    c.pass(1000);
    c.engine.ring();
    return (await allKeys(c.files.blobKv)).length === 0;
  });
});

const refuseAll = async (job: Job): Promise<Outcome> => {
  await job.apply(["000001", "000002", "x"].map((key, line) => ({ line, key })), {
    guards: [],
    read: (units) => Promise.resolve(units.map(() => null)),
    change: () => ({ refuse: "account_missing" }),
  });
  return job.summary({ done: {} });
};

Deno.test("without an uploaded CSV the refused are named by 社員番号 and 姓名", async () => {
  await using c = await company({}, refuseAll);
  await c.group("g1", "本社");
  await c.members("g1", [person("000002", { lastName: "=髙橋" })]);
  const { files: [file] } = await c.ended((await c.accept({ operation: "test" })).id);
  const why = "アカウントが未設定です。基本機能でアカウントを設定してから、やり直してください。";
  assert.equal(file?.name, "試験の処理_エラー.csv");
  assert.deepEqual(await cellsOf(file!.bytes), [
    ["社員番号", "姓", "名", "エラー内容"],
    ["000001", "", "", why],
    ["000002", "'=髙橋", "花子", why],
    ["x", "", "", why],
  ]);
});

Deno.test("an operation may tell its refused units in a table of its own", async () => {
  const errorFile: OperationSpec["errorFile"] = {
    name: "結果.csv",
    table: (_job, refused) => ({
      header: ["番号", "内容"],
      encoding: "shift_jis",
      rows: (async function* () {
        for await (const batch of refused) yield batch.map(({ line, key }) => [String(line), key]);
      })(),
    }),
  };
  await using c = await company({ errorFile }, refuseAll);
  const { files: [file] } = await c.ended((await c.accept({ operation: "test" })).id);
  assert.deepEqual([file?.name, file?.type], ["結果.csv", "text/csv; charset=shift_jis"]);
  assert.deepEqual((await cellsOf(file!.bytes, "shift_jis")).slice(1), [["0", "000001"], ["1", "000002"], [
    "2",
    "x",
  ]]);
});
