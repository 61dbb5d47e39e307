import type { ReviewView } from "../../domain/reviews.ts";
import type { Words } from "../selection/selection.ts";

/** How each view names its rows and what is done with them (reference/screens.md §4.4, §4.5). */
export const REVIEW_TEXTS: Record<ReviewView, ReviewTexts> = {
  documents: {
    words: { noun: "書類", counter: "件" },
    title: "書類をチェック",
    name: "書類名",
    open: "書類チェック",
    walk: "選択した書類をまとめてチェック",
    check: "選択した書類をチェック済みにする",
    checkTitle: "書類をまとめてチェック済みにする",
    advance: "チェック後、次の書類へ進む",
    returnTitle: "書類情報を差し戻す",
  },
  previous_jobs: {
    words: { noun: "前職情報", counter: "件" },
    title: "前職情報をチェック",
    name: "前職情報名",
    open: "前職情報チェック",
    walk: "選択した前職情報をまとめてチェック",
    check: "選択した前職情報をチェック済みにする",
    checkTitle: "前職情報をまとめてチェック済みにする",
    advance: "チェック後、次の前職情報へ進む",
    returnTitle: "前職情報を差し戻す",
  },
};

interface ReviewTexts {
  words: Words;
  /** The page of one row. */
  title: string;
  /** The column that names a row. */
  name: string;
  /** What a row's 操作 is called. */
  open: string;
  /** Ticked rows: one after the other, or all at once, and the dialog that asks first. */
  walk: string;
  check: string;
  checkTitle: string;
  /** The tick box while rows are looked at one after the other. */
  advance: string;
  /** The dialog of ［差し戻す］, and its page. */
  returnTitle: string;
}

/** The word on the button that sets ticked rows チェック済み at once. */
export const CHECK_BUTTON = "チェック済みにする";

/** So many rows are set チェック済み at once: a page of the list. */
export const MOST_AT_ONCE = 50;

/** Why more cannot be. */
export const TOO_MANY =
  `一度にチェック済みにできるのは${MOST_AT_ONCE}件までです。このページの分だけを選択するか、［確認状況を一括更新］でCSVファイルを取り込んでください。`;

/** The word on the button of ［差し戻す］, and what it comes to. */
export const RETURN_BUTTON = "差し戻す";
export const RETURN_EFFECT =
  "従業員に修正を依頼します。依頼は「修正依頼中」になり、従業員に差戻しメールを送ります。";
