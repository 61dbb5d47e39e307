import assert from "node:assert/strict";
import type { Collected } from "../declaration/collected.ts";
import { newRequest, type Request, REVIEWED } from "../request.ts";
import { newReview, withReview } from "../request_acts/documents.ts";
import { changedReviews } from "./changed.ts";
import { everything } from "./forms_fixture.ts";

const YEAR = { year: 2026, printedAddress: "registered" } as const;
const MADE = REVIEWED.reduce<Request>((so, of) => withReview(so, of, newReview(1)), newRequest("e1"));

const changed = (change: (collected: Collected) => Collected, request = MADE) =>
  changedReviews(request, everything(), change(everything()), YEAR);

Deno.test("what says the same has not changed", () => {
  assert.deepEqual(changed((same) => same), []);
  // Which pages were seen stands in no document.
  assert.deepEqual(
    changed(({ declaration, ...rest }) => ({ ...rest, declaration: { ...declaration, progress: ["self"] } })),
    [],
  );
});

Deno.test("a contract is of 保険料控除申告書 alone, a name of every form, a loan that is gone of its own", () => {
  const paid = changed((one) => ({
    ...one,
    insurance: {
      ...one.insurance,
      contracts: one.insurance.contracts.map((contract) => ({ ...contract, amount: 1_000 })),
    },
  }));
  assert.deepEqual(paid, ["insurance"]);
  const named = changed(({ declaration, ...rest }) => ({
    ...rest,
    declaration: { ...declaration, self: { ...declaration.self, lastName: "川田" } },
  }));
  assert.deepEqual(named, REVIEWED.filter((of) => of !== "previous_job"));
  assert.deepEqual(changed((one) => ({ ...one, housingLoan: null })), ["housing_loan"]);
});

Deno.test("a document that is not there is none that changed", () => {
  const { insurance: _, ...documents } = MADE.documents;
  const without = (one: Collected) => ({ ...one, insurance: { ...one.insurance, contracts: [] } });
  assert.deepEqual(changed(without), ["insurance"]);
  assert.deepEqual(changed(without, { ...MADE, documents }), []);
});
