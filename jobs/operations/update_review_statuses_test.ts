import assert from "node:assert/strict";
import type { Role } from "../../domain/permission.ts";
import {
  DOCUMENT_KINDS,
  newRequest,
  type Request,
  REVIEW_STATUSES,
  REVIEWED,
  type ReviewStatus,
} from "../../domain/request.ts";
import { saveCollected } from "../../domain/request_acts/answering.ts";
import { newReview, reviewOf, withReview } from "../../domain/request_acts/documents.ts";
import { requestChangesOf } from "../../kv/request_changes.ts";
import { REVIEW_COLUMNS } from "../review_cells.ts";
import { csvOf, refusals, startUpload, upload } from "../request_csv_fixture.ts";
import {
  askedCompany,
  codeOf,
  countsAgree,
  GROUP,
  historyOf,
  idOf,
  mailsOf,
  membersOf,
  write,
  yearOf,
} from "../requests_fixture.ts";
import { findOperation } from "../registry.ts";
import { templateOf } from "../template.ts";
import { ADMIN, cellsOf, type Company, MORNING, TENANT, testUser } from "../test_tools.ts";
import { diesTwice } from "../twice_dead_fixture.ts";

const KIND = "update_review_statuses";
const HEADER = REVIEW_COLUMNS.map(({ name }) => name).join(",");

const reviewCsv = (rows: readonly (readonly [number | string, string])[]) => csvOf(HEADER, rows);

/** Somebody whose documents and 前職情報 all stand at this 確認状況. */
function all(review: ReviewStatus, more: Partial<Request> = {}) {
  const made = REVIEWED.reduce(
    (request, of) => withReview(request, of, { ...newReview(1), status: review }),
    newRequest(""),
  );
  const { documents, previousJob } = made;
  return { request: { status: "answered" as const, documents, previousJob: previousJob!, ...more } };
}

/** The 確認状況 of the n-th person, in the order of the columns; `-` for 未作成. */
async function reviewsOf(c: Company, n: number): Promise<string> {
  const [member] = await membersOf(c, [n]);
  return REVIEWED.map((of) => reviewOf(member!.request, of)?.status ?? "-").join(" ");
}

const every = (status: string) => REVIEWED.map(() => status).join(" ");

Deno.test("1, 2, 3 and 99 do what they say, blank does nothing, and 操作履歴 tells of each document", async () => {
  await using c = await askedCompany([
    all("waiting"),
    all("waiting"),
    all("checked"),
    all("waiting"),
    all("waiting"),
  ]);
  const ended = await upload(
    c,
    KIND,
    reviewCsv([[1, "1,1,1,1,1,1"], [2, "2,,１,, 2 ,2"], [3, "3,3,3,3,3,3"], [4, "99,99,99,99,99,"], [
      5,
      ",,,,,",
    ]]),
  );
  const { job, result, files } = ended;
  assert.deepEqual([job.title, job.status], ["本社の書類・前職情報確認状況の一括更新", "completed"]);
  assert.equal(
    job.message,
    "4名の書類・前職情報の確認状況を更新しました。1名はすべての項目が空欄のため変更しませんでした。",
  );
  assert.deepEqual(result.details, [
    "4名の書類・前職情報の確認状況を更新しました。",
    "7件の書類・前職情報をチェック済みにしました。",
    "3件の書類・前職情報をダブルチェック待ちにしました。",
    "6件の書類・前職情報をチェック待ちにしました。",
    "5件の書類を削除しました。",
    "1名はすべての項目が空欄のため変更しませんでした。",
  ]);
  assert.deepEqual([result.errors, files], [[], []]);
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map((n) => reviewsOf(c, n))), [
    every("checked"),
    "double_waiting waiting checked waiting double_waiting double_waiting",
    every("waiting"),
    "- - - - - waiting",
    every("waiting"),
  ]);
  assert.deepEqual(await historyOf(c, 2), [
    `${ADMIN.email}が今年の扶養控除等（異動）申告書をダブルチェック待ちにしました`,
    `${ADMIN.email}が基礎控除申告書 兼 配偶者控除等申告書 兼 所得金額調整控除申告書をチェック済みにしました`,
    `${ADMIN.email}が給与所得者の（特定増改築等）住宅借入金等特別控除申告書をダブルチェック待ちにしました`,
    `${ADMIN.email}が前職情報をダブルチェック待ちにしました`,
  ]);
  assert.equal((await historyOf(c, 4)).filter((text) => text.endsWith("を削除しました")).length, 5);
  assert.deepEqual(await historyOf(c, 5), []);
  assert.deepEqual(await mailsOf(c), []);
  await countsAgree(c);
});

Deno.test("what stands so already is no error, and its time is that of now", async () => {
  await using c = await askedCompany(REVIEW_STATUSES.map((status) => all(status)));
  const { job } = await upload(c, KIND, reviewCsv([[1, "3,,,,,3"], [2, "2,,,,,2"], [3, "1,,,,,1"]]));
  assert.equal(job.status, "completed");
  const [waiting, doubled, checked] = await membersOf(c, [1, 2, 3]);
  for (const  of of["this_year_dependants", "previous_job"] as const) {
    assert.deepEqual(reviewOf(waiting!.request, of), newReview(1));
    assert.equal(reviewOf(doubled!.request, of)?.doubleWaitingAt, MORNING);
    assert.equal(reviewOf(checked!.request, of)?.checkedAt, MORNING);
  }
  assert.equal(checked!.request.documents.insurance?.checkedAt, null);
  await countsAgree(c);
});

