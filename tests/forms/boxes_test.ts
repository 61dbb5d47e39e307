import assert from "node:assert/strict";
import { allBoxes } from "../../domain/forms/mod.ts";
import { expectedBoxes, filledBoxes, formOf } from "./hand.ts";
import { PEOPLE } from "./people/mod.ts";

/*
 * Every box of every form against what a person worked out from the figures of the law (reference/tax-and-forms-2026.md,
 * downloads.md §10), apart from the code: the tables of people/*.ts.
 */

for (const person of PEOPLE) {
  Deno.test(`every box of every form of ${person.name} holds what a person worked out`, async (t) => {
    for (const hand of person.forms) {
      await t.step(`${hand.document} ${hand.year}`, () => {
        const form = formOf(person, hand);
        assert.equal(form.title, hand.title);
        assert.deepEqual(filledBoxes(form), expectedBoxes(hand));
      });
    }
  });
}

/** Never filled by anybody: 収集情報 asks for neither (reference/form-fields.md §3). */
const NOT_ASKED = ["F.widow", "D.change"];

Deno.test("there is somebody for every box that is asked for", () => {
  const boxes = new Map<string, boolean>();
  for (const person of PEOPLE) {
    for (const hand of person.forms) {
      const form = formOf(person, hand);
      for (const { id, value } of allBoxes(form)) {
        const box = id.replace(/\.\d+\./, ".");
        boxes.set(box, value !== "" || (boxes.get(box) ?? false));
      }
    }
  }
  const blank = [...boxes].filter(([, filled]) => !filled).map(([box]) => box);
  assert.deepEqual(blank, NOT_ASKED);
});
