import assert from "node:assert/strict";
import { allBoxes, type Form } from "../../domain/forms/mod.ts";
import { NO_NUMBERS, type NumberPrint } from "../../sheets/mod.ts";
import { printForm } from "../../sheets/print.ts";
import { expectedBoxes, formOf, type HandForm, type HandPerson, ON } from "./hand.ts";
import { PEOPLE } from "./people/mod.ts";
import { placesOf } from "./places.ts";
import { openPoppler, type Poppler, readIn, unspaced } from "./poppler.ts";

/*
 * The PDFs of the hand-made people as a program reads them that is not ours: what a person expects in a box stands in
 * the place of that box, and nothing in the place of one that is to be blank.
 */

const poppler = await openPoppler();

const INFO = {
  author: "みなと食品株式会社",
  subject: "手書き",
  createdAt: Date.parse("2026-11-20T00:00:00+09:00"),
};

async function withPdf<T>(form: Form, numbers: NumberPrint, use: (file: string) => Promise<T>): Promise<T> {
  const { bytes, lost } = await printForm(form, numbers, INFO);
  assert.deepEqual(lost, []);
  const file = await Deno.makeTempFile({ suffix: ".pdf" });
  try {
    await Deno.writeFile(file, bytes);
    return await use(file);
  } finally {
    await Deno.remove(file);
  }
}

/** Reads every box in each of its places, and sees that no other tick stands anywhere. */
async function compare(
  { words }: Poppler,
  file: string,
  form: Form,
  expected: Readonly<Record<string, string>>,
): Promise<void> {
  const pages = await words(file);
  const places = placesOf(form);
  const count = 1 + Math.max(...[...places.values()].flat().map(({ page }) => page));
  // 別紙 behind the form, as one text without the head that each page has.
  const head = unspaced(`別紙（欄に書ききれない内容）${form.title}${INFO.subject}`);
  const behind = pages.slice(count).map((page) => {
    const said = page.map((word) => unspaced(word.text)).join("");
    assert(said.startsWith(head), "別紙 says what it belongs to");
    return said.slice(head.length);
  }).join("");
  let ticks = 0;
  for (const { id } of allBoxes(form)) {
    const value = expected[id] ?? "";
    const said = value === ON ? "✓" : unspaced(value);
    if (said !== "") assert.notEqual(places.get(id)!.length, 0, `${id} is not on the paper`);
    for (const { page, area, text } of places.get(id)!) {
      const wanted = said === "" ? "" : text ?? said;
      const found = readIn(pages[page]!, area);
      if (wanted === "✓") ticks++;
      if (found === "別紙" && wanted !== "") {
        assert(behind.includes(unspaced(`■${placed(form, id)}`) + wanted), `${id}: not on 別紙`);
      } else assert.equal(found, wanted, `${id} of page ${page + 1}`);
    }
  }
  const found = pages.flat().map(({ text }) => text).join("").replaceAll(/[^✓]/g, "");
  assert.equal(found.length, ticks, "ticks that belong to no box");
}

/** What 別紙 calls the place of a box: its part, which row, and its label. */
function placed({ parts }: Form, id: string): string {
  const part = parts.find((one) => id.startsWith(`${one.id}.`))!;
  const row = part.rows.find((one) => id.startsWith(`${one.id}.`));
  const box = [...part.boxes, ...part.rows.flatMap(({ boxes }) => boxes)].find((one) => one.id === id)!;
  const title = part.id === "head" ? "" : part.title;
  return `${title}${row ? row.title.split(" ")[0] : ""}${box.label}`;
}

async function check(person: HandPerson, hand: HandForm): Promise<void> {
  const form = formOf(person, hand);
  await withPdf(form, NO_NUMBERS, async (file) => {
    await compare(poppler!, file, form, expectedBoxes(hand));
    const fonts = await poppler!.fonts(file);
    assert.equal(fonts.length, 1);
    assert.match(fonts[0]!.name, /^[A-Z]{6}\+BIZUDPGothic-Regular$/);
    assert(fonts[0]!.embedded && fonts[0]!.subset && fonts[0]!.unicode, "embedded, a subset, with ToUnicode");
    const text = unspaced((await poppler!.layout(file)).join(""));
    for (const value of Object.values(expectedBoxes(hand))) {
      // Words may go on in the next line; amounts and days do not.
      if (/^[\d,/]+$/.test(value)) assert(text.includes(value), value);
    }
    for (const part of hand.title.split(" ")) assert(text.includes(part), part);
    assert(text.includes("年調で作成"));
  });
}

for (const person of PEOPLE) {
  Deno.test({
    name: `the printed forms of ${person.name} say in the place of each box what a person expects`,
    ignore: !poppler,
    async fn(t) {
      for (const hand of person.forms) {
        await t.step(`${hand.document} ${hand.year}`, () => check(person, hand));
      }
    },
  });
}

const FAMILY = PEOPLE.find(({ name }) => name === "family")!;
const [FAMILYS] = FAMILY.forms;

Deno.test({
  name: "個人番号 that may be printed stand digit by digit in their places, the others as ＊",
  ignore: !poppler,
  async fn() {
    const form = formOf(FAMILY, FAMILYS!);
    const numbered = allBoxes(form).filter(({ kind, value }) => kind === "number" && value !== "");
    const digits = new Map(numbered.slice(1).map(({ id }, n) => [id, `${123_456_789_000 + n}`]));
    const expected = { ...expectedBoxes(FAMILYS!), ...Object.fromEntries(digits) };
    assert(digits.size > 5);
    await withPdf(form, { digits, declared: false }, (file) => compare(poppler!, file, form, expected));
  },
});

Deno.test({
  name:
    "個人番号 that are not printed at all: a sentence says that the payer has them, with the name, on every page",
  ignore: !poppler,
  async fn() {
    const form = formOf(FAMILY, FAMILYS!);
    await withPdf(form, { digits: new Map(), declared: true }, async (file) => {
      const pages = (await poppler!.layout(file)).slice(0, -1).map(unspaced);
      assert.equal(pages.length, 2);
      for (const page of pages) {
        assert(page.includes("給与支払者に提供済みのマイナンバー（個人番号）と相違ありません"));
        assert.equal(page.split("鈴木大輔").length - 1, 2);
        assert(page.includes("＊") && page.includes("印"));
      }
    });
  },
});