Deno.test("one cell that cannot be done keeps the whole row, with all its reasons", async () => {
  const { request } = all("waiting");
  const { insurance: _, ...without } = request.documents;
  const mixed = { ...without, next_year_dependants: { ...newReview(1), status: "returned" as const } };
  await using c = await askedCompany([
    { request: { ...request, documents: mixed } },
    all("waiting", { status: "confirmed" }),
    all("checked", { status: "correcting" }),
    all("returned"),
    all("waiting"),
  ]);
  const rows = [[1, "1,1,x,1,4,99"], [2, "1,2,3,,,"], [3, "99,,,99,,99"], [4, "1,1,,,,1"], [
    5,
    "1,1,1,1,1,99",
  ]] as const;
  const ended = await upload(c, KIND, reviewCsv(rows));
  const review = "依頼が「未依頼」「回答済み」「再回答」";
  assert.deepEqual(refusals(ended), [
    "000001 今の確認状況からは変更できません（来年のマルフ：差し戻し）。確認状況に指定できない値です（基配所、住宅借入金等控除申告書）。" +
    "書類または前職情報が作成されていません（保険料控除申告書）。前職情報は削除できません。" +
    "空欄にするか、書類の確認状況を確認してください。" +
    "1（チェック済み）、2（ダブルチェック待ち）、3（チェック待ち）、99（削除）のいずれかにするか、空欄にしてください。" +
    "空欄にするか、収集情報を確認してください。前職情報を空欄にするか、99以外の値にしてください。",
    `000002 確認状況を変更できるのは、${review}「修正依頼中」の間だけです（現在は確定）。対象の依頼を確認してください。`,
    `000003 書類を削除できるのは、${review}の間だけです（現在は修正依頼中）。前職情報は削除できません。` +
    "対象の依頼を確認してください。前職情報を空欄にするか、99以外の値にしてください。",
    "000004 今の確認状況からは変更できません（今年のマルフ：差し戻し、来年のマルフ：差し戻し、前職情報：差し戻し）。" +
    "空欄にするか、書類の確認状況を確認してください。",
    "000005 前職情報は削除できません。前職情報を空欄にするか、99以外の値にしてください。",
  ]);
  assert.equal(
    ended.job.message,
    "0名の書類・前職情報の確認状況を更新しました。" +
      "5件はエラーです（変更できない項目が複数あります：2件、確認状況を変更できるのは、依頼が「未依頼」「回答済み」「再回答」「修正依頼中」の間だけです：1件、ほか2種類）。",
  );
  assert.deepEqual(await reviewsOf(c, 5), every("waiting"));
  assert.deepEqual(await historyOf(c, 1), []);
  await countsAgree(c);
});

Deno.test("who may use which value: 1 to 3 everybody who works on 依頼, 99 管理者", async () => {
  for (const role of ["admin", "confirm", "download", "check"] as Role[]) {
    await using c = await askedCompany([
      all("waiting"),
      all("waiting"),
      all("checked"),
      all("waiting"),
      all("waiting"),
    ]);
    const user = await c.user(testUser(role, { role }));
    const rows = [[1, "1,,,,,1"], [2, "2,,,,,2"], [3, "3,,,,,3"], [4, "99,,1,99,,"]] as const;
    const ended = await upload(c, KIND, reviewCsv(rows), { user });
    const told =
      "000004 99（削除）を指定できるのは「管理者」だけです（今年のマルフ、保険料控除申告書）。空欄にするか、「管理者」に依頼してください。";
    assert.deepEqual(refusals(ended), role === "admin" ? [] : [told]);
    const deleted = role === "admin" ? "- waiting checked - waiting waiting" : every("waiting");
    assert.equal(await reviewsOf(c, 4), deleted);
    assert.equal(ended.job.message.slice(0, 1), role === "admin" ? "4" : "3");
  }
  await using c = await askedCompany([all("waiting")]);
  const nobody = await c.user(testUser("none", { role: "none" }));
  const started = startUpload(c, KIND, reviewCsv([[1, "1,,,,,"]]), { user: nobody });
  await assert.rejects(started, { code: "forbidden" });
  await assert.rejects(startUpload(c, KIND, reviewCsv([[1, "1,,,,,"]]), { password: "wrong" }), {
    code: "wrong_password",
  });
  assert.equal(await reviewsOf(c, 1), every("waiting"));
});

