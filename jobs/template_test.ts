import assert from "node:assert/strict";
import { detector } from "../formats/charset.ts";
import { matchHeader } from "../formats/csv_header.ts";
import { type CsvInput, csvInput, type Input } from "./input.ts";
import { OPERATIONS } from "./registry.ts";
import { templateOf } from "./template.ts";
import { cellsOf } from "./test_tools.ts";

/** Every CSV that some operation takes. */
function csvInputs(): CsvInput[] {
  const inputs = OPERATIONS.flatMap(({ input }): Input[] => {
    if (!input) return [];
    return "by" in input ? Object.values(input.of) : [input];
  });
  return inputs.filter((input) => input.type === "csv");
}

Deno.test("every template is in its encoding and is taken by its own import", async () => {
  assert.ok(csvInputs().length > 0);
  for (const input of csvInputs()) {
    const { encoding, rows } = input.template;
    const bytes = templateOf(input);
    const detected = detector();
    detected.push(bytes);
    assert.equal(detected.finish(), encoding, input.template.name);
    const [header = [], ...records] = await cellsOf(bytes, encoding);
    assert.deepEqual(matchHeader(header, input.columns).problems, []);
    assert.equal(records.length, rows?.length ?? 1);
    for (const record of records) assert.equal(record.length, header.length);
  }
});

Deno.test("a template has the rows that its input names, or one of examples", async () => {
  const columns = [{ name: "番号", required: true, example: "1" }, {
    name: "文",
    required: false,
    example: "例",
  }];
  const name = "a.csv";
  const plain = csvInput(columns, { name, encoding: "shift_jis" });
  assert.deepEqual(await cellsOf(templateOf(plain), "shift_jis"), [["番号", "文"], ["1", "例"]]);
  const full = csvInput(columns, { name, encoding: "utf-8", rows: [["2", "い,ろ"], ["3", ""]] });
  assert.deepEqual(await cellsOf(templateOf(full)), [["番号", "文"], ["2", "い,ろ"], ["3", ""]]);
});
