import type { HousingLoan } from "../housing_loan.ts";
import { ACQUISITIONS, HOUSING_LOAN_FORMS } from "../housing_loan.ts";
import type { HousingLoanFigures } from "../declaration/computed/housing_loan.ts";
import { type Cell, type Columns, day, type Reader } from "./row.ts";

/** Of who declares a loan. */
const of = (cell: (loan: HousingLoan) => Cell): Reader => ({ housingLoan, declaration }) =>
  housingLoan && declaration.housingLoan.claim === "yes" ? cell(housingLoan) : null;
const figure = (cell: (figures: HousingLoanFigures) => Cell): Reader => ({ figures, declaration }) =>
  figures.housingLoan && declaration.housingLoan.claim === "yes" ? cell(figures.housingLoan) : null;
const lenders = (cell: (lender: HousingLoan["lenders"][number]) => Cell): Reader => ({ housingLoan }) =>
  housingLoan?.lenders.map(cell) ?? [];
const percent = (thousandths: number | null) => thousandths === null ? null : (thousandths / 10).toFixed(1);
/** 居住用割合 is of the later forms only, areas of the first. */
const laterOnly = (cell: (figures: HousingLoanFigures) => Cell): Reader => (row) =>
  row.housingLoan?.form === "old" ? null : figure(cell)(row);

/** 住宅借入金控除情報. */
export const HOUSING_LOAN: Columns = {
  "住宅借入金等特別控除申告書の種類": of(({ form }) => HOUSING_LOAN_FORMS.indexOf(form) + 1),
  "居住開始年月日": of(({ movedInOn }) => day(movedInOn)),
  "特定取得区分": of(({ acquisition }) => ACQUISITIONS.indexOf(acquisition)),
  "控除額適用区分": of(({ application }) =>
    ({ home: "住", renovation: "増", certified: "認", disaster: "震" })[application]
  ),
  "家屋の取得対価の額": of(({ housePrice }) => housePrice),
  "土地等の取得対価の額": of(({ landPrice }) => landPrice),
  "家屋の総床面積又は総面積": of(({ houseArea }) => houseArea?.toFixed(2)),
  "土地等の総床面積又は総面積": of(({ landArea }) => landArea?.toFixed(2)),
  "家屋の居住用部分の床面積又は面積": of(({ houseOwnArea }) => houseOwnArea?.toFixed(2)),
  "土地等の居住用部分の床面積又は面積": of(({ landOwnArea }) => landOwnArea?.toFixed(2)),
  "家屋の居住用割合": laterOnly(({ houseShare }) => percent(houseShare)),
  "土地等の居住用割合": laterOnly(({ landShare }) => percent(landShare)),
  "住宅および土地等の居住用割合": laterOnly(({ bothShare }) => percent(bothShare)),
  "増改築等の費用の額": of(({ renovationCost }) => renovationCost),
  "リ欄のうち居住用部分の費用の額": of(({ renovationOwnCost }) => renovationOwnCost),
  "増改築等の居住用割合": laterOnly(({ renovationShare }) => percent(renovationShare)),
  "特定増改築等の費用の額": of(({ specialRenovationCost }) => specialRenovationCost),
  "（参考）適用初年分の住宅借入金等特別控除額": of(({ firstYearDeduction }) => firstYearDeduction),
  "家屋の連帯債務割合": of(({ houseDebtShare }) => houseDebtShare?.toFixed(2)),
  "土地等の連帯債務割合": of(({ landDebtShare }) => landDebtShare?.toFixed(2)),
  "増改築等の連帯債務割合": of(({ renovationDebtShare }) => renovationDebtShare?.toFixed(2)),
  "借換の有無": of(({ refinanced }) => refinanced),
  "借換直前の残高": of(({ refinancing }) => refinancing?.before),
  "借換後の借入時金額": of(({ refinancing }) => refinancing?.taken),
  "借換後の年末残高": of(({ refinancing }) => refinancing?.balance),
  "借換調整で適用される年末残高": figure(({ refinanced }) => refinanced),
  "連帯債務の有無": of(({ jointDebtor }) => jointDebtor !== null),
  "連帯債務者氏名": of(({ jointDebtor }) => jointDebtor?.name),
  "連帯債務者住所": of(({ jointDebtor }) => jointDebtor?.address),
  "連帯債務者勤務先会社名": of(({ jointDebtor }) => jointDebtor?.company),
  "連帯債務者勤務先住所": of(({ jointDebtor }) => jointDebtor?.companyAddress),
  "借入金融機関情報-{n} 金融機関名": lenders(({ name }) => name),
  "借入金融機関情報-{n} 年末残高": lenders(({ balance }) => balance),
  "借入金融機関情報-{n} 負担すべき金額": lenders(({ ownPart }) => ownPart),
  "借入金融機関情報-{n} 住宅借入金等の内訳": lenders(({ purpose }) => purpose),
  "借入金等年末残高-住宅のみ": figure(({ boxes }) => boxes?.columns.house?.counted),
  "借入金等年末残高-土地のみ": figure(({ boxes }) => boxes?.columns.land?.counted),
  "借入金等年末残高-住宅および土地等": figure(({ boxes }) => boxes?.columns.both?.counted),
  "増改築等に係る借入金等の年末残高": figure(({ boxes }) => boxes?.columns.renovation?.counted),
  "計算の基礎となる年末残高": figure(({ boxes }) => boxes?.basis),
  "住宅借入金等特別控除額": figure(({ boxes }) => boxes?.credit),
};
