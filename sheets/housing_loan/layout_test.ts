import assert from "node:assert/strict";
import { CONTEXT, everything } from "../../domain/forms/forms_fixture.ts";
import { boxesOf, type Form } from "../../domain/forms/mod.ts";
import { sizeOf } from "../../formats/pdf/sheet.ts";
import { NO_NUMBERS, sheetsOf } from "../mod.ts";
import { crowded, placesDue, placesOf } from "../sheets_fixture.ts";

const GENERATIONS = ["old", "new", "from_2022"] as const;

for (const generation of GENERATIONS) {
  Deno.test(`住宅借入金等 (${generation}): every box is in its place, once`, () => {
    const form = crowded(formOf(generation));
    assert.deepEqual(placesOf(form), placesDue(form));
  });

  Deno.test(`住宅借入金等 (${generation}): the certificate lies below the declaration, all within the page`, () => {
    const [page] = sheetsOf(crowded(formOf(generation)), NO_NUMBERS);
    const tops = (...parts: string[]) =>
      page!.texts.flatMap(({ field, area }) => parts.includes(field?.split(".")[0] ?? "") ? [area.y] : []);
    assert(Math.max(...tops("head", "columns", "remarks")) < Math.min(...tops("certificate")));
    const { w, h } = sizeOf(page!);
    assert(page!.texts.every(({ area }) => area.x > 0 && area.y > 0));
    assert(page!.texts.every(({ area }) => area.x + area.w < w && area.y + area.h < h));
  });
}

Deno.test("住宅借入金等 says the year that it is for", () => {
  const [page] = sheetsOf(formOf("new"), NO_NUMBERS);
  assert(page!.texts.some(({ text }) => text === "令和8年分"));
});

Deno.test("特定増改築等 has its boxes until 令和3年, and the credit its number", () => {
  const words = (generation: typeof GENERATIONS[number]) =>
    sheetsOf(formOf(generation), NO_NUMBERS)[0]!.texts.map(({ text }) => text);
  assert.deepEqual(GENERATIONS.map((one) => words(one).includes("⑭")), [true, false, false]);
  assert.deepEqual(GENERATIONS.map((one) => words(one).includes("⑧")), [true, true, false]);
  assert.deepEqual(
    GENERATIONS.map((one) => words(one).some((text) => text.startsWith("特定増改築等に係る"))),
    [true, true, false],
  );
});

function formOf(generation: typeof GENERATIONS[number]): Form {
  return boxesOf("housing_loan", everything(generation), CONTEXT);
}
