import { REQUEST_STATUS_LABELS, type Review, type Reviewed } from "../../request.ts";
import { reviewOf } from "../../request_acts/documents.ts";
import { minuteText } from "../../tokyo_time.ts";
import { horizontal, type List } from "../list.ts";
import type { AskedRow, Columns } from "../row.ts";

/** What times are told of, by the name in the headers. */
const REVIEWED_AS: readonly (readonly [name: string, of: Reviewed])[] = [
  ["今年のマルフ", "this_year_dependants"],
  ["来年のマルフ", "next_year_dependants"],
  ["キハイショ", "basic_spouse_adjustment"],
  ["マルホ", "insurance"],
  ["住宅ローン控除", "housing_loan"],
  ["前職情報", "previous_job"],
];

const TIMES: readonly (readonly [name: string, time: Exclude<keyof Review, "status" | "beforeReturn">])[] = [
  ["作成日時", "createdAt"],
  ["更新日時", "updatedAt"],
  ["差戻し日時", "returnedAt"],
  ["ダブルチェック待ち日時", "doubleWaitingAt"],
  ["確認日時", "checkedAt"],
];

/** Blank: it is not there (未作成), or never came there. */
const MOMENTS: Columns<AskedRow> = Object.fromEntries(
  REVIEWED_AS.flatMap(([name, of]) =>
    TIMES.map(([word, time]) => [`${name}${word}`, ({ request }: AskedRow) => {
      const at = reviewOf(request, of)?.[time] ?? null;
      return at === null ? "" : minuteText(at);
    }])
  ),
);

const COLUMNS: Columns<AskedRow> = {
  "依頼グループ": ({ group }) => group,
  "ステータス": ({ request }) => REQUEST_STATUS_LABELS[request.status],
  "社員番号": ({ employee }) => employee.code,
  "姓": ({ employee }) => employee.lastName,
  "名": ({ employee }) => employee.firstName,
  ...MOMENTS,
};

/** 書類作成更新日時リスト, a row a 依頼 (reference/csv-columns.md 2.21): what the acts on documents wrote down, to the minute. */
export const DOCUMENT_DATETIME_LIST: List<AskedRow> = horizontal(Object.keys(COLUMNS), COLUMNS);
