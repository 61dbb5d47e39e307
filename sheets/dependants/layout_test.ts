import assert from "node:assert/strict";
import { CONTEXT, everything } from "../../domain/forms/forms_fixture.ts";
import { boxesOf } from "../../domain/forms/mod.ts";
import { sheetsOf } from "../mod.ts";
import { crowded, placesDue, placesOf } from "../sheets_fixture.ts";

for (const year of [2022, 2025, 2026]) {
  Deno.test(`扶養控除等申告書 of ${year}: every box is in its place, once`, () => {
    const form = crowded(boxesOf("this_year_dependants", everything(), { ...CONTEXT, year }));
    assert(
      form.parts.every(({ rows, paperRows }) => rows.length > 0 || paperRows === 0),
      "a part without rows",
    );
    assert.deepEqual(placesOf(form), placesDue(form));
  });
}

Deno.test("what is printed in place of 個人番号 stands there with the name, and on demand only", () => {
  const form = boxesOf("this_year_dependants", everything(), CONTEXT);
  const note = "給与支払者に提供済みのマイナンバー（個人番号）と相違ありません";
  const textsOf = (declared: boolean) =>
    sheetsOf(form, { digits: new Map(), declared })[0]!.texts.map(({ text }) => text);
  const times = (texts: string[], text: string) => texts.filter((one) => one === text).length;
  assert.equal(times(textsOf(true), note), 1);
  assert.equal(times(textsOf(false), note), 0);
  const name = form.parts[0]!.boxes.find(({ id }) => id === "head.name")!.value;
  assert.equal(times(textsOf(true), name), times(textsOf(false), name) + 1);
});
