import { HOUSING_LOAN_FORMS, type HousingLoan, housingLoanSchema } from "../../domain/housing_loan.ts";
import type { SampleCompany } from "./companies.ts";
import { drawsOf } from "./draws.ts";

/** One person in so many pays for a home. */
const ONE_IN = 6;

/** The housing loan that person number `i` declared last year, amounts and all; null: none. Lenders are made up. */
export function lastYearHousingLoan(company: SampleCompany, i: number): HousingLoan | null {
  const draws = drawsOf(company.seed ^ 0x10a_7, i);
  if (!draws.oneIn(ONE_IN)) return null;
  const form = draws.pick(HOUSING_LOAN_FORMS);
  const movedIn = { old: 2013, new: 2019, from_2022: 2022 }[form] + draws.int(2);
  const housePrice = (1500 + draws.int(2000)) * 10_000;
  const landPrice = draws.oneIn(2) ? (800 + draws.int(1500)) * 10_000 : null;
  const balance = Math.floor((housePrice + (landPrice ?? 0)) * 0.7);
  const joint = draws.oneIn(4);
  return housingLoanSchema.parse({
    v: 1,
    form,
    movedInOn: `${movedIn}-0${1 + draws.int(9)}-15`,
    acquisition: draws.pick(["none", "specified"]),
    application: draws.pick(["home", "home", "certified"]),
    houseArea: 80 + draws.int(60),
    landArea: landPrice === null ? null : 100 + draws.int(80),
    houseOwnUse: 100,
    landOwnUse: landPrice === null ? null : 100,
    refinanced: draws.oneIn(8),
    jointDebtor: joint
      ? {
        name: "見本 連子",
        address: "東京都千代田区見本町1-1",
        company: "架空商会",
        companyAddress: "東京都港区架空町2-2",
      }
      : null,
    lenders: [{
      name: "見本銀行",
      purpose: landPrice === null ? 1 : 3,
      balance,
      ownPart: joint ? Math.floor(balance / 2) : null,
    }],
    housePrice,
    landPrice,
    renovationCost: null,
    firstYearDeduction: null,
  });
}
