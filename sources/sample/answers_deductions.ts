import type {
  HousingLoanAnswers,
  InsuranceAnswers,
  LOAN_CLAIMS,
} from "../../domain/declaration/deductions.ts";
import type { Declaration } from "../../domain/declaration/declaration.ts";
import type { Request } from "../../domain/request.ts";
import { ageFor } from "../../domain/tax/age.ts";
import type { Turn } from "./answers_turn.ts";

/** What the section 保険料控除 holds when it is answered: declared where there is 保険料控除申告書. */
export function answerInsurance(
  turn: Turn,
  { family }: Declaration,
  { documents }: Request,
): InsuranceAnswers {
  const { place, company: { year } } = turn;
  const claims = documents.insurance !== undefined;
  const young = family.people.find(({ birthOn, thisYear }) =>
    birthOn !== null && thisYear.support === true && ageFor(year, birthOn) < 23
  );
  const paid = (every: number, first: number) =>
    claims && place % every === first
      ? { amount: 12_000 * (1 + turn.draws.int(20)), electronic: place % 2 === 0 }
      : { amount: null, electronic: false };
  return {
    claims,
    under23: claims ? young !== undefined : null,
    under23Person: claims ? young?.id ?? null : null,
    mutualAid: { individual: paid(3, 0), small_business: paid(7, 1), disabled: paid(7, 2) },
  };
}

/** Why there is no declaration for a loan, as often as it stands here. */
const NOT_MADE: readonly (typeof LOAN_CLAIMS)[number][] = ["no", "no", "excluded", "no", "both_columns"];

/** What the section 住宅借入金 holds when it is answered. */
export function answerHousingLoan({ place }: Turn, { documents }: Request): HousingLoanAnswers {
  if (documents.housing_loan) return { claim: "yes", electronic: place % 5 === 4 };
  return { claim: NOT_MADE[place % NOT_MADE.length]!, electronic: false };
}