Deno.test("people elsewhere and beyond the range are refused rows, and are not touched", async () => {
  const department = (name: string) => ({ ...all("waiting"), master: { department: name } });
  await using c = await askedCompany([department("営業部"), department("人事部"), department("営業部")]);
  await write(c, async () => c.stores.members.move((await membersOf(c, [3]))[0]!, "01B"));
  const range = { kind: "condition" as const, departments: ["営業部"], employmentTypes: [] };
  const user = await c.user(testUser("sales", { role: "download", range, employeeCode: codeOf(1) }));
  const ended = await upload(
    c,
    KIND,
    reviewCsv([[1, "1,,,,,"], [2, "1,,,,,"], [3, "1,,,,,"], ["1", "1,,,,,"]]),
    { user },
  );
  assert.deepEqual(refusals(ended), [
    "000002 該当する従業員が見つかりませんでした。社員番号を確認してください。",
    "000003 この依頼グループの従業員ではありません。従業員が登録されている依頼グループの画面から取り込んでください。",
    "1 該当する従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000001）。",
  ]);
  assert.deepEqual(await Promise.all([1, 2, 3].map((n) => reviewsOf(c, n))), [
    "checked waiting waiting waiting waiting waiting",
    every("waiting"),
    every("waiting"),
  ]);
});

Deno.test("a deleted document is made anew when 収集情報 is saved", async () => {
  await using c = await askedCompany([all("waiting")]);
  await upload(c, KIND, reviewCsv([[1, "99,99,99,99,99,"]]));
  assert.equal(await reviewsOf(c, 1), "- - - - - waiting");
  const needed = { documents: [...DOCUMENT_KINDS], previousJob: true };
  const changes = requestChangesOf(c.files.kv, c.committer, TENANT);
  await changes.act({ id: GROUP, name: "本社" }, idOf(1), ADMIN, {
    act: ({ member }, at) => saveCollected(member.request, needed, at),
  });
  assert.equal(await reviewsOf(c, 1), every("waiting"));
  const { request } = (await membersOf(c, [1]))[0]!;
  assert.deepEqual(request.documents.insurance, newReview(MORNING));
  assert.deepEqual(request.previousJob, newReview(1));
  await countsAgree(c);
});

Deno.test("the error CSV is what was refused; corrected and uploaded again, nobody is met twice", async () => {
  await using c = await askedCompany([all("waiting"), all("waiting"), all("waiting")]);
  const csv = reviewCsv([[1, "1,1,1,1,1,1"], [2, "1,9,1,1,1,1"], ["3", "2,,,,,'=1"], [3, "2,2,2,2,2,99"]]);
  const first = await upload(c, KIND, csv, { name: "確認.csv" });
  const [file] = first.files;
  assert.deepEqual([file?.name, file?.type], ["確認_エラー.csv", "text/csv; charset=shift_jis"]);
  const cells = await cellsOf(file!.bytes, "shift_jis");
  assert.deepEqual(cells.map((row) => row.slice(0, 7).join()), [
    `社員番号,${HEADER}`,
    "000002,1,9,1,1,1,1",
    "3,2,,,,,'=1",
    "000003,2,2,2,2,2,99",
  ]);
  assert.ok(cells.every((row) => row.length === 8));
  const corrected = cells.filter((_, i) => i !== 2)
    .map((row) => row.map((cell) => cell === "9" ? "1" : cell === "99" ? "" : cell).join(","));
  const again = await upload(c, KIND, `${corrected.join("\r\n")}\r\n`, { name: file!.name });
  assert.equal(again.job.message, "2名の書類・前職情報の確認状況を更新しました。");
  assert.deepEqual(await Promise.all([1, 2, 3].map((n) => reviewsOf(c, n))), [
    every("checked"),
    every("checked"),
    "double_waiting double_waiting double_waiting double_waiting double_waiting waiting",
  ]);
  assert.deepEqual(await Promise.all([1, 2, 3].map(async (n) => (await historyOf(c, n)).length)), [6, 6, 5]);
});

Deno.test("it stands on 書類一覧 and 前職情報一覧; the template is Shift_JIS with seven columns and one example", async () => {
  const operation = findOperation(KIND)!;
  assert.deepEqual(operation.screen, ["documents", "previous_jobs"]);
  const { input } = operation;
  assert.ok(input && !("by" in input) && input.type === "csv");
  assert.equal(input.template.name, "書類・前職情報ステータス一括更新用CSVサンプル.csv");
  assert.deepEqual(await cellsOf(templateOf(input), "shift_jis"), [
    ["社員番号", ...HEADER.split(",")],
    ["000123", ...REVIEWED.map(() => "1")],
  ]);
});

Deno.test("workers die twice: 確認状況, history and counts are as of one clean run", async () => {
  const codes = ["1", "2", "3", "99", ""];
  const people = Array.from({ length: 240 }, (_, i) => all(REVIEW_STATUSES[i % 4]!));
  const rows = people.map((_, i): [number, string] => [
    i + 1,
    [...DOCUMENT_KINDS.map((_, n) => codes[(i + n) % 5]!), "2"].join(","),
  ]);
  await diesTwice(async (deadly) => {
    await using c: Company = await askedCompany(people, deadly(() => c.breakWorkers()));
    const ended = await upload(c, KIND, reviewCsv(rows));
    await countsAgree(c);
    return { ended, stored: await yearOf(c) };
  });
});
