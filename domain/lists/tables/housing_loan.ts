import { HOUSING_LOAN as COLUMNS } from "../housing_loan.ts";
import { horizontal } from "../list.ts";
import { EMPLOYEE } from "../row.ts";
import { FORMS } from "../self.ts";
import { EMPLOYEE_HEADERS } from "./employee.ts";

/** 住宅借入金控除情報: 2.17. */
export const HOUSING_LOAN = [
  ...EMPLOYEE_HEADERS,
  "住宅借入金等特別控除申告フラグ",
  "住宅借入金等特別控除申告書作成の有無フラグ",
  "住宅借入金等特別控除申告書の種類",
  "居住開始年月日",
  "特定取得区分",
  "控除額適用区分",
  "家屋の取得対価の額",
  "土地等の取得対価の額",
  "家屋の総床面積又は総面積",
  "土地等の総床面積又は総面積",
  "家屋の居住用部分の床面積又は面積",
  "土地等の居住用部分の床面積又は面積",
  "家屋の居住用割合",
  "土地等の居住用割合",
  "住宅および土地等の居住用割合",
  "増改築等の費用の額",
  "リ欄のうち居住用部分の費用の額",
  "増改築等の居住用割合",
  "特定増改築等の費用の額",
  "（参考）適用初年分の住宅借入金等特別控除額",
  "家屋の連帯債務割合",
  "土地等の連帯債務割合",
  "増改築等の連帯債務割合",
  "借換の有無",
  "借換直前の残高",
  "借換後の借入時金額",
  "借換後の年末残高",
  "借換調整で適用される年末残高",
  "連帯債務の有無",
  "連帯債務者氏名",
  "連帯債務者住所",
  "連帯債務者勤務先会社名",
  "連帯債務者勤務先住所",
  "借入金融機関情報-{n} 金融機関名",
  "借入金融機関情報-{n} 年末残高",
  "借入金融機関情報-{n} 負担すべき金額",
  "借入金融機関情報-{n} 住宅借入金等の内訳",
  "借入金等年末残高-住宅のみ",
  "借入金等年末残高-土地のみ",
  "借入金等年末残高-住宅および土地等",
  "増改築等に係る借入金等の年末残高",
  "計算の基礎となる年末残高",
  "住宅借入金等特別控除額",
] as const;

/** Lenders that the form and the file have places for. */
export const MOST_LENDERS = 2;

/** 住宅借入金控除の情報: a row an employee, who declares a loan or not. */
export const housingLoanInfo = horizontal(HOUSING_LOAN, { ...EMPLOYEE, ...FORMS, ...COLUMNS }, {
  "借入金融機関情報-": MOST_LENDERS,
});
