import assert from "node:assert/strict";
import { CONTRACT_LIMITS } from "../../domain/insurance.ts";
import { limitGroup } from "../../domain/insurance_rules.ts";
import { contractOf, recordOf, type RecordValues } from "../../formats/dat/dat_test_tools.ts";
import { readFields } from "../../formats/dat/fields.ts";
import { LAYOUTS } from "../../formats/dat/formats.ts";
import { DAT_FORMATS, type DatFormat } from "../../formats/dat/layout.ts";
import { contractCells, readDatContract } from "./dat_contract.ts";

const fieldsOf = (format: DatFormat, more: RecordValues) =>
  readFields(LAYOUTS[format], recordOf(format, contractOf(format, "1", more)));
const read = (more: RecordValues, format: DatFormat = "linc") => {
  const found = readDatContract(fieldsOf(format, more));
  assert.ok("cells" in found);
  return found.cells;
};

Deno.test("every 保険料種別 of the field maps registers as something, LINC as 生命保険料控除 only", () => {
  for (const format of DAT_FORMATS) {
    const { premiumKind } = LAYOUTS[format];
    assert.ok(premiumKind.kind === "code");
    const kinds = Object.values(premiumKind.codes).map((word) => {
      const { kind, generation, quake } = read({ premiumKind: word }, format);
      assert.equal(generation !== null, kind === "life" || kind === "pension");
      assert.equal(quake !== null, kind === "earthquake");
      assert.ok(contractCells(fieldsOf(format, { premiumKind: word }))[0] !== "エラー");
      return limitGroup(kind);
    });
    const expected: (keyof typeof CONTRACT_LIMITS)[] = format === "linc" ? ["life"] : ["life", "earthquake"];
    assert.deepEqual([...new Set(kinds)], expected);
  }
});

Deno.test("保険期間 in years, 終身, or none", () => {
  assert.deepEqual(["010", "999", "000", ""].map((period) => read({ period }).period), [
    "10年",
    "終身",
    "",
    "",
  ]);
});

Deno.test("what a file shows of a record: names of ours, the amount as a number", () => {
  assert.deepEqual(contractCells(fieldsOf("linc", { amount: "000000000", premiumKind: "pension_old" })), [
    "個人年金保険料（旧）",
    "あおば生命保険相互会社",
    "123456789",
    "0",
  ]);
});
