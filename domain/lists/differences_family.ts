import { type DifferenceColumns, flag, orDash } from "./difference_list.ts";
import { differs, type Relative, RELATIVE_ITEMS, type RelativeItem } from "./difference_relative.ts";
import type { FamilyChange } from "./family_changes.ts";
import { QUOTED_EMPTY, type Row, textOf } from "./row.ts";

type Columns = DifferenceColumns<FamilyChange>;
type Figures = Row["figures"]["thisYear"];

/** An item of somebody; an empty cell of the address of who lives apart is written as such (reference/downloads.md §1). */
function itemText({ read, isAddress }: RelativeItem, one: Relative): string {
  return textOf(read(one)) || (isAddress && one.living !== "together" ? QUOTED_EMPTY : "");
}

/** 変更前_: all of who was removed, nothing of who was added, else what says something else now. */
function formerText(item: RelativeItem, { now, before }: FamilyChange): string {
  if (!before) return "";
  if (!now) return itemText(item, before);
  return differs(item, now, before) ? orDash(textOf(item.read(before))) : "";
}

const items = RELATIVE_ITEMS.flatMap((item): [string, Columns[string]][] => [
  [`被扶養者 ${item.header}`, ({ now }) => now && itemText(item, now)],
  [`変更前_被扶養者 ${item.header}`, (change) => formerText(item, change)],
]);

/** A reference of the rows of the spouse; nothing but 変更前_ is said of who was removed. */
const ofSpouse =
  (read: (spouse: Figures["spouse"]) => number | boolean): Columns[string] =>
  ({ isSpouse, now }, { figures }) => isSpouse && now ? read(figures.thisYear.spouse) : "";

const DEDUCTIONS = { none: 0, spouse: 1, special: 2 } as const;

/** The columns of 今年の扶養親族差分リスト. */
export const FAMILY_DIFFERENCE: Columns = {
  ...Object.fromEntries(items),
  "対象扶養親族": ({ who }) => who,
  "★差分種類": ({ kind }) => kind,
  "被扶養者 家族コード": ({ now }) => now?.code,
  "被扶養者 税法上の被扶養者": ({ now }) => now?.support,
  "変更前_被扶養者 税法上の被扶養者": ({ now, before, claimChanged }) =>
    !now || claimChanged ? before?.support : "",
  "★配偶者の扶養状況変更有無": ({ isSpouse, claimChanged }) => flag(isSpouse && claimChanged),
  "【参考】本人 合計所得見積額（所得金額調整控除後）": ({ now }, { figures }) =>
    now && separated(figures.thisYear.self.totalIncome),
  "【参考】配偶者 配偶者控除対象": ofSpouse((spouse) => DEDUCTIONS[spouse?.deduction?.kind ?? "none"]),
  "【参考】配偶者 源泉控除対象": ofSpouse((spouse) => spouse?.withholding ?? false),
  "【参考】配偶者 同一生計配偶者": ofSpouse((spouse) => spouse?.sameLiving ?? false),
  "【参考】被扶養者 税法上の年間所得見積額（単位: 円）": ({ now }) => now?.income,
};

/** 6777778 → 6,777,778: the one amount that the file separates (reference/csv-columns.md §1). */
function separated(yen: number | null): string {
  return String(yen ?? "").replace(/\B(?=(\d{3})+$)/g, ",");
}
