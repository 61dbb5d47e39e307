import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { ROLES } from "../../domain/permission.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, type DocumentKind } from "../../domain/request.ts";
import type { Collected } from "../../domain/declaration/collected.ts";
import { python, testWithPython } from "../../formats/test_tools.ts";
import { set } from "../../kv/commit.ts";
import { yearKeys } from "../../kv/keys.ts";
import {
  documentCompany,
  type DocumentPerson,
  downloadDocuments,
  pdfsOf,
} from "../documents/documents_fixture.ts";
import { allKeys, eventually, wrapCommitter } from "../engine/test_tools.ts";
import { codeOf, GROUP, idOf } from "../requests_fixture.ts";
import { cellsOf, type CompanyOptions, type Ended, TENANT, testUser } from "../test_tools.ts";

const [THIS, NEXT, BASIC, INSURANCE, LOAN] = DOCUMENT_KINDS as [
  DocumentKind,
  DocumentKind,
  DocumentKind,
  DocumentKind,
  DocumentKind,
];
const nameOf = (n: number, kind: DocumentKind) => `${codeOf(n)}_山田 花子_${DOCUMENT_LABELS[kind]}.pdf`;
const outcome = ({ job }: Ended) => [job.status, job.message];
const withoutLoan = (collected: Collected): Collected => ({ ...collected, housingLoan: null });

const errorsOf = async ({ files }: Ended) => {
  const csv = files.find(({ type }) => type.startsWith("text/csv"))!;
  return { name: csv.name, rows: await cellsOf(csv.bytes) };
};

const READ = `
import io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
json.dump([[i.filename, i.compress_type, list(i.date_time), z.read(i)[:5].decode()] for i in z.infolist()], sys.stdout)
`;

testWithPython(
  "one kind: a PDF of everybody who has it, stored in a ZIP of the group and the time",
  async () => {
    await using c = await documentCompany([{ has: [THIS, NEXT] }, { has: [NEXT] }, { has: [THIS] }]);
    const ended = await downloadDocuments(c, [THIS]);
    const { job, result, files } = ended;
    assert.equal(job.title, "本社の書類ダウンロード");
    assert.deepEqual(outcome(ended), ["completed", "2名分の書類を作成しました。"]);
    assert.deepEqual(result.details, [
      "2名分の書類を作成しました。",
      "今年の扶養控除等（異動）申告書：2件",
    ]);
    assert.deepEqual(job.progress, { done: 3, total: 3 });
    assert.deepEqual(files.map(({ name, type }) => [name, type]), [
      ["書類_本社_20261102100000.zip", "application/zip"],
    ]);
    const stored = 0;
    assert.deepEqual(JSON.parse(await python(READ, files[0]!.bytes)), [
      [nameOf(1, THIS), stored, [2026, 11, 2, 10, 0, 0], "%PDF-"],
      [nameOf(3, THIS), stored, [2026, 11, 2, 10, 0, 0], "%PDF-"],
    ]);
  },
);

Deno.test("several kinds: by employee, in the order of the dialog; each kind is counted", async () => {
  await using c = await documentCompany([{ has: [INSURANCE, THIS, LOAN] }, { has: [BASIC, LOAN] }]);
  const ended = await downloadDocuments(c, [LOAN, THIS, INSURANCE, BASIC]);
  assert.deepEqual(Object.keys(await pdfsOf(ended)), [
    nameOf(1, THIS),
    nameOf(1, INSURANCE),
    nameOf(1, LOAN),
    nameOf(2, BASIC),
    nameOf(2, LOAN),
  ]);
  assert.deepEqual(ended.result.details.slice(1), [
    "今年の扶養控除等（異動）申告書：1件",
    "基礎控除申告書 兼 配偶者控除等申告書 兼 所得金額調整控除申告書：1件",
    "給与所得者の保険料控除申告書：1件",
    "給与所得者の（特定増改築等）住宅借入金等特別控除申告書：2件",
  ]);
});

Deno.test("no kind is refused with what to do, an unknown one as a bad form", async () => {
  await using c = await documentCompany([{ has: [THIS] }]);
  const code = (fields: [string, string][]) =>
    c.accept({ operation: "download_documents", group: GROUP, fields }).then(
      () => null,
      (error) => error instanceof Refusal && [error.code, error.params.what],
    );
  assert.deepEqual(await code([]), ["nothing_chosen", "ダウンロードする書類"]);
  assert.deepEqual(await code([["documents", THIS], ["documents", "x"]]), [
    "bad_request",
    "ダウンロードする書類",
  ]);
});

