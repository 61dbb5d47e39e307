import type { HousingLoan } from "../housing_loan.ts";
import { ACQUISITIONS, HOUSING_LOAN_FORMS } from "../housing_loan.ts";
import { applicationOf } from "./loan_application.ts";
import type { HousingLoanFigures } from "../declaration/computed/housing_loan.ts";
import { type Cell, type Columns, day, type Reader, type Row } from "./row.ts";

/** The loan of who declares one. */
export const declaredLoan = ({ housingLoan, declaration }: Row): HousingLoan | null =>
  declaration.housingLoan.claim === "yes" ? housingLoan : null;
const of = (cell: (loan: HousingLoan) => Cell | readonly Cell[]): Reader => (row) => {
  const loan = declaredLoan(row);
  return loan && cell(loan);
};
const figure = (cell: (figures: HousingLoanFigures) => Cell): Reader => (row) =>
  of(() => row.figures.housingLoan && cell(row.figures.housingLoan))(row);
const lenders = (cell: (lender: HousingLoan["lenders"][number], loan: HousingLoan) => Cell): Reader =>
  of((loan) => loan.lenders.map((lender) => cell(lender, loan)));
const percent = (thousandths: number | null) => thousandths === null ? null : (thousandths / 10).toFixed(1);

/** 旧様式 asks for areas and for the costs of the part that is lived in. */
const oldOnly = (cell: (loan: HousingLoan) => Cell): Reader =>
  of((loan) => loan.form === "old" ? cell(loan) : null);
/** The later forms ask for 居住用割合 and 連帯債務割合. */
const laterOnly = (read: Reader): Reader => (row) => row.housingLoan?.form === "old" ? null : read(row);

const LETTERS = { home: "住", renovation: "増", certified: "認", disaster: "震" } as const;

/** 住宅借入金控除情報. */
export const HOUSING_LOAN: Columns = {
  "住宅借入金等特別控除申告書の種類": of(({ form }) => HOUSING_LOAN_FORMS.indexOf(form) + 1),
  "居住開始年月日": of(({ movedInOn }) => day(movedInOn)),
  "特定取得区分": of(({ acquisition }) => ACQUISITIONS.indexOf(acquisition)),
  "控除額適用区分": of((loan) => LETTERS[applicationOf(loan)]),
  "家屋の取得対価の額": of(({ housePrice }) => housePrice),
  "土地等の取得対価の額": of(({ landPrice }) => landPrice),
  "家屋の総床面積又は総面積": oldOnly(({ houseArea }) => houseArea?.toFixed(2)),
  "土地等の総床面積又は総面積": oldOnly(({ landArea }) => landArea?.toFixed(2)),
  "家屋の居住用部分の床面積又は面積": oldOnly(({ houseOwnArea }) => houseOwnArea?.toFixed(2)),
  "土地等の居住用部分の床面積又は面積": oldOnly(({ landOwnArea }) => landOwnArea?.toFixed(2)),
  "家屋の居住用割合": laterOnly(figure(({ houseShare }) => percent(houseShare))),
  "土地等の居住用割合": laterOnly(figure(({ landShare }) => percent(landShare))),
  "住宅および土地等の居住用割合": laterOnly(figure(({ bothShare }) => percent(bothShare))),
  "増改築等の費用の額": of(({ renovationCost }) => renovationCost),
  "リ欄のうち居住用部分の費用の額": oldOnly(({ renovationOwnCost }) => renovationOwnCost),
  "増改築等の居住用割合": laterOnly(figure(({ renovationShare }) => percent(renovationShare))),
  "特定増改築等の費用の額": of(({ specialRenovationCost }) => specialRenovationCost),
  "（参考）適用初年分の住宅借入金等特別控除額": of(({ firstYearDeduction }) => firstYearDeduction),
  "家屋の連帯債務割合": laterOnly(of(({ houseDebtShare }) => houseDebtShare?.toFixed(2))),
  "土地等の連帯債務割合": laterOnly(of(({ landDebtShare }) => landDebtShare?.toFixed(2))),
  "増改築等の連帯債務割合": laterOnly(of(({ renovationDebtShare }) => renovationDebtShare?.toFixed(2))),
  "借換の有無": of(({ refinanced }) => refinanced),
  "借換直前の残高": of(({ refinanced, refinancing }) => refinanced ? refinancing?.before : null),
  "借換後の借入時金額": of(({ refinanced, refinancing }) => refinanced ? refinancing?.taken : null),
  "借換後の年末残高": of(({ refinanced, refinancing }) => refinanced ? refinancing?.balance : null),
  "借換調整で適用される年末残高": figure(({ refinanced }) => refinanced),
  "連帯債務の有無": of(({ jointDebtor }) => jointDebtor !== null),
  "連帯債務者氏名": of(({ jointDebtor }) => jointDebtor?.name),
  "連帯債務者住所": of(({ jointDebtor }) => jointDebtor?.address),
  "連帯債務者勤務先会社名": of(({ jointDebtor }) => jointDebtor?.company),
  "連帯債務者勤務先住所": of(({ jointDebtor }) => jointDebtor?.companyAddress),
  "借入金融機関情報-{n} 金融機関名": lenders(({ name }) => name),
  "借入金融機関情報-{n} 年末残高": lenders(({ balance }) => balance),
  "借入金融機関情報-{n} 負担すべき金額": lenders(({ ownPart }, { jointDebtor }) => jointDebtor && ownPart),
  "借入金融機関情報-{n} 住宅借入金等の内訳": lenders(({ purpose }) => purpose),
  "借入金等年末残高-住宅のみ": figure(({ boxes }) => boxes?.columns.house?.counted),
  "借入金等年末残高-土地のみ": figure(({ boxes }) => boxes?.columns.land?.counted),
  "借入金等年末残高-住宅および土地等": figure(({ boxes }) => boxes?.columns.both?.counted),
  "増改築等に係る借入金等の年末残高": figure(({ boxes }) => boxes?.columns.renovation?.counted),
  "計算の基礎となる年末残高": figure(({ boxes }) => boxes?.basis),
  "住宅借入金等特別控除額": figure(({ boxes }) => boxes?.credit),
};
