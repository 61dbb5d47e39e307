import assert from "node:assert/strict";
import { CONTEXT, contract } from "../../domain/forms/forms_fixture.ts";
import { type Range, ROLES } from "../../domain/permission.ts";
import { REQUEST_STATUSES } from "../../domain/request.ts";
import { Refusal } from "../../domain/errors.ts";
import { type Contract, NO_INSURANCE } from "../../domain/insurance.ts";
import { bookmarksIn, infoIn, pagesIn } from "../../formats/pdf/test_tools.ts";
import { commitChange } from "../../kv/guarded.ts";
import { wrapCommitter } from "../engine/test_tools.ts";
import { type Asked, download, HEAD, rowsOf, SHOP, take, twoGroups } from "../lists/download_fixture.ts";
import { findOperation } from "../registry.ts";
import { type Company, type CompanyOptions, testUser } from "../test_tools.ts";

const KIND = "download_mounting_sheets";
const TITLE = "生命保険等証明書原本の台紙";
const NOBODY =
  "作成する書類がありません。この依頼グループに、「回答済み」「再回答」「確定」で、台紙に貼る証明書の原本がある従業員がいません。";

/** Somebody who has answered, with so many certificates on paper. */
async function insured(
  c: Company,
  group: string,
  code: string,
  count: number,
  more: Asked & { contract?: Partial<Contract> } = {},
): Promise<void> {
  await take(c, group, code, { request: { status: "answered" }, ...more });
  const contracts = Array.from(
    { length: count },
    (_, n) => contract({ id: `${n}`, policyNumber: `${n}`, ...more.contract }),
  );
  await commitChange(c.files.kv, c.committer, {
    guards: [c.stores.members.guard(group)],
    async compute() {
      const [member] = await c.stores.members.byCodes([code]);
      return c.stores.insurance.put(member!, { ...NO_INSURANCE, contracts });
    },
  });
}