Deno.test("nobody has any of them: エラー, and no file", async () => {
  await using c = await documentCompany([{ has: [NEXT] }, { has: [] }]);
  const ended = await downloadDocuments(c, [THIS, BASIC]);
  assert.equal(ended.job.status, "failed");
  assert.match(ended.job.message, /^作成する書類がありません。/);
  assert.deepEqual(ended.files, []);
  assert.deepEqual(c.logged, []);
});

Deno.test("somebody whose form cannot be filled is listed with the reason; all others are made", async () => {
  await using c = await documentCompany([
    { has: [THIS, LOAN] },
    { has: [THIS, LOAN], edit: withoutLoan, master: { lastName: "川田" } },
    { has: [LOAN] },
  ]);
  const ended = await downloadDocuments(c, [THIS, LOAN]);
  assert.equal(ended.job.status, "completed_with_errors");
  assert.match(ended.job.message, /^3名分の書類を作成しました。1件はエラーです（/);
  assert.deepEqual(Object.keys(await pdfsOf(ended)), [
    nameOf(1, THIS),
    nameOf(1, LOAN),
    nameOf(2, THIS).replace("山田", "川田"),
    nameOf(3, LOAN),
  ]);
  const { name, rows } = await errorsOf(ended);
  assert.equal(name, "本社の書類ダウンロード_エラー.csv");
  assert.deepEqual(rows[0], ["社員番号", "姓", "名", "エラー内容"]);
  assert.deepEqual(rows.slice(1).map((row) => row.slice(0, 3)), [[codeOf(2), "川田", "花子"]]);
  assert.match(rows[1]![3]!, /住宅借入金等/);
  assert.deepEqual(ended.result.errors.map(({ line, key }) => [line, key]), [[null, codeOf(2)]]);
});

Deno.test("nothing can be made: the reasons alone, and no empty ZIP", async () => {
  await using c = await documentCompany([{ has: [LOAN], edit: withoutLoan }]);
  const ended = await downloadDocuments(c, [LOAN]);
  assert.equal(ended.job.status, "completed_with_errors");
  assert.deepEqual(ended.files.map(({ name }) => name), ["本社の書類ダウンロード_エラー.csv"]);
});

Deno.test("somebody whose data cannot be read does not keep the others; the log has the reason, and no name", async () => {
  await using c = await documentCompany([{ has: [THIS] }, { has: [THIS] }, { has: [THIS] }]);
  const key = yearKeys.declaration(TENANT.id, TENANT.year, idOf(2));
  await c.committer.commit({ checks: [], mutations: [set(key, { v: 2, lastName: "山田" })] });
  const ended = await downloadDocuments(c, [THIS]);
  assert.deepEqual(Object.keys(await pdfsOf(ended)), [nameOf(1, THIS), nameOf(3, THIS)]);
  const { rows } = await errorsOf(ended);
  assert.equal(rows[1]![0], codeOf(2));
  assert.match(rows[1]![3]!, /読み取れないものがあります.+番号 [0-9A-Z]{8} をお知らせください/);
  assert.equal(c.logged.length, 1);
  assert.doesNotMatch(c.logged.join(), /山田/);
});

Deno.test("characters that the font lacks: the PDF is made, and they are told with document and place", async () => {
  const rare = "\u{2A6D6}";
  const edit = ({ declaration, ...rest }: Collected): Collected => ({
    ...rest,
    declaration: { ...declaration, self: { ...declaration.self, lastName: rare } },
  });
  await using c = await documentCompany([{ has: [THIS] }, { has: [THIS], edit }]);
  const ended = await downloadDocuments(c, [THIS]);
  assert.equal(Object.keys(await pdfsOf(ended)).length, 2);
  assert.match(
    ended.job.message,
    /^2名分の書類を作成しました。1件はエラーです（印刷できない文字を「〓」にしました：1件）。$/,
  );
  const { rows } = await errorsOf(ended);
  assert.equal(rows.length, 2);
  assert.ok(rows[1]![3]!.includes(`${DOCUMENT_LABELS[THIS]}の氏名「${rare}」`), rows[1]![3]!);
});

Deno.test("a long 氏名 is cut, the 書類名 never", async () => {
  const long = { lastName: "長".repeat(50), firstName: "名".repeat(50) };
  await using c = await documentCompany([{ has: [THIS, LOAN], master: long }]);
  const names = Object.keys(await pdfsOf(await downloadDocuments(c, [THIS, LOAN])));
  assert.deepEqual(names.map((name) => [name.startsWith("000001_長長"), name.split("_").at(-1)]), [
    [true, `${DOCUMENT_LABELS[THIS]}.pdf`],
    [true, `${DOCUMENT_LABELS[LOAN]}.pdf`],
  ]);
});

