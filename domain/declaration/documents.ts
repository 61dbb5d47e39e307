import type { DocumentSettings } from "../document_settings.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "../request.ts";
import type { Needed } from "../request_acts/documents.ts";
import { taxYear } from "../tax/mod.ts";
import { candidateFor } from "./candidate.ts";
import type { Collected } from "./collected.ts";
import { selfFigures } from "./computed/self.ts";
import type { Declaration } from "./declaration.ts";

/** 合計所得金額 (yen) above which there is no 基・配・所 (reference/screens.md §5.3). */
const BASIC_LIMIT = 25_000_000;

/**
 * The documents that what is collected makes in the adjustment of `year` (西暦), and whether there is 前職情報
 * (reference/screens.md §5.3, form-fields.md §2). 保険料控除申告書 is made for who declares, or for all by
 * `makeInsurance`. Throws Refusal `no_tax_year`.
 */
export function documentsFor(
  year: number,
  collected: Collected,
  settings: Pick<DocumentSettings, "makeInsurance">,
): Needed {
  const { declaration } = collected;
  const documents = endedEarly(year, declaration) ??
    DOCUMENT_KINDS.filter((kind) => isMade(kind, year, collected, settings));
  return { documents, previousJob: declaration.previousJob.jobs.length > 0 };
}

/**
 * The documents of a 対象外候補, whose questionnaire ended early (reference/screens.md §5.2); null: none is one. 収入 as
 * 源泉 [ours]: both are told their tax by return, and 扶養控除等申告書 is handed in whatever they earn.
 */
function endedEarly(year: number, declaration: Declaration): DocumentKind[] | null {
  switch (candidateFor(year, { declaration })) {
    case null:
      return null;
    case "retired_candidate":
      return [];
    case "otsu_candidate":
      return declaration.previousJob.submitsHereNextYear === true ? ["next_year_dependants"] : [];
    case "withholding_candidate":
    case "income_candidate":
      return ["this_year_dependants", "next_year_dependants"];
  }
}

function isMade(
  kind: DocumentKind,
  year: number,
  { declaration, housingLoan }: Collected,
  { makeInsurance }: Pick<DocumentSettings, "makeInsurance">,
): boolean {
  switch (kind) {
    case "this_year_dependants":
    case "next_year_dependants":
      return true;
    case "basic_spouse_adjustment":
      return (selfFigures(taxYear(year), declaration, "thisYear").totalIncome ?? 0) <= BASIC_LIMIT;
    case "insurance":
      return makeInsurance || declaration.insurance.claims === true;
    case "housing_loan":
      return declaration.housingLoan.claim === "yes" && housingLoan !== null;
  }
}