/** Three people of 本社, the last with two sheets, and one of another group. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await twoGroups(options);
  await insured(c, HEAD, "000003", 11);
  await insured(c, HEAD, "000001", 1);
  await insured(c, HEAD, "000002", 2, { master: { department: "総務部" } });
  await insured(c, SHOP, "000009", 1);
  return c;
}

Deno.test("one PDF of the group, by 社員番号, with a bookmark an employee", async () => {
  await using c = await company();
  const { masters } = c.stores;
  await commitChange(c.files.kv, c.committer, {
    guards: [masters.guard()],
    compute: () => Promise.resolve(masters.putCompany(CONTEXT.company!)),
  });
  const { job, result, files: [file, ...others] } = await download(c, KIND, HEAD);
  assert.deepEqual(others, []);
  assert.deepEqual([job.title, job.status, job.message], [
    `本社${TITLE}`,
    "completed",
    `3名分の${TITLE}を作成しました。`,
  ]);
  assert.deepEqual(job.progress, { done: 3, total: 3 });
  assert.deepEqual(result.details, [job.message]);
  assert.deepEqual([file!.name, file!.type], [`${TITLE}_本社_20261102100000.pdf`, "application/pdf"]);
  assert.deepEqual(bookmarksIn(file!.bytes), ["000001 山田 花子", "000002 山田 花子", "000003 山田 花子"]);
  assert.equal(pagesIn(file!.bytes), 4, "eleven certificates need a second sheet");
  assert.deepEqual([infoIn(file!.bytes, "Title"), infoIn(file!.bytes, "Author")], [
    `本社 ${TITLE}`,
    CONTEXT.company!.name,
  ]);
});

Deno.test("who is 回答済み, 再回答 or 確定 and has an original that goes on it", async () => {
  await using c = await twoGroups();
  for (const [n, status] of REQUEST_STATUSES.entries()) {
    await insured(c, HEAD, `00000${n}`, 1, { request: { status } });
  }
  await insured(c, HEAD, "000010", 0);
  await insured(c, HEAD, "000011", 1, { contract: { electronic: true } });
  await insured(c, HEAD, "000012", 1, { contract: { source: "group" } });
  const { files: [file] } = await download(c, KIND, HEAD);
  const codes = bookmarksIn(file!.bytes).map((bookmark) => REQUEST_STATUSES[Number(bookmark.slice(0, 6))]);
  assert.deepEqual(codes.sort(), ["answered", "confirmed", "reanswered"]);
});

Deno.test("nobody has one: エラー, which says so, and no file", async () => {
  await using c = await twoGroups();
  await insured(c, HEAD, "000001", 1, { request: { status: "answering" } });
  for (const group of [HEAD, SHOP]) {
    const { job, files } = await download(c, KIND, group);
    assert.deepEqual([job.status, job.message, files], ["failed", NOBODY, []]);
  }
});

Deno.test("the range of a role narrows it, filters of the screen do not", async () => {
  await using c = await company();
  const filtered = await download(c, KIND, HEAD, { fields: [["q", "000001"], ["status", "requested"]] });
  assert.equal(bookmarksIn(filtered.files[0]!.bytes).length, 3);
  const range: Range = { kind: "condition", departments: ["総務部"], employmentTypes: [] };
  const user = await c.user(testUser("range", { role: "download", range, employeeCode: "000002" }));
  const narrow = await download(c, KIND, HEAD, { user });
  assert.deepEqual(bookmarksIn(narrow.files[0]!.bytes), ["000002 山田 花子"]);
});

Deno.test("characters that the font lacks are 〓, and told with their places", async () => {
  await using c = await company();
  const master = { lastName: "😀", firstName: "花子" };
  await insured(c, HEAD, "000004", 1, { master, contract: { company: "A😀B😎" } });
  const { job, files: [pdf, errors] } = await download(c, KIND, HEAD);
  assert.deepEqual([job.status, job.message], [
    "completed_with_errors",
    `4名分の${TITLE}を作成しました。1件はエラーです（印刷できない文字を「〓」にしました：1件）。`,
  ]);
  assert.equal(bookmarksIn(pdf!.bytes).length, 4);
  assert.equal(errors!.name, `本社${TITLE}_エラー.csv`);
  const [, ...rows] = await rowsOf({ job, files: [errors!] } as Awaited<ReturnType<typeof download>>);
  const places = `${TITLE}の氏名「😀」、${TITLE}の1件目 保険会社等「😀😎」`;
  assert.deepEqual(rows, [[
    "000004",
    "😀",
    "花子",
    `印刷できない文字を「〓」にしました（${places}）。印刷した書類に、正しい文字を手書きで記入してください。`,
  ]]);
});

/** The files of a company with a lost character when its worker dies at commit `at`; null: there are fewer commits. */
async function afterDeath(at: number, written: boolean, sealAfterMs: number) {
  let n = 0;
  let die = () => {};
  const dead = new Promise<never>(() => {});
  await using c = await company({
    sealAfterMs,
    committerOfWorkers: (committer) =>
      wrapCommitter(committer, async (_, commit) => {
        if (n++ !== at) return await commit();
        if (written) await commit();
        die();
        return await dead;
      }),
  });
  die = c.breakWorkers;
  await insured(c, HEAD, "000004", 1, { master: { lastName: "😀" } });
  const { files, job } = await download(c, KIND, HEAD);
  return { files, message: job.message, progress: job.progress, died: n > at };
}

Deno.test("at whatever commit its worker dies, the PDF and what is told besides are those of one clean run", async () => {
  const { died: _, ...clean } = await afterDeath(Infinity, false, 60_000);
  assert.equal(clean.files.length, 2);
  for (const [written, sealAfterMs] of [[false, -1], [true, -1], [true, 60_000]] as const) {
    let at = 0;
    for (;; at++) {
      const { died, ...files } = await afterDeath(at, written, sealAfterMs);
      assert.deepEqual(files, clean, `commit ${at}`);
      if (!died) break;
    }
    assert.ok(at >= 3, `${at}`);
  }
});

Deno.test("管理者, 依頼の確定 and データダウンロード of a group; nobody of all", async () => {
  assert.equal(findOperation(KIND)!.dialog.title, `${TITLE}のダウンロード`);
  await using c = await twoGroups();
  const may: string[] = [];
  for (const role of ROLES) {
    const user = await c.user(testUser(role, { role }));
    for (const [target, group] of [["group", HEAD], ["all", null]] as const) {
      const accepted = await c.accept({ operation: KIND, group }, user).catch((error) => {
        assert.ok(error instanceof Refusal, String(error));
      });
      if (accepted) may.push(`${role} ${target}`);
    }
  }
  assert.deepEqual(may, ["admin group", "confirm group", "download group"]);
});