Deno.test("a role with a range gets its people alone; filters of the page do not narrow it", async () => {
  await using c = await documentCompany([
    { has: [THIS], master: { department: "営業部" } },
    { has: [THIS], master: { department: "総務部" } },
  ]);
  const range = { kind: "condition" as const, departments: ["総務部"], employmentTypes: [] };
  const user = await c.user(testUser("range", { role: "download", range, employeeCode: codeOf(2) }));
  assert.deepEqual(Object.keys(await pdfsOf(await downloadDocuments(c, [THIS], user))), [nameOf(2, THIS)]);
  const fields: [string, string][] = [["documents", THIS], ["q", "nobody"]];
  const { id } = await c.accept({ operation: "download_documents", group: GROUP, fields });
  assert.equal(Object.keys(await pdfsOf(await c.ended(id))).length, 2);
});

Deno.test("管理者, 依頼の確定 and データダウンロード may", async () => {
  await using c = await documentCompany([{ has: [THIS] }]);
  const may: string[] = [];
  for (const role of ROLES) {
    const user = await c.user(testUser(role, { role }));
    const fields: [string, string][] = [["documents", THIS]];
    await c.accept({ operation: "download_documents", group: GROUP, fields }, user).then(
      () => may.push(role),
      (error) => assert.ok(error instanceof Refusal && error.code === "forbidden", String(error)),
    );
  }
  assert.deepEqual(may, ["admin", "confirm", "download"]);
});

Deno.test("同じ内容で再実行 makes them again", async () => {
  await using c = await documentCompany([{ has: [THIS, NEXT] }]);
  const { job } = await downloadDocuments(c, [NEXT]);
  const asker = { tenant: TENANT, user: testUser("admin") };
  const { id } = await c.service.rerun(asker, job.id, null);
  assert.deepEqual(Object.keys(await pdfsOf(await c.ended(id))), [nameOf(1, NEXT)]);
});

Deno.test("中断 is heard between two documents of one batch, and leaves nothing of them", async () => {
  const people = Array.from({ length: 20 }, () => ({ has: DOCUMENT_KINDS }));
  await using c = await documentCompany(people);
  const fields = DOCUMENT_KINDS.map((kind): [string, string] => ["documents", kind]);
  const { id } = await c.accept({ operation: "download_documents", group: GROUP, fields });
  const asker = { tenant: TENANT, user: testUser("admin") };
  // The first commit of the job begins its ZIP: a document is drawn.
  await eventually(async () => {
    c.engine.ring();
    return (await allKeys(c.files.blobKv)).length > 0;
  });
  await c.service.cancel(asker, id);
  const { job, files } = await c.ended(id);
  assert.deepEqual([job.status, job.progress.done, files], ["cancelled", 0, []]);
  await eventually(async () => {
    c.engine.ring();
    return (await allKeys(c.files.blobKv)).length === 0;
  });
  assert.deepEqual(c.logged, []);
});

/** More than one batch, in which there are somebody without a document, and somebody whose form fails. */
const CROWD: readonly DocumentPerson[] = Array.from({ length: 24 }, (_, i) => {
  if (i === 3) return { has: [LOAN], edit: withoutLoan };
  return { has: i % 3 === 0 ? [INSURANCE] : [] };
});

/** What comes of it when the worker dies at its commit number `at`, before it is written or after; null: it makes fewer. */
async function afterDeath(at: number, written: boolean) {
  let n = 0;
  let die = () => {};
  const dead = new Promise<never>(() => {});
  const options: CompanyOptions = {
    sealAfterMs: -1,
    committerOfWorkers: (committer) =>
      wrapCommitter(committer, async (_, commit) => {
        if (n++ !== at) return await commit();
        if (written) await commit();
        die();
        return await dead;
      }),
  };
  await using c = await documentCompany(CROWD, options);
  die = c.breakWorkers;
  const found = told(await downloadDocuments(c, [INSURANCE, LOAN]));
  return n > at ? found : null;
}

const told = ({ job, result, files }: Ended) => ({
  message: job.message,
  details: result.details,
  errors: result.errors,
  files,
});

Deno.test("at whatever commit its worker dies, the files are byte by byte those of a clean run", async () => {
  await using c = await documentCompany(CROWD);
  const clean = told(await downloadDocuments(c, [INSURANCE, LOAN]));
  for (const written of [false, true]) {
    let at = 0;
    for (;; at++) {
      const found = await afterDeath(at, written);
      if (found === null) break;
      assert.deepEqual(found, clean, `commit ${at}`);
    }
    assert.ok(at >= 6, "both batches are sealed");
  }
});
