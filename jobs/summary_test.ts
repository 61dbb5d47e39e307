import assert from "node:assert/strict";
import { commonCause, explain, type ReasonCode } from "../domain/reasons.ts";
import { runningMessage } from "./messages.ts";
import { summarise } from "./summary.ts";

const TEXTS = {
  done: { added: "名を追加し、", updated: "名を更新しました。" },
  skipped: { retired: "名は退職済みのため追加しませんでした。" },
};

const of = (counts: Record<string, number>, refusals: Record<string, number> = {}) =>
  summarise({ counts, refusals }, TEXTS);

Deno.test("all done: the counts in the operation's order, and 完了", () => {
  assert.deepEqual(of({ updated: 3, added: 1_234_567 }), {
    status: "completed",
    message: "1,234,567名を追加し、3名を更新しました。",
    details: ["1,234,567名を追加し、", "3名を更新しました。"],
  });
});

Deno.test("what was skipped for another reason than being no target is said in the operation's words", () => {
  const texts = { done: { added: "件を登録しました。" }, skipped: { known: "件は登録済みのままです。" } };
  const told = summarise({ counts: { added: 1, "skipped.known": 2_000 }, refusals: {} }, {
    ...texts,
    left: "{n}件は登録済みです。",
  });
  assert.equal(told.message, "1件を登録しました。2,000件は登録済みです。");
  assert.deepEqual(told.details, ["1件を登録しました。", "2,000件は登録済みのままです。"]);
});

Deno.test("結果詳細 has sentences of its own where they are given, and counts of more where there are some", () => {
  const texts = {
    done: { shops: "同期しました（事業所{n}件、", kin: "続柄{n}件）。" },
    lines: {
      kin: "件の続柄を同期しました。",
      shops: "件の事業所を同期しました。",
      removed: "件を削除しました。",
    },
  };
  const told = summarise({ counts: { shops: 1_000, removed: 2 }, refusals: {} }, texts);
  assert.equal(told.message, "同期しました（事業所1,000件、続柄0件）。");
  assert.deepEqual(told.details, [
    "0件の続柄を同期しました。",
    "1,000件の事業所を同期しました。",
    "2件を削除しました。",
  ]);
  assert.equal(summarise({ counts: {}, refusals: {} }, texts).details.length, 2);
});

Deno.test("nothing done says so", () => {
  assert.equal(of({}).message, "0名を追加し、0名を更新しました。");
});

Deno.test("rows left alone by a rule are counted in the message, named in 結果詳細, and no error", () => {
  const { status, message, details } = of({
    added: 1,
    "skipped.retired": 1_000,
    "skipped.other": 2,
    "skipped.none": 0,
  });
  assert.equal(status, "completed");
  assert.equal(
    message,
    "1名を追加し、0名を更新しました。対象外のため処理しなかった従業員が1,002名います。",
  );
  assert.deepEqual(details.slice(2), ["1,000名は退職済みのため追加しませんでした。", "2名は対象外です。"]);
});

Deno.test("errors: one refused row is 完了（エラーあり）, even when it is all there was", () => {
  const { status, message, details } = of({}, { account_missing: 1 });
  assert.equal(status, "completed_with_errors");
  assert.equal(
    message,
    "0名を追加し、0名を更新しました。1件はエラーです（アカウントが未設定です：1件）。",
  );
  assert.equal(details.at(-1), "1件はエラーです（アカウントが未設定です）。");
});

Deno.test("the two commonest reasons are named, the rest counted as kinds; one cause is one kind", () => {
  const { message, details } = of({ added: 5 }, {
    code_missing: 1,
    employee_not_found: 2,
    account_missing: 4,
    employee_not_found_zeros: 3,
    already_in_group: 1,
  });
  assert.equal(
    message,
    "5名を追加し、0名を更新しました。" +
      "11件はエラーです（従業員が見つかりませんでした：5件、アカウントが未設定です：4件、ほか2種類）。",
  );
  assert.equal(details.length, 2 + 4);
  const two = of({}, { code_missing: 1, account_missing: 2 }).message;
  assert.ok(
    two.endsWith("3件はエラーです（アカウントが未設定です：2件、社員番号が入力されていません：1件）。"),
  );
});

Deno.test("a reason that holds values of single rows is named without them", () => {
  const { message } = of({}, { column_count: 2, code_duplicated: 1, master_incomplete: 1 });
  assert.ok(
    message.endsWith("（列の数が項目名と合いません：2件、次の社員番号が重複しています：1件、ほか1種類）。"),
    message,
  );
  const codes: ReasonCode[] = [
    "code_missing",
    "code_too_long",
    "code_duplicated",
    "column_count",
    "employee_not_found",
    "employee_not_found_zeros",
    "account_missing",
    "employment_excluded",
    "already_in_group",
    "master_incomplete",
  ];
  for (const code of codes) {
    assert.doesNotMatch(commonCause(code), /[{}（）]/, code);
    assert.ok(explain(code).cause.startsWith(commonCause(code)), code);
  }
});

Deno.test("a reason of another version is counted as unknown, not lost", () => {
  const { status, message } = of({}, { from_the_future: 2 });
  assert.equal(status, "completed_with_errors");
  assert.ok(message.endsWith("2件はエラーです（原因不明なエラーが発生しました：2件）。"));
});

Deno.test("the message of a job that waits or runs", () => {
  assert.equal(runningMessage(false, { done: 0, total: null }), "順番待ちです。");
  assert.equal(runningMessage(false, { done: 5, total: 10 }), "順番待ちです。");
  assert.equal(runningMessage(true, { done: 0, total: null }), "処理を始めました。");
  assert.equal(runningMessage(true, { done: 1_500, total: null }), "1,500件を処理しています。");
  assert.equal(runningMessage(true, { done: 0, total: 10_000 }), "0／10,000件を処理しています。");
});
