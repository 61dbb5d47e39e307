import assert from "node:assert/strict";
import { lineOperators } from "./lines.ts";

Deno.test("a line stands upright on its baseline, as high as its size and as wide as its letters are made", () => {
  const font = {
    id: "F1",
    encode: (text: string) => [[...text].map((_, i) => `000${i}`), []] as [string[], unknown],
  };
  const line = { text: "年調", x: 10, y: 20.00049, size: 9, scale: 0.7, width: 0 };
  assert.deepEqual(lineOperators(font, [line, { ...line, text: "a", scale: 1 }]).split("\n"), [
    "BT /F1 1 Tf",
    "6.3 0 0 -9 10 20 Tm <00000001> Tj",
    "9 0 0 -9 10 20 Tm <0000> Tj",
    "ET",
  ]);
});
