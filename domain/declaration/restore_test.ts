import assert from "node:assert/strict";
import fc from "fast-check";
import { NO_INSURANCE } from "../insurance.ts";
import { DOCUMENT_KINDS, REVIEW_STATUSES } from "../request.ts";
import { newReview } from "../request_acts/documents.ts";
import type { Declaration } from "./declaration.ts";
import { collected, LOAN, relative, withPerson } from "./declaration_fixture.ts";
import { restored, takePoint } from "./restore.ts";
import { restorePointSchema } from "./restore_point.ts";

/** Declarations that staff edited before the request: self, spouse, family, incomes, insurance. */
const edited = fc.record({ name: fc.string({ maxLength: 20 }), support: fc.boolean(), claims: fc.boolean() })
  .map(
    ({ name, support, claims }): Declaration => {
      const { declaration } = collected([relative("a"), relative("b")]);
      const changed = withPerson(declaration, (one) => ({
        ...one,
        lastName: name,
        thisYear: { ...one.thisYear, support },
      }));
      return {
        ...changed,
        self: { ...changed.self, firstName: name },
        insurance: { ...changed.insurance, claims },
      };
    },
  );
const insurance = fc.option(
  fc.nat(1_000_000).map((amount) => ({ ...NO_INSURANCE, dc: { amount, editable: false } })),
);
const documents = fc.subarray([...DOCUMENT_KINDS]).chain((kinds) =>
  fc.constantFrom(...REVIEW_STATUSES).map((status) =>
    Object.fromEntries(kinds.map((kind) => [kind, { ...newReview(7), status }]))
  )
);

Deno.test("what was there when the request was sent comes back exactly, but for 前職 and the housing loan", () => {
  fc.assert(fc.property(
    fc.option(edited),
    insurance,
    documents,
    fc.option(fc.constant(LOAN)),
    (declaration, contracts, papers, loan) => {
      const point = takePoint({ declaration, insurance: contracts, documents: papers }, 5);
      assert.deepEqual(restorePointSchema.parse(structuredClone(point)), point);
      const { housing_loan: _, ...others } = papers;
      assert.deepEqual(restored(point, loan), {
        declaration,
        insurance: contracts ?? NO_INSURANCE,
        housingLoan: loan,
        documents: others,
      });
    },
  ));
});

Deno.test("what staff said of 前職 and the housing loan before the request is lost, with its pictures", () => {
  const { declaration } = collected();
  const picture = { subject: null, year: null, name: "a.png", type: "image/png" as const, size: 1, at: 1 };
  const said: Declaration = {
    ...declaration,
    previousJob: { ...declaration.previousJob, otherEmployer: true, slipAvailable: true },
    housingLoan: { claim: "yes", electronic: true },
    pictures: [
      { ...picture, id: "1", kind: "withholding_slip" },
      { ...picture, id: "2", kind: "disability" },
      { ...picture, id: "3", kind: "housing_loan" },
    ],
  };
  const back = restored(takePoint({ declaration: said, insurance: null, documents: {} }, 1), null)
    .declaration!;
  assert.deepEqual(back, { ...declaration, pictures: [said.pictures[1]] });
});

Deno.test("without a restore point the answers are lost, and contracts stay as they are", () => {
  assert.deepEqual(restored(null, LOAN), {
    declaration: null,
    insurance: null,
    housingLoan: LOAN,
    documents: {},
  });
});
