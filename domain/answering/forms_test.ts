import assert from "node:assert/strict";
import fc from "fast-check";
import { arbitraryTexts } from "./arbitrary_form.ts";
import { canonical } from "./fields/canonical.ts";
import { readFields, textsOf } from "./fields/fields.ts";
import { PAGES } from "./pages.ts";
import { sampleAsking } from "./testing.ts";

const RUNS = 50;
/** Where a rule between two fields refuses many random forms, this share has to be taken. */
const LEAST = RUNS / 10;

/** Whoever says no keeps the loan of last year, for a change of mind. */
const KEEPS_OTHERS = new Set(["loan"]);

const asking = sampleAsking();

for (const page of PAGES.filter(({ lists }) => lists.length === 0)) {
  const fields = page.fields(asking);

  Deno.test(`${page.id}: what a form said is what it shows, and nothing else of the answers moves`, () => {
    let taken = 0;
    fc.assert(
      fc.property(arbitraryTexts(fields.views), arbitraryTexts(fields.views), (texts, others) => {
        const read = readFields(fields, asking.collected, texts);
        if ("errors" in read) return;
        taken++;
        const shown = textsOf(fields, read.value);
        assert.equal(canonical(readFields(fields, asking.collected, shown)), canonical(read));
        const before = readFields(fields, asking.collected, others);
        if ("errors" in before || KEEPS_OTHERS.has(page.id)) return;
        assert.equal(canonical(readFields(fields, before.value, texts)), canonical(read));
      }),
      { numRuns: RUNS },
    );
    assert.ok(taken >= LEAST, `only ${taken} of ${RUNS} forms could be taken`);
  });
}

for (const page of PAGES) {
  for (const list of page.lists) {
    Deno.test(`${page.id}/${list.id}: an entry shows what was said of it, and can be taken away again`, () => {
      const blank = list.form(asking, "new", true)!;
      let taken = 0;
      fc.assert(
        fc.property(arbitraryTexts(blank.views), (texts) => {
          const read = blank.read(texts);
          if ("errors" in read) return;
          taken++;
          const now = { ...asking, collected: read.value };
          const known = list.form(now, "new", false)!;
          assert.equal(canonical(known.read(known.texts)), canonical(read));
          const row = list.rows(now).find(({ id }) => id === "new")!;
          assert.equal(row.lacking, false);
          assert.equal(canonical(list.without(now, "new")), canonical(asking.collected));
        }),
        { numRuns: RUNS },
      );
      assert.ok(taken >= LEAST, `only ${taken} of ${RUNS} forms could be taken`);
    });
  }
}
