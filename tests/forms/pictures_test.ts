import assert from "node:assert/strict";
import { NO_NUMBERS, sheetsOf } from "../../sheets/mod.ts";
import { printSheets } from "../../sheets/print.ts";
import type { Sheet } from "../../formats/pdf/sheet.ts";
import { formOf } from "./hand.ts";
import { LONG_MOUNTED, MOUNTED } from "./mounted.ts";
import { PEOPLE } from "./people/mod.ts";
import { difference, readPgm, readPng, writePng } from "./picture.ts";
import { openPoppler } from "./poppler.ts";

/*
 * Forms as pictures against those that somebody looked at (pictures/*.png, 60 dpi, four greys). What stands in the boxes is
 * proved by the text; pictures prove frames, words and where they are. UPDATE_PICTURES=1 writes them anew: look at each
 * before it is committed.
 */

const poppler = await openPoppler();
const UPDATE = Deno.env.get("UPDATE_PICTURES") === "1";
const PICTURES = new URL("./pictures/", import.meta.url);

/**
 * Greys, four from black to white, that the 1,024 pixels of a square may differ by together: another poppler may draw
 * edges a little otherwise. A short word or a line that is gone, or that moved by a pixel, is more than that.
 */
const TOLERANCE = 20;

/** Person, document, year and pages: each layout in each generation, full and almost empty, and what goes on. */
const FORMS: readonly [person: string, document: string, year: number, ...pages: number[]][] = [
  ["plain", "this_year_dependants", 2026, 1],
  ["plain", "insurance", 2026, 1],
  ["spouse", "basic_spouse_adjustment", 2026, 1],
  ["family", "this_year_dependants", 2026, 1, 2],
  ["family", "basic_spouse_adjustment", 2026, 1],
  ["disabled", "this_year_dependants", 2026, 1],
  ["single_parent", "this_year_dependants", 2025, 1],
  ["insured", "insurance", 2026, 1, 2],
  ["insured", "insurance", 2025, 1],
  ["elder", "basic_spouse_adjustment", 2023, 1],
  ["abroad", "this_year_dependants", 2026, 1],
  ["loan_old", "housing_loan", 2026, 1],
  ["loan_new", "housing_loan", 2026, 1],
  ["loan_from_2022", "housing_loan", 2026, 1],
  ["loan_renovation", "housing_loan", 2025, 1],
  ["long", "next_year_dependants", 2026, 1],
  ["long", "insurance", 2026, 1],
  ["long", "housing_loan", 2026, 1],
];

interface Pictured {
  name: string;
  sheets: Sheet[];
  pages: readonly number[];
}

const PICTURED: readonly Pictured[] = [
  ...FORMS.map(([name, document, year, ...pages]) => {
    const person = PEOPLE.find((one) => one.name === name)!;
    const hand = person.forms.find((one) => one.document === document && one.year === year)!;
    return {
      name: `${name}_${document}_${year}`,
      sheets: sheetsOf(formOf(person, hand), NO_NUMBERS),
      pages,
    };
  }),
  { name: "insured_mounting", sheets: MOUNTED.sheets, pages: [1, 2] },
  { name: "long_mounting", sheets: LONG_MOUNTED, pages: [1] },
];

for (const one of PICTURED) {
  Deno.test({
    name: `${one.name} looks as somebody saw and accepted it`,
    ignore: !poppler,
    fn: () => compareAll(one),
  });
}

async function compareAll({ name, sheets, pages }: Pictured): Promise<void> {
  const { bytes } = await printSheets(sheets, { title: name, author: "", createdAt: 0 });
  const file = await Deno.makeTempFile({ suffix: ".pdf" });
  try {
    await Deno.writeFile(file, bytes);
    for (const page of pages) await compare(await poppler!.picture(file, page), `${name}_${page}.png`);
  } finally {
    await Deno.remove(file);
  }
}

async function compare(drawn: Uint8Array<ArrayBuffer>, name: string): Promise<void> {
  const at = new URL(name, PICTURES);
  const picture = readPgm(drawn);
  if (UPDATE) return await Deno.writeFile(at, writePng(picture));
  const most = difference(picture, readPng(await Deno.readFile(at)));
  assert(most <= TOLERANCE, `${name}: a square differs by ${most} greys`);
}

Deno.test("every picture is one that is compared", async () => {
  const names = PICTURED.flatMap(({ name, pages }) => pages.map((page) => `${name}_${page}.png`));
  const found: string[] = [];
  for await (const { name } of Deno.readDir(PICTURES)) found.push(name);
  assert.deepEqual(found.toSorted(), names.toSorted());
});
