import type { HousingLoan } from "../housing_loan.ts";
import { type Insurance, NO_INSURANCE } from "../insurance.ts";
import type { Request } from "../request.ts";
import type { Declaration } from "./declaration.ts";
import { NO_PREVIOUS_JOB } from "./initial.ts";
import type { RestorePoint } from "./restore_point.ts";

/** What is stored of somebody when the request is sent; null: nothing of the kind. */
export interface Before {
  declaration: Declaration | null;
  insurance: Insurance | null;
  documents: Request["documents"];
}

/** The restore point of a request that is sent at `at` (ms since the epoch). */
export function takePoint({ declaration, insurance, documents }: Before, at: number): RestorePoint {
  return { v: 1, takenAt: at, declaration, insurance, documents };
}

/** What 未依頼に戻す leaves of somebody. `insurance` null: stays as it is. */
export interface Restored {
  declaration: Declaration | null;
  insurance: Insurance | null;
  housingLoan: HousingLoan | null;
  documents: Request["documents"];
}

/**
 * What 未依頼に戻す makes of somebody's answers (reference/screens.md §7.2): self, spouse, family and insurance as they were
 * when the request was sent, with what staff had edited before; 前職 empty; the housing loan as the year began
 * (`startLoan`, of the baseline), what staff said of it lost, and so its document. Without a point (the request was sent
 * by a version that took none) all answers are lost, but contracts stay.
 */
export function restored(point: RestorePoint | null, startLoan: HousingLoan | null): Restored {
  const { housing_loan: _, ...documents } = point?.documents ?? {};
  return {
    declaration: point?.declaration ? unasked(point.declaration) : null,
    insurance: point && (point.insurance ?? NO_INSURANCE),
    housingLoan: startLoan,
    documents,
  };
}

/** Without 前職 and the housing loan, and the pictures that prove them. */
function unasked(declaration: Declaration): Declaration {
  return {
    ...declaration,
    previousJob: NO_PREVIOUS_JOB,
    housingLoan: { claim: null, electronic: false },
    pictures: declaration.pictures.filter(({ kind }) =>
      kind !== "withholding_slip" && kind !== "housing_loan"
    ),
  };
}
