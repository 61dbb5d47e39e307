import assert from "node:assert/strict";
import type { JobDetail } from "../../jobs/service.ts";
import type { AttachmentView } from "../../jobs/view.ts";
import { JobDetailLive } from "../../islands/JobDetailLive.tsx";
import { draw, textOf, textsOf } from "../render_fixture.ts";
import { fromJson, toJson } from "./detail_json.ts";
import { sampleAttachment, sampleDetail } from "./job_fixture.ts";

const NOW = Date.parse("2026-11-20T00:10:00.000Z");
const VIEWER = "me@sample.example";

function detail(of: JobDetail): Document {
  return draw(<JobDetailLive detail={of} now={NOW} viewer={VIEWER} graceMs={120_000} person="me" />);
}

/** The value that stands under a term. */
function under(page: Document, term: string): Element | null {
  const found = [...page.querySelectorAll("dt")].find((dt) => textOf(dt) === term);
  return found?.nextElementSibling ?? null;
}

Deno.test("処理情報 names target, person, absolute time and duration", () => {
  const page = detail(sampleDetail());
  assert.equal(textOf(under(page, "対象")), "本社");
  assert.equal(textOf(under(page, "実行者")), "admin@sample.example");
  assert.equal(textOf(under(page, "受付日時")), "2026/11/20 09:00:00");
  assert.equal(textOf(under(page, "所要時間")), "2分");
});

Deno.test("対象 is absent for an operation on everything, 所要時間 open while it runs", () => {
  const page = detail(sampleDetail({ group: null, status: "running", finishedAt: null }));
  assert.equal(under(page, "対象"), null);
  assert.equal(textOf(under(page, "所要時間")), "–");
});

Deno.test("エラー詳細 says that there are none", () => {
  assert.equal(textOf(under(detail(sampleDetail()), "エラー詳細")), "エラーはありません。");
});

Deno.test("エラー詳細 lists the rows and counts the rest", () => {
  const page = detail(sampleDetail({ status: "completed_with_errors" }, {
    errors: [
      { line: 2, key: "000123", reason: "従業員が見つかりませんでした。社員番号を確認してください。" },
      { line: 3, key: "", reason: "社員番号が入力されていません。社員番号を入力してください。" },
    ],
    errorCount: 1102,
  }));
  assert.deepEqual(textsOf(under(page, "エラー詳細")!, "li"), [
    "2行目：000123：従業員が見つかりませんでした。社員番号を確認してください。",
    "3行目：社員番号が入力されていません。社員番号を入力してください。",
  ]);
  assert.match(textOf(under(page, "エラー詳細")), /ほか1,100件/);
});

Deno.test("a job that failed as a whole shows its reason, without a line", () => {
  const reason = "データの行がありません。2行目以降にデータを入力して取り込み直してください。";
  const failed = sampleDetail({ status: "failed" }, {
    errors: [{ line: null, key: "", reason }],
    errorCount: 1,
  });
  assert.equal(textOf(under(detail(failed), "エラー詳細")), reason);
});

Deno.test("who may not see the result is told so, and sees no names and no files", () => {
  const page = detail({ ...sampleDetail(), result: null });
  assert.match(textOf(page), /この処理の結果を確認する権限がありません。/);
  assert.equal(under(page, "添付ファイル"), null);
  assert.equal(textOf(under(page, "実行者")), "admin@sample.example");
});

function file(change: Partial<AttachmentView>): Document {
  return detail(sampleDetail({}, { attachments: [sampleAttachment(change)] }));
}

Deno.test("a file that can be had says deadline and what a download does before its button", () => {
  const page = file({});
  const item = under(page, "添付ファイル")!;
  assert.match(textOf(item), /従業員_エラー\.csv（2KB）/);
  assert.match(
    textOf(item),
    /ダウンロード期限：2026\/11\/23 09:02:31.*1人だけ.*2分後に.*削除.*ダウンロード$/,
  );
  const form = item.querySelector("form")!;
  assert.equal(form.getAttribute("method"), "post");
  assert.match(form.getAttribute("action")!, /^\/background-jobs\/\w+\/attachments\/1\/claim$/);
  assert.equal(item.querySelector("[role=timer]"), null);
});

const CLAIMED = { state: "claimed", claimedBy: VIEWER, claimedAt: "2026-11-20T00:09:00.000Z" } as const;

Deno.test("one's own claim can be repeated and counts down", () => {
  const page = file(CLAIMED);
  assert.equal(textOf(page.querySelector("[role=timer]")), "削除まで 1分00秒");
  assert.notEqual(page.querySelector("form"), null);
});

Deno.test("another's claim names who and when, and offers nothing", () => {
  const page = file({ ...CLAIMED, claimedBy: "other@sample.example" });
  assert.match(textOf(page), /2026\/11\/20 09:09:00にother@sample\.exampleがダウンロードしたため/);
  assert.equal(page.querySelector("form"), null);
  assert.equal(page.querySelector("[role=timer]"), null);
});

Deno.test("a file that is gone says whether it was taken or its time was over", () => {
  const taken = file({ ...CLAIMED, state: "gone" });
  assert.match(textOf(taken), /me@sample\.exampleがダウンロードしたため、削除されました。/);
  const late = file({ state: "gone" });
  assert.match(textOf(late), /2026\/11\/23 09:02:31。期限を過ぎたため、削除されました。/);
  for (const page of [taken, late]) assert.equal(page.querySelector("form"), null);
});

Deno.test("the JSON of a detail leads back to it, with and without a result", () => {
  const whole = sampleDetail({}, { attachments: [sampleAttachment()] });
  for (const each of [whole, { ...whole, result: null }]) assert.deepEqual(fromJson(toJson(each)), each);
});
