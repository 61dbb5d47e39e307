import type { Collected } from "../declaration/collected.ts";
import { figuresOf } from "../declaration/computed/figures.ts";
import { Refusal } from "../errors.ts";
import { type DocumentKind, REVIEWED_LABELS } from "../request.ts";
import { taxYear } from "../tax/mod.ts";
import { basicForm } from "./basic.ts";
import type { Form } from "./box.ts";
import { type Filling, type FormContext, printedResidence, registeredOf } from "./context.ts";
import { dependantsForm } from "./dependants.ts";
import { housingLoanForm } from "./housing_loan.ts";
import { insuranceForm } from "./insurance.ts";

export { allBoxes, type Box, type Form, type Generation, type Part, type Row } from "./box.ts";
export type { FormContext } from "./context.ts";

/**
 * The boxes of a document as they are filled from what is collected: one source for ［書類をチェック］ and for the printed
 * form. A 個人番号 is never among the values. Throws Refusal `no_tax_year`, and `review_missing` for 住宅借入金等 of
 * somebody without a loan.
 */
export function boxesOf(document: DocumentKind, collected: Collected, context: FormContext): Form {
  const filling = fillingOf(document, collected, context);
  switch (document) {
    case "this_year_dependants":
    case "next_year_dependants":
      return dependantsForm(document, filling);
    case "basic_spouse_adjustment":
      return basicForm(filling);
    case "insurance":
      return insuranceForm(filling);
    case "housing_loan":
      if (!collected.housingLoan) {
        throw new Refusal("review_missing", { document: REVIEWED_LABELS.housing_loan });
      }
      return housingLoanForm(collected.housingLoan, filling);
  }
}

function fillingOf(document: DocumentKind, collected: Collected, context: FormContext): Filling {
  const { year, printedAddress } = context;
  const { declaration } = collected;
  const { self } = declaration;
  const which = document === "next_year_dependants" ? "nextYear" : "thisYear";
  const residence = document === "insurance"
    ? registeredOf(self.thisYear)
    : document === "housing_loan"
    ? self.thisYear.home
    : printedResidence(declaration, printedAddress, which);
  return {
    collected,
    context,
    figures: figuresOf(year, collected),
    which,
    tax: taxYear(which === "nextYear" ? year + 1 : year),
    residence,
  };
}
