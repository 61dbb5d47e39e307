import type { HousingLoan } from "../../housing_loan.ts";
import {
  housingLoanBoxes,
  livingShare,
  livingShareOf,
  type LoanBoxes,
  type LoanPart,
  type LoanPurpose,
  ownPart,
  refinancedBalance,
  type TaxYear,
} from "../../tax/mod.ts";

/** The computed boxes of 住宅借入金等特別控除申告書, in yen and thousandths. */
export interface HousingLoanFigures {
  /** 居住用割合 of 家屋, 土地等 and 増改築等 in thousandths; null: not said. */
  houseShare: number | null;
  landShare: number | null;
  renovationShare: number | null;
  /** 住宅および土地等の居住用割合: that of both where they are equal. */
  bothShare: number | null;
  /** 借換調整で適用される年末残高; null: not refinanced, or amounts missing. */
  refinanced: number | null;
  /** 年末残高 of each lender, after 借換; and what of it the employee bears. */
  owed: number[];
  borne: number[];
  /** Null: no 居住開始年月日, or no terms for it in this year. */
  boxes: LoanBoxes | null;
}

/** @param ownTotalIncome 合計所得金額 of the employee, yen */
export function housingLoanFigures(
  tax: TaxYear,
  loan: HousingLoan,
  ownTotalIncome: number,
): HousingLoanFigures {
  const houseShare = shareOf(loan.houseOwnUse, loan.houseOwnArea, loan.houseArea);
  const landShare = shareOf(loan.landOwnUse, loan.landOwnArea, loan.landArea);
  const renovationShare = shareOf(loan.renovationOwnUse, loan.renovationOwnCost, loan.renovationCost);
  const refinanced = refinancedOf(loan);
  const owed = loan.lenders.map(({ balance }, n) =>
    n === 0 && refinanced !== null ? refinanced : balance ?? 0
  );
  const borne = owed.map((balance, n) => borneOf(loan, n, balance));
  return {
    houseShare,
    landShare,
    renovationShare,
    bothShare: houseShare !== null && houseShare === landShare ? houseShare : null,
    refinanced,
    owed,
    borne,
    boxes: loan.movedInOn === null ? null : housingLoanBoxes(tax, {
      home: { ...loan, movedInOn: loan.movedInOn },
      ownTotalIncome,
      loans: loan.lenders.flatMap(({ purpose }, n) =>
        purpose === null ? [] : [{ purpose: purpose as LoanPurpose, balance: borne[n]! }]
      ),
      house: partOf(loan.housePrice, houseShare),
      land: partOf(loan.landPrice, landShare),
      renovation: partOf(loan.renovationCost, renovationShare),
      specialCost: loan.specialRenovationCost ?? 0,
    }),
  };
}

/** 居住用割合 in thousandths: as said, or of areas (旧様式) or costs; null: neither. */
function shareOf(percent: number | null, living: number | null, whole: number | null): number | null {
  if (percent !== null) return livingShareOf(percent);
  return living === null || whole === null ? null : livingShare(living, whole);
}

/** A part of the home; one of unknown 居住用割合 is lived in wholly. */
function partOf(price: number | null, share: number | null): LoanPart | null {
  return price === null ? null : { price, livingShare: share ?? livingShareOf(100) };
}

function refinancedOf({ refinanced, refinancing }: HousingLoan): number | null {
  if (!refinanced || !refinancing) return null;
  const { before, taken, balance } = refinancing;
  return before === null || taken === null || balance === null
    ? null
    : refinancedBalance({ before, taken, balance });
}

/** What the employee bears of a lender's 年末残高: 負担すべき金額, else the part by 連帯債務割合. */
function borneOf(loan: HousingLoan, n: number, balance: number): number {
  const lender = loan.lenders[n]!;
  if (!loan.jointDebtor) return balance;
  if (lender.ownPart !== null) return lender.ownPart;
  const share = lender.purpose === 4
    ? loan.renovationDebtShare
    : lender.purpose === 2
    ? loan.landDebtShare
    : loan.houseDebtShare;
  return share === null ? balance : ownPart(balance, share);
}
