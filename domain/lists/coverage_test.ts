import assert from "node:assert/strict";
import { COVERAGE } from "./mod.ts";
import columns from "./testdata/columns.json" with { type: "json" };

for (const [file, list] of Object.entries(columns)) {
  Deno.test(`every column of ${file} is fed by something that is stored or computed`, () => {
    const known = COVERAGE[file] ?? {};
    assert.deepEqual(list.map(({ header }) => header).filter((header) => !(header in known)), []);
  });
}
