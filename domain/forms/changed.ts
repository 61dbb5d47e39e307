import { alikeValues } from "../answering/fields/canonical.ts";
import type { Collected } from "../declaration/collected.ts";
import { type Request, REVIEWED, type Reviewed } from "../request.ts";
import { reviewOf } from "../request_acts/documents.ts";
import type { FormContext } from "./context.ts";
import { boxesOf, type Part } from "./mod.ts";
import { previousJobPart } from "./previous_job.ts";

/** Which of the documents of a 依頼, and whether its 前職情報, say something else in `after` than in `before`. */
export function changedReviews(
  request: Request,
  before: Collected,
  after: Collected,
  year: Pick<FormContext, "year" | "printedAddress">,
): Reviewed[] {
  const context = { ...year, company: null, establishment: null };
  return REVIEWED.filter((of) =>
    reviewOf(request, of) &&
    !alikeValues(contentOf(of, before, context), contentOf(of, after, context))
  );
}

/** What a document says; null: nothing, there is no loan (any more). */
function contentOf(of: Reviewed, collected: Collected, context: FormContext): Part[] | null {
  if (of === "previous_job") return [previousJobPart(collected.declaration.previousJob.jobs)];
  if (of === "housing_loan" && !collected.housingLoan) return null;
  return boxesOf(of, collected, context).parts;
}
