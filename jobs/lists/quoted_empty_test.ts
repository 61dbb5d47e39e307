import assert from "node:assert/strict";
import { QUOTED_EMPTY } from "../../domain/lists/row.ts";
import { csvRecord } from "../../formats/csv_write.ts";

Deno.test('what lists mean by an empty cell with quotes is written as ""', () => {
  assert.equal(csvRecord(["別居", QUOTED_EMPTY, ""]), '別居,"",\r\n');
});
