import type { List } from "./list.ts";
import { allDeclarations } from "./tables/all_declarations.ts";
import { dependentsInfo } from "./tables/dependents_info.ts";
import { employeeInfo } from "./tables/employee_info.ts";
import { housingLoanInfo } from "./tables/housing_loan.ts";
import { insuranceDetails, insuranceInfo, insuranceTotals } from "./tables/insurance.ts";
import { previousJobInfo } from "./tables/previous_job.ts";
import { spouseInfo } from "./tables/spouse_info.ts";
import collected from "./testdata/collected.json" with { type: "json" };

/** For tests: the lists of 収集情報 under their keys of reference/csv-columns.json. */
export const LISTS: Readonly<Record<keyof typeof collected, List>> = {
  employee_info_this_year: employeeInfo("thisYear"),
  employee_info_next_year: employeeInfo("nextYear"),
  previous_job: previousJobInfo,
  spouse_info_this_year: spouseInfo("thisYear", "everybody"),
  spouse_info_next_year: spouseInfo("nextYear", "everybody"),
  dependents_info_this_year: dependentsInfo("thisYear", "horizontal", "everybody"),
  dependents_info_this_year_vertical: dependentsInfo("thisYear", "vertical", "everybody"),
  dependents_info_next_year: dependentsInfo("nextYear", "horizontal", "everybody"),
  dependents_info_next_year_vertical: dependentsInfo("nextYear", "vertical", "everybody"),
  insurance_horizontal: insuranceInfo,
  insurance_vertical_details: insuranceDetails,
  insurance_vertical_totals: insuranceTotals,
  housing_loan: housingLoanInfo,
  all_declarations_this_year: allDeclarations("thisYear", "everybody"),
  all_declarations_next_year: allDeclarations("nextYear", "everybody"),
};
export type ListName = keyof typeof LISTS;

/** A column of reference/csv-columns.json. */
export interface Described {
  header: string;
  example: string;
  allowed?: string[];
  repeat?: { from: number; to: number; group: string };
}

/** The columns of a list as the reference describes them. */
export function described(name: ListName): Described[] {
  return collected[name];
}

/** A column as it stands in the file. */
export interface Expanded extends Described {
  /** Of a repeated one. */
  n: number | null;
}

/** The columns with repeated ones block by block. */
export function expanded(name: ListName): Expanded[] {
  const groups = Map.groupBy(
    described(name).map((one, i) => ({ ...one, i })),
    (one) => one.repeat?.group ?? one.i,
  );
  return [...groups.values()].flatMap((columns): Expanded[] => {
    const { repeat } = columns[0]!;
    if (!repeat) return columns.map((one) => ({ ...one, n: null }));
    return Array.from(
      { length: repeat.to },
      (_, i) =>
        columns.map((one) => ({ ...one, header: one.header.replace("{n}", String(i + 1)), n: i + 1 })),
    ).flat();
  });
}

/** The cells of the list's rows under their headers. */
export function cellsIn(list: List, row: Parameters<List["rows"]>[0]): Record<string, string>[] {
  return list.rows(row).map((cells) =>
    Object.fromEntries(list.header.map((header, i) => [header, cells[i]!]))
  );
}
