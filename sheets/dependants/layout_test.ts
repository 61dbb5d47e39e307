import assert from "node:assert/strict";
import { CONTEXT, everything } from "../../domain/forms/forms_fixture.ts";
import { boxesOf } from "../../domain/forms/mod.ts";
import { NO_NUMBERS, sheetsOf } from "../mod.ts";
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

Deno.test("the words of B, 非居住者 and 年齢 are those of the year", () => {
  const words = (year: number) => {
    const form = boxesOf("this_year_dependants", everything(), { ...CONTEXT, year });
    return sheetsOf(form, NO_NUMBERS)[0]!.texts.map(({ text }) => text).join("\n");
  };
  assert(words(2026).includes("源泉控除\n対象親族") && words(2026).includes("特定親族"));
  assert(words(2025).includes("控除対象\n扶養親族\n（16歳以上）") && !words(2025).includes("特定親族"));
  assert(words(2025).includes("38万円以上の支払") && !words(2022).includes("38万円以上の支払"));
  assert(words(2025).includes("老人扶養親族（1956/01/01以前生）") && words(2025).includes("令和7年中"));
});
