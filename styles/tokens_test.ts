import assert from "node:assert/strict";
import { contrast } from "./contrast.ts";
import { COLORS, OUTLINE_PAIRS, TEXT_PAIRS } from "./tokens.ts";

Deno.test("contrast follows the WCAG formula", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#ffffff", "#ffffff"), 1);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
});

Deno.test("every text of the product has a contrast of 4.5:1 or more", () => {
  for (const { text, on } of TEXT_PAIRS) {
    const ratio = contrast(COLORS[text], COLORS[on]);
    assert.ok(ratio >= 4.5, `${text} on ${on}: ${ratio.toFixed(2)}`);
  }
});

Deno.test("every outline of a control has a contrast of 3:1 or more", () => {
  for (const { text, on } of OUTLINE_PAIRS) {
    const ratio = contrast(COLORS[text], COLORS[on]);
    assert.ok(ratio >= 3, `${text} on ${on}: ${ratio.toFixed(2)}`);
  }
});
