import assert from "node:assert/strict";
import fc from "fast-check";
import { REVIEWED } from "./request.ts";
import { placeIn, type Walk, walkIn, walkQuery } from "./review_walk.ts";
import { reviewKeyOf, reviewWord } from "./reviews.ts";

const id = fc.string({ unit: fc.constantFrom(..."0123456789ABCXYZ-_:"), minLength: 1, maxLength: 40 });
const key = fc.record({ id, of: fc.constantFrom(...REVIEWED) }, { noNullPrototype: true });
const walk = fc.record({
  list: fc.webPath().map((path) => `/groups${path}?q=あ&review=waiting`),
  rows: fc.uniqueArray(key, { maxLength: 50, selector: reviewWord }),
  more: fc.option(fc.base64String()),
  stays: fc.boolean(),
}, { noNullPrototype: true });

Deno.test("a walk comes back from its address, whatever is in it", () => {
  fc.assert(fc.property(walk, (one: Walk) => {
    const params = new URLSearchParams(walkQuery(one));
    assert.deepEqual(walkIn(params, params.get("list")!), one);
  }));
});

Deno.test("each row of a walk knows the one before and the one behind", () => {
  fc.assert(fc.property(walk, (one) => {
    for (const [i, row] of one.rows.entries()) {
      const place = { at: i, previous: one.rows[i - 1] ?? null, next: one.rows[i + 1] ?? null };
      assert.deepEqual(placeIn(one, row), place);
    }
    assert.equal(placeIn(one, { id: "someone else", of: "insurance" }), null);
  }));
});

Deno.test("a word that names no row is none", () => {
  for (const word of ["", ".", "x", "x.", ".insurance", "x.unknown", "x.insurance.y"]) {
    assert.equal(reviewKeyOf(word), null, word);
  }
  assert.deepEqual(reviewKeyOf("x.insurance"), { id: "x", of: "insurance" });
  const rows = Array.from({ length: 60 }, (_, i) => `${i}.insurance`);
  assert.equal(walkIn(new URLSearchParams({ rows: rows.join("~") }), "/").rows.length, 50);
});
