import assert from "node:assert/strict";
import { ulid } from "ulid";
import { Refusal } from "../domain/errors.ts";
import { ROLES } from "../domain/permission.ts";
import { type ReasonCode } from "../domain/reasons.ts";
import { encodeCp932 } from "../formats/cp932.ts";
import { sysKeys } from "../kv/keys.ts";
import { wrapCommits } from "../kv/files/testing.ts";
import { allKeys, auditLog, eventually } from "./engine/test_tools.ts";
import { defineOperation } from "./operation.ts";
import { findOperation } from "./registry.ts";
import type { Submission } from "./service.ts";
import {
  ADMIN,
  type Company,
  type CompanyOptions,
  fileOf,
  openCompany,
  TENANT,
  testUser,
} from "./test_tools.ts";

const CSV = "社員番号,姓,名\r\n000001,年調,花子\r\n";
const IMPORT = { operation: "add_employees_to_group", group: "g1" };
const EXPORT = { operation: "download_request_statuses", group: "g1" };

/** A company whose jobs wait. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany({ idle: true, ...options });
  await c.group("g1", "本社");
  return c;
}

const refusal = (code: ReasonCode) => (error: unknown) => error instanceof Refusal && error.code === code;

/** Everything that both databases hold, but for the audit log, which tells refused attempts too. */
const everything = async (c: Company) => [
  (await allKeys(c.files.kv)).filter((key) => !/^t\/acme\/audit\/|^sys\/due\/\d+\/audit-acme$/.test(key)),
  await allKeys(c.files.blobKv),
];

/** Refuses `submission` with `code` and leaves both databases as they were. */
async function refuses(c: Company, submission: Partial<Submission>, code: ReasonCode, user = ADMIN) {
  const before = await everything(c);
  await assert.rejects(c.accept(submission, user), refusal(code), code);
  assert.deepEqual(await everything(c), before, code);
}

Deno.test("what needs no file is refused before its bytes are read, and nothing is stored", async () => {
  await using c = await company();
  const untouched = () => {
    const file = fileOf(CSV);
    const body = new ReadableStream<Uint8Array>({ pull: () => assert.fail("the file was read") }, {
      highWaterMark: 0,
    });
    return { ...file, body };
  };
  await refuses(c, { operation: "no_such", file: untouched() }, "unknown_operation");
  await refuses(c, { ...IMPORT, group: null, file: untouched() }, "bad_request");
  await refuses(c, { operation: "download_employee_list", group: "g1" }, "bad_request");
  await refuses(c, { ...IMPORT, group: "gone", file: untouched() }, "group_gone");
  await refuses(c, { ...IMPORT, key: "not a ulid", file: untouched() }, "bad_key");
  await refuses(c, { ...IMPORT, file: untouched() }, "forbidden", testUser("x", { role: "download" }));
  await refuses(c, IMPORT, "no_file");
});

Deno.test("who may start what: rows 10, 13 and 16 管理者, row 15 also 依頼の確定 and データダウンロード", async () => {
  await using c = await company();
  const started: Record<string, string[]> = {};
  for (const role of ROLES) {
    const user = testUser(role, { role });
    for (
      const [row, submission] of Object.entries({
        10: { operation: "download_employee_list" },
        13: { ...IMPORT, file: fileOf(CSV) },
        15: EXPORT,
        16: { ...EXPORT, group: null },
      })
    ) {
      const ok = await c.accept(submission, user).then(() => true, refusal("forbidden"));
      assert.ok(ok);
      const accepted = (await auditLog(c.files.kv))
        .filter(({ event, actor }) => event === "accepted" && actor?.id === role).length;
      started[role] ??= [];
      if (accepted > started[role].length) started[role].push(row);
    }
  }
  assert.deepEqual(started, {
    admin: ["10", "13", "15", "16"],
    confirm: ["15"],
    download: ["15"],
    check: [],
    none: [],
  });
});

Deno.test("a file that cannot be taken is refused with its reason, and no byte of it stays", async () => {
  await using c = await company();
  const bytes = (...list: number[]) => new Uint8Array(list);
  const cases: [ReturnType<typeof fileOf>, ReasonCode][] = [
    [fileOf(CSV, "従業員.xlsx"), "wrong_extension"],
    [fileOf(CSV, "csv"), "wrong_extension"],
    [fileOf(""), "empty_file"],
    [fileOf("\ufeff"), "empty_file"],
    [fileOf("\r\n\r\n"), "empty_file"],
    [fileOf(bytes(0xe3, 0x81, 0x0a, 0xff)), "not_decodable"],
    [fileOf(new Uint8Array([...new TextEncoder().encode(CSV), 0])), "not_decodable"],
    [fileOf("姓,名\n年調,花子\n"), "bad_header"],
    [fileOf("社員番号,社員番号\n1,2\n"), "bad_header"],
    [fileOf("社員番号,知らない列\n1,2\n"), "bad_header"],
    [fileOf('社員番号,"姓\n1,2\n'), "broken_csv"],
  ];
  for (const [file, code] of cases) await refuses(c, { ...IMPORT, file }, code);
});

Deno.test("a refused header is named column by column", async () => {
  await using c = await company();
  await assert.rejects(
    c.accept({ ...IMPORT, file: fileOf("姓,姓,備考\n") }),
    (error) => {
      assert.ok(error instanceof Refusal);
      assert.equal(
        error.params.problems,
        "「社員番号」の列がありません、「姓」の列が2つあります、「備考」は使えない項目名です",
      );
      return true;
    },
  );
});

