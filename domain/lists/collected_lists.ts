import type { List } from "./list.ts";
import { allDeclarations } from "./tables/all_declarations.ts";
import { dependentsInfo } from "./tables/dependents_info.ts";
import { employeeInfo } from "./tables/employee_info.ts";
import { housingLoanInfo } from "./tables/housing_loan.ts";
import { insuranceDetails, insuranceInfo, insuranceTotals } from "./tables/insurance.ts";
import { previousJobInfo } from "./tables/previous_job.ts";
import { spouseInfo } from "./tables/spouse_info.ts";

/** ダウンロード対象項目 of 収集情報をダウンロード: name in forms → label. */
export const COLLECTED_ITEMS = {
  employee: "従業員本人の情報",
  spouse: "配偶者の情報",
  dependants: "扶養家族の情報",
  insurance: "保険料控除の情報",
  previous_jobs: "前職情報",
  housing_loan: "住宅借入金控除の情報",
  all: "すべての申告情報",
} as const;
export type CollectedItem = keyof typeof COLLECTED_ITEMS;

/** Which options an item has (reference/screens.md §6.2). */
export const ITEM_OPTIONS = {
  year: ["employee", "spouse", "dependants", "all"],
  layout: ["dependants", "insurance"],
  included: ["spouse", "dependants", "all"],
} as const satisfies Record<string, readonly CollectedItem[]>;

/** ダウンロード対象年度, 項目の並び and 税扶養控除対象でない配偶者と家族; those that an item does not have are not looked at. */
export interface CollectedChoice {
  item: CollectedItem;
  year: "this" | "next";
  layout: "vertical" | "horizontal";
  nonDependants: boolean;
}

const YEAR_WORDS = { this: "今年", next: "来年" } as const;
const LAYOUT_WORDS = { vertical: "縦並び", horizontal: "横並び" } as const;

/** The lists of a download under the names that their files have in a ZIP; of a single one the name is that of the item. */
export function collectedLists(choice: CollectedChoice): Readonly<Record<string, List>> {
  const { item, layout } = choice;
  if (item === "insurance" && layout === "vertical") {
    return { "年末調整_保険料控除合計額": insuranceTotals, "年末調整_保険料控除内訳": insuranceDetails };
  }
  return { [itemName(choice)]: singleList(choice) };
}

function singleList({ item, year: word, layout, nonDependants }: CollectedChoice): List {
  const year = word === "this" ? "thisYear" : "nextYear";
  const included = nonDependants ? "everybody" : "claimed";
  switch (item) {
    case "employee":
      return employeeInfo(year);
    case "spouse":
      return spouseInfo(year, included);
    case "dependants":
      return dependentsInfo(year, layout, included);
    case "insurance":
      return insuranceInfo;
    case "previous_jobs":
      return previousJobInfo;
    case "housing_loan":
      return housingLoanInfo;
    case "all":
      return allDeclarations(year, included);
  }
}

/** `{対象項目}_{今年|来年}_{横並び|縦並び}`, its parts only where they are asked for. */
function itemName({ item, year, layout }: CollectedChoice): string {
  const has = (option: keyof typeof ITEM_OPTIONS) =>
    (ITEM_OPTIONS[option] as readonly CollectedItem[]).includes(item);
  const parts = [
    COLLECTED_ITEMS[item],
    ...(has("year") ? [YEAR_WORDS[year]] : []),
    ...(has("layout") ? [LAYOUT_WORDS[layout]] : []),
  ];
  return parts.join("_");
}
