import type { Contract, Insurance } from "../../insurance.ts";
import {
  type EarthquakeDeduction,
  earthquakeDeduction,
  type LifeDeduction,
  lifeInsuranceDeduction,
  mutualAidDeduction,
  socialInsuranceDeduction,
  type TaxYear,
} from "../../tax/mod.ts";
import type { Declaration } from "../declaration.ts";
import { under23Holds } from "./adjustment.ts";

/** Every computed box of 保険料控除申告書, in yen. */
export interface InsuranceFigures {
  life: LifeDeduction;
  earthquake: EarthquakeDeduction;
  /** 社会保険料: of each kind, and together. */
  social: { nationalPension: number; healthAndCare: number; deduction: number };
  /** 小規模企業共済等掛金: the four lines, and together. */
  mutualAid: {
    smallBusiness: number;
    corporate: number;
    individual: number;
    disabled: number;
    deduction: number;
  };
}

/** The boxes of what somebody declares. Contracts without an amount (昨年の申告 not yet asked for) count as nothing. */
export function insuranceFigures(
  tax: TaxYear,
  declaration: Declaration,
  insurance: Insurance,
): InsuranceFigures {
  const { contracts } = insurance;
  const paid = (fits: (contract: Contract) => boolean) =>
    contracts.filter(fits).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const nationalPension = paid(({ kind, social }) => kind === "social" && social !== "health_and_care");
  const healthAndCare = paid(({ social }) => social === "health_and_care");
  return {
    life: lifeInsuranceDeduction(tax, {
      newGeneral: paid(({ kind, generation }) => kind === "life" && generation !== "old"),
      oldGeneral: paid(({ kind, generation }) => kind === "life" && generation === "old"),
      careMedical: paid(({ kind }) => kind === "care"),
      newPension: paid(({ kind, generation }) => kind === "pension" && generation !== "old"),
      oldPension: paid(({ kind, generation }) => kind === "pension" && generation === "old"),
      hasDependantUnder23: under23Holds(tax, declaration),
    }),
    earthquake: earthquakeDeduction(tax, {
      earthquake: paid(({ kind, quake }) => kind === "earthquake" && quake !== "old_long_term"),
      oldLongTerm: paid(({ quake }) => quake === "old_long_term"),
    }),
    social: {
      nationalPension,
      healthAndCare,
      deduction: socialInsuranceDeduction([nationalPension, healthAndCare]),
    },
    mutualAid: mutualAidFigures(declaration, insurance),
  };
}

function mutualAidFigures({ insurance: { mutualAid } }: Declaration, { dc }: Insurance) {
  const lines = {
    smallBusiness: mutualAid.small_business.amount ?? 0,
    corporate: dc?.amount ?? 0,
    individual: mutualAid.individual.amount ?? 0,
    disabled: mutualAid.disabled.amount ?? 0,
  };
  return {
    ...lines,
    deduction: mutualAidDeduction({
      smallEnterprise: lines.smallBusiness,
      corporateDc: lines.corporate,
      individualDc: lines.individual,
      disabilityMutualAid: lines.disabled,
    }),
  };
}
