import assert from "node:assert/strict";
import fc from "fast-check";
import { type Box, boxesOf, type Form } from "../../domain/forms/mod.ts";
import { CONTEXT, everything } from "../../domain/forms/forms_fixture.ts";
import type { DocumentKind } from "../../domain/request.ts";
import { openFont } from "../../formats/pdf/font.ts";
import { NO_NUMBERS, sheetsOf } from "../../sheets/mod.ts";
import { faultsOf } from "./geometry.ts";
import { formOf } from "./hand.ts";
import { PEOPLE } from "./people/mod.ts";

const font = await openFont();

/** Fails unless every page of a form is one that an eye accepts. */
function assertClean(form: Form, declared = false): void {
  for (const [page, sheet] of sheetsOf(form, { ...NO_NUMBERS, declared }).entries()) {
    assert.deepEqual(faultsOf(sheet, font), [], `${form.document} ${form.generation}, page ${page + 1}`);
  }
}

for (const person of PEOPLE) {
  Deno.test(`no text of the forms of ${person.name} lies over another, beside its place or the page`, async (t) => {
    for (const hand of person.forms) {
      await t.step(`${hand.document} ${hand.year}`, () => {
        assertClean(formOf(person, hand));
        assertClean(formOf(person, hand), true);
      });
    }
  });
}

type Loan = "old" | "new" | "from_2022";
const LAYOUTS: readonly [DocumentKind, year: number, loan?: Loan][] = [
  ["this_year_dependants", 2025],
  ["this_year_dependants", 2026],
  ["basic_spouse_adjustment", 2023],
  ["basic_spouse_adjustment", 2026],
  ["insurance", 2025],
  ["insurance", 2026],
  ["housing_loan", 2026, "old"],
  ["housing_loan", 2026, "new"],
  ["housing_loan", 2026, "from_2022"],
];

const words = fc.string({ unit: fc.constantFrom(..."寿限無ABＷ㌢1、（）ー 髙"), maxLength: 90 });
const valueOf = (kind: Box["kind"], unit: Box["unit"]) =>
  kind === "mark"
    ? fc.constantFrom("", "該当")
    : kind === "number"
    ? fc.constantFrom("", "＊".repeat(12))
    : unit
    ? fc.nat(999_999_999_999).map((n) => n.toLocaleString("ja-JP"))
    : words;

/** The same form with whatever in its boxes. */
function scribbled(form: Form): fc.Arbitrary<Form> {
  const boxes = (some: readonly Box[]) =>
    fc.tuple(...some.map((box) => valueOf(box.kind, box.unit).map((value) => ({ ...box, value }))));
  const parts = form.parts.map((part) =>
    fc.record({
      boxes: boxes(part.boxes),
      rows: fc.tuple(
        ...part.rows.map((row) => boxes(row.boxes).map((filled) => ({ ...row, boxes: filled }))),
      ),
    }).map((filled) => ({ ...part, ...filled }))
  );
  return fc.tuple(...parts).map((filled) => ({ ...form, parts: filled }));
}

for (const [document, year, loan] of LAYOUTS) {
  Deno.test(`whatever stands in the boxes of ${document} of ${year} ${loan ?? ""}: nothing lies over another`, () => {
    const form = boxesOf(document, everything(loan), { ...CONTEXT, year });
    fc.assert(fc.property(scribbled(form), (one) => assertClean(one)), { numRuns: 4 });
  });
}