Deno.test("an upload that ends in the middle leaves no byte, also of chunks that were under way", async () => {
  let underWay = 0;
  const broken: true[] = [];
  await using c = await company({
    chunks: (blobKv) =>
      wrapCommits(blobKv, async (commit) => {
        underWay++;
        // The chunks are late enough to come after a deletion that does not wait for them.
        if (broken.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
        const result = await commit();
        underWay--;
        return result;
      }),
  });
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent > 0 && underWay > 0) {
        broken.push(true);
        return controller.error(new Refusal("upload_broken"));
      }
      sent++;
      controller.enqueue(new TextEncoder().encode(CSV.repeat(2_000)));
    },
  });
  await refuses(c, { ...IMPORT, file: { ...fileOf(""), body } }, "upload_broken");
  await eventually(() => underWay === 0);
  assert.deepEqual([broken.length, await allKeys(c.files.blobKv)], [1, []]);
});

Deno.test("accepted is accepted: the job waits with its file, and the page says so", async () => {
  await using c = await company();
  const file = fileOf(encodeCp932(CSV).bytes, "../従業員:一覧.CSV");
  const { id, title, repeated } = await c.accept({ ...IMPORT, file });
  assert.deepEqual([title, repeated], ["本社の従業員情報の取り込み", false]);
  const { job } = await c.service.detail({ tenant: TENANT, user: ADMIN }, id);
  assert.deepEqual([job.status, job.statusLabel, job.message], ["running", "実行中", "順番待ちです。"]);
  const [artifact] = await Array.fromAsync(
    c.files.kv.list<{ state: string; name: string; purpose: string }>({
      prefix: ["t", TENANT.id, "artifact"],
    }),
  );
  const { state, name, purpose } = artifact!.value;
  assert.deepEqual([state, purpose, name.endsWith(".CSV"), name.includes("/")], [
    "ready",
    "input",
    true,
    false,
  ]);
});

Deno.test("the same form twice, one after the other or fifty at once, is one job with one file", async () => {
  await using c = await company();
  const key = ulid();
  const submission = () => ({ ...IMPORT, key, file: fileOf(CSV) });
  const answers = await Promise.all(Array.from({ length: 50 }, () => c.accept(submission())));
  answers.push(await c.accept(submission()));
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
  assert.equal(answers.filter(({ repeated }) => !repeated).length, 1);
  const artifacts = await allKeys(c.files.kv, ["t", TENANT.id, "artifact"]);
  assert.equal(artifacts.length, 1);
  assert.equal((await allKeys(c.files.blobKv)).length, 1);
  assert.equal((await allKeys(c.files.kv, sysKeys.opens())).length, 1);
});

Deno.test("the same key with another file, group or field is refused; where it came from does not count", async () => {
  await using c = await company();
  await c.group("g2", "工場");
  const key = ulid();
  const form = (more: Partial<Submission> = {}): Partial<Submission> => ({
    ...IMPORT,
    key,
    fields: [["return_to", "/groups/g1/requests"], ["mode", "a"]],
    file: fileOf(CSV),
    ...more,
  });
  const { id } = await c.accept(form());
  await refuses(c, form({ file: fileOf(CSV + "2,,\n") }), "key_reused");
  await refuses(c, form({ file: fileOf(CSV, "別名.csv") }), "key_reused");
  await refuses(c, form({ group: "g2" }), "key_reused");
  await refuses(c, form({ fields: [["mode", "b"]] }), "key_reused");
  const again = await c.accept(
    form({ fields: [["mode", "a"], ["return_to", "/elsewhere"], ["password", "x"]] }),
  );
  assert.deepEqual([again.id, again.repeated], [id, true]);
});

Deno.test("forms without a key are jobs of their own", async () => {
  await using c = await company();
  const ids = [await c.accept(EXPORT), await c.accept({ ...EXPORT, key: "" })].map(({ id }) => id);
  assert.equal(new Set(ids).size, 2);
});

Deno.test("an exclusive operation that is open is refused with the open job", async () => {
  const exclusive = (scope: "group" | "tenant") =>
    defineOperation({ ...findOperation(IMPORT.operation)!, kind: `test_${scope}`, exclusive: scope });
  await using c = await company({ operations: [exclusive("group"), exclusive("tenant")] });
  await c.group("g2", "工場");
  for (const [scope, elsewhere] of [["group", null], ["tenant", "already_open"]] as const) {
    const start = (group: string) => ({ operation: `test_${scope}`, group, file: fileOf(CSV) });
    const { id } = await c.accept(start("g1"));
    await refuses(c, start("g1"), "already_open");
    await assert.rejects(c.accept(start("g1")), (error) => (error as Refusal).params.job === id);
    if (elsewhere) await refuses(c, start("g2"), elsewhere);
    else await c.accept(start("g2"));
  }
});

Deno.test("a tenant with too many open jobs is asked to wait, and may go on when one has ended", async () => {
  await using c = await company({ means: { tenantOpenJobs: 3 } });
  const accepted = [];
  for (let i = 0; i < 3; i++) accepted.push(await c.accept(EXPORT));
  await refuses(c, { ...IMPORT, file: fileOf(CSV) }, "too_many_open");
  await c.service.cancel({ tenant: TENANT, user: ADMIN }, accepted[0]!.id);
  await c.accept(EXPORT);
});

Deno.test("the input lives as long as it should, and its record is due for that moment", async () => {
  await using c = await company({ means: { inputTtlMs: 5_000 } });
  await c.accept({ ...IMPORT, file: fileOf(CSV) });
  const [artifact] = await Array.fromAsync(
    c.files.kv.list<{ expiresAt: number; since: number }>({ prefix: ["t", TENANT.id, "artifact"] }),
  );
  assert.equal(artifact!.value.expiresAt - artifact!.value.since, 5_000);
});
