import type { ACQUISITIONS, APPLICATIONS, HOUSING_LOAN_FORMS, HousingLoan } from "./housing_loan.ts";
import { yen } from "./insurance_labels.ts";
import type { MasterItem } from "./master_items.ts";

const FORM_LABELS: Record<typeof HOUSING_LOAN_FORMS[number], string> = {
  old: "旧様式",
  new: "新様式",
  from_2022: "令和4年以降に居住開始の様式",
};

/** 特定取得区分. */
export const ACQUISITION_LABELS: Record<typeof ACQUISITIONS[number], string> = {
  none: "対象外",
  specified: "特定取得",
  special_specified: "特別特定取得",
};

/** 控除額適用区分. */
export const APPLICATION_LABELS: Record<typeof APPLICATIONS[number], string> = {
  home: "住",
  renovation: "増",
  certified: "認",
  disaster: "震",
};

/** 住宅借入金等の内訳 1–4. */
const PURPOSES = ["住宅のみ", "土地のみ", "住宅および土地等", "増改築等"] as const;

/** The items of a housing loan under the names of reference/csv-columns.md 2.17; "" where one is not said. */
export function housingLoanItems(loan: HousingLoan): MasterItem[] {
  const { jointDebtor } = loan;
  const items: [string, string][] = [
    ["申告書の種類", FORM_LABELS[loan.form]],
    ["居住開始年月日", loan.movedInOn?.replaceAll("-", "/") ?? ""],
    ["特定取得区分", ACQUISITION_LABELS[loan.acquisition]],
    ["控除額適用区分", APPLICATION_LABELS[loan.application]],
    ["家屋の取得対価の額", amount(loan.housePrice)],
    ["土地等の取得対価の額", amount(loan.landPrice)],
    ["家屋の総床面積又は総面積", measured(loan.houseArea, "㎡")],
    ["土地等の総床面積又は総面積", measured(loan.landArea, "㎡")],
    ["家屋の居住用割合", measured(loan.houseOwnUse, "%")],
    ["土地等の居住用割合", measured(loan.landOwnUse, "%")],
    ["増改築等の費用の額", amount(loan.renovationCost)],
    ["適用初年分の住宅借入金等特別控除額", amount(loan.firstYearDeduction)],
    ...saidItems(loan),
    ["借換の有無", loan.refinanced ? "対象" : "対象外"],
    ["連帯債務の有無", jointDebtor ? "対象" : "対象外"],
    ...(jointDebtor ? debtorItems(jointDebtor) : []),
    ...loan.lenders.flatMap((lender, i) => lenderItems(lender, i + 1)),
  ];
  return items.map(([label, value]) => ({ label, value }));
}

/** What only some forms and homes have: told where it is said. */
function saidItems(loan: HousingLoan): [string, string][] {
  const { refinancing } = loan;
  const items: [string, string | null][] = [
    ["家屋の居住用部分の床面積又は面積", area(loan.houseOwnArea)],
    ["土地等の居住用部分の床面積又は面積", area(loan.landOwnArea)],
    ["リ欄のうち居住用部分の費用の額", yenOf(loan.renovationOwnCost)],
    ["増改築等の居住用割合", percent(loan.renovationOwnUse)],
    ["特定増改築等の費用の額", yenOf(loan.specialRenovationCost)],
    ["家屋の連帯債務割合", percent(loan.houseDebtShare)],
    ["土地等の連帯債務割合", percent(loan.landDebtShare)],
    ["増改築等の連帯債務割合", percent(loan.renovationDebtShare)],
    ["借換直前の残高", yenOf(refinancing?.before ?? null)],
    ["借換後の借入時金額", yenOf(refinancing?.taken ?? null)],
    ["借換後の年末残高", yenOf(refinancing?.balance ?? null)],
  ];
  return items.filter((item): item is [string, string] => item[1] !== null);
}

function debtorItems(debtor: NonNullable<HousingLoan["jointDebtor"]>): [string, string][] {
  return [
    ["連帯債務者氏名", debtor.name],
    ["連帯債務者住所", debtor.address],
    ["連帯債務者勤務先会社名", debtor.company],
    ["連帯債務者勤務先住所", debtor.companyAddress],
  ];
}

function lenderItems(lender: HousingLoan["lenders"][number], n: number): [string, string][] {
  return [
    [`金融機関名（${n}）`, lender.name],
    [`住宅借入金等の内訳（${n}）`, lender.purpose === null ? "" : PURPOSES[lender.purpose - 1]!],
    [`年末残高（${n}）`, amount(lender.balance)],
    [`負担すべき金額（${n}）`, amount(lender.ownPart)],
  ];
}

function amount(value: number | null): string {
  return value === null ? "" : yen(value);
}

const yenOf = (value: number | null) => value === null ? null : yen(value);
const area = (value: number | null) => value === null ? null : measured(value, "㎡");
const percent = (value: number | null) => value === null ? null : measured(value, "%");

function measured(value: number | null, unit: string): string {
  return value === null ? "" : `${value.toLocaleString("ja-JP")}${unit}`;
}
