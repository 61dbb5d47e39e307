import assert from "node:assert/strict";
import type { Area } from "../../formats/pdf/sheet.ts";
import { collected, relative } from "../../domain/declaration/declaration_fixture.ts";
import { CONTEXT, everything } from "../../domain/forms/forms_fixture.ts";
import { allBoxes, boxesOf, type Form } from "../../domain/forms/mod.ts";
import { NO_NUMBERS, sheetsOf } from "../mod.ts";
import { crowded, placesDue, placesOf } from "../sheets_fixture.ts";

const formOf = (year: number, content = everything()) =>
  boxesOf("basic_spouse_adjustment", content, { ...CONTEXT, year });

for (const year of [2021, 2025, 2026]) {
  Deno.test(`基・配・特・所 of ${year}: every box is in its place, once`, () => {
    const form = crowded(formOf(year));
    // 判定 of a spouse says nothing but what is printed there.
    const judgement = allBoxes(form).find(({ id }) => id === "spouse.judgement")!;
    judgement.value = "95万円超 133万円以下";
    assert.deepEqual(placesOf(form), placesDue(form));
  });
}

Deno.test("the incomes of 合計所得金額の見積額の計算 stand in their columns and lines", () => {
  const { texts } = sheetsOf(crowded(formOf(2026)), NO_NUMBERS)[0]!;
  for (const part of ["basic", "spouse"]) {
    const [revenue, income, other, total] = ["salary", "salary_income", "other_income", "total_income"].map((
      id,
    ) => texts.find(({ field }) => field === `${part}.${id}`)!.area) as [Area, Area, Area, Area];
    assert(revenue.x + revenue.w <= income.x && revenue.y === income.y);
    assert(income.x === other.x && other.x === total.x);
    assert(income.y + income.h < other.y && other.y + other.h < total.y);
  }
});

/** Two 特定親族 more than a page has room for. */
const students = collected(
  Array.from(
    { length: 5 },
    (_, i) => relative(`${i}`, { birthOn: "2006-05-05", taxIncome: 700_000 + i * 100_000 }),
  ),
);

/** The texts of the first page. */
function textsOf(form: Form): string[] {
  return sheetsOf(form, NO_NUMBERS)[0]!.texts.map(({ text }) => text);
}

Deno.test("the words that a box says are ticked where they are printed", () => {
  const [page] = sheetsOf(formOf(2026), NO_NUMBERS);
  for (const words of ["655万円超 900万円以下", "62万円以下かつ年齢70歳未満"]) {
    const [text, ...more] = page!.texts.filter((one) => one.text === words);
    assert.deepEqual(more, []);
    assert(text!.field);
    const beside = ({ x, y }: Area) =>
      x < text!.area.x && text!.area.x - x < 12 && Math.abs(y - text!.area.y) < 12;
    assert.equal(page!.texts.filter((one) => one.text === "✓" && beside(one.area)).length, 1);
  }
});

Deno.test("the tables are those of the year", () => {
  const of = (year: number) => textsOf(formOf(year));
  assert(of(2021).includes("900万円以下") && of(2021).includes("48万円"));
  assert(of(2025).includes("132万円以下") && of(2025).includes("95万円"));
  assert(of(2025).includes("58万円超 85万円以下"));
  assert(of(2026).includes("489万円以下") && of(2026).includes("104万円"));
  assert(of(2026).includes("62万円超 85万円以下") && !of(2021).includes("63万円"));
  assert(of(2026).includes("（1957/01/01以前生）") && of(2021).includes("（1952/01/01以前生）"));
});

Deno.test("the amount of 配偶者控除 is in a circle where 区分Ⅰ and 区分Ⅱ meet", () => {
  const circled = (content = everything()) => {
    const { shapes, texts } = sheetsOf(formOf(2026, content), NO_NUMBERS)[0]!;
    return shapes.flatMap((shape) => {
      if (shape.kind !== "ellipse") return [];
      const { x, y, w, h } = shape.area;
      const within = texts.filter(({ area }) =>
        Math.abs(area.x + area.w / 2 - x - w / 2) < 1 && Math.abs(area.y + area.h / 2 - y - h / 2) < 1
      );
      return within.map(({ text }) => text);
    });
  };
  assert.deepEqual(circled(), ["基・配・特・所", "38"]);
  const { declaration, ...rest } = everything();
  const { spouse } = declaration;
  const earning = (total: number) => ({
    ...rest,
    declaration: {
      ...declaration,
      spouse: {
        ...spouse,
        person: {
          ...spouse.person!,
          thisYear: { ...spouse.person!.thisYear, income: { incomes: null, total } },
        },
      },
    },
  });
  // 95万円 is the last of ③, whose amount is that of ②; 1,050,001 yen is the first of the fourth column of ④.
  assert.deepEqual(circled(earning(950_000)), ["基・配・特・所", "38"]);
  assert.deepEqual(circled(earning(1_050_001)), ["基・配・特・所", "26"]);
  assert.deepEqual(circled(earning(1_330_001)), ["基・配・特・所"]);
});

Deno.test("each 特定親族 has a tick in the table beside them", () => {
  const pages = sheetsOf(formOf(2026, students), NO_NUMBERS);
  // The first is that of 基礎控除, on the first page.
  const ticks = pages.map(({ texts }) => texts.filter(({ text, field }) => text === "✓" && !field).length);
  assert.deepEqual(ticks, [1 + 3, 2]);
  assert(pages[1]!.texts.some(({ text }) => text.includes("（2／2枚）")));
});
