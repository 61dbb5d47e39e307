import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeCp932 } from "../cp932.ts";
import { testFile } from "../test_tools.ts";
import { contractOf, recordOf } from "./dat_test_tools.ts";
import { readFields } from "./fields.ts";
import { LAYOUTS } from "./formats.ts";
import { DAT_FORMATS, type DatFormat, type Field, FIELD_NAMES, type FieldName } from "./layout.ts";
import { RECORD_BYTES } from "./records.ts";

const read = (format: DatFormat, bytes: Uint8Array) => readFields(LAYOUTS[format], bytes);

/** Any value that a field can hold, as it is read. */
function valueOf(field: Field): fc.Arbitrary<string> {
  const { length } = field;
  switch (field.kind) {
    case "digits":
      return fc.nat(10 ** length - 1).map((n) => String(n).padStart(length, "0"));
    case "date": {
      const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
      return fc.oneof(fc.constant(""), day.map((date) => date.toISOString().slice(0, 10)));
    }
    case "code":
      return fc.constantFrom(...Object.values(field.codes));
    case "text": {
      const character = fc.constantFrom(..."ｱｶﾞﾊﾟｰ｢｣A0-\\~髙﨑①Ⅲ～－山");
      const text = fc.string({ unit: character, minLength: field.blank ? 0 : 1, maxLength: length });
      return text.filter((value) => encodeCp932(value).bytes.length <= length);
    }
  }
}

Deno.test("what is written into a record is read from it, in both formats", () => {
  for (const format of DAT_FORMATS) {
    const values = fc.record(
      Object.fromEntries(FIELD_NAMES.map((name) => [name, valueOf(LAYOUTS[format][name])])) as Record<
        FieldName,
        fc.Arbitrary<string>
      >,
      { noNullPrototype: true },
    );
    fc.assert(fc.property(values, (record) => {
      assert.deepEqual(read(format, recordOf(format, record)), record);
    }));
  }
});

Deno.test("any 100 bytes are fields or none, never an exception", () => {
  const bytes = fc.uint8Array({ minLength: RECORD_BYTES, maxLength: RECORD_BYTES });
  fc.assert(fc.property(bytes, fc.constantFrom(...DAT_FORMATS), (record, format) => {
    assert.deepEqual(Object.keys(read(format, record)), FIELD_NAMES);
  }));
});

Deno.test("the fields of a map lie side by side within 100 bytes", () => {
  for (const format of DAT_FORMATS) {
    const fields = Object.values(LAYOUTS[format]).toSorted((a, b) => a.offset - b.offset);
    let end = 0;
    for (const field of fields) {
      assert.equal(field.offset, end, `${format}: nothing is left out, nothing overlaps`);
      end = field.offset + field.length;
    }
    assert.ok(end <= RECORD_BYTES);
  }
});

Deno.test("names in half-width kana and in CP932 pairs are read", () => {
  const record = recordOf(
    "linc",
    contractOf("linc", "330", { holder: "ﾔﾏﾓﾄ ｶﾞｸﾞﾋﾟﾎﾟ", beneficiary: "髙﨑 はな" }),
  );
  const { holder, beneficiary } = read("linc", record);
  assert.deepEqual([holder, beneficiary], ["ﾔﾏﾓﾄ ｶﾞｸﾞﾋﾟﾎﾟ", "髙﨑 はな"]);
});

Deno.test("the awkward characters of CP932 are read from a name where it has them", () => {
  const { tricky } = JSON.parse(new TextDecoder().decode(testFile("cp932-tricky.json")));
  const { offset } = LAYOUTS.linc.holder;
  // Three share their bytes with a character that is older in Shift_JIS.
  const others = new Map([["−", "－"], ["¥", "\\"], ["‾", "~"]]);
  for (const { char, whatwgShiftJisEncode: hex } of tricky) {
    if (hex === null) continue;
    const record = recordOf("linc", contractOf("linc", "330", { holder: "" }));
    record.set(Uint8Array.fromHex(hex), offset);
    assert.equal(read("linc", record).holder, others.get(char) ?? char);
  }
});

Deno.test("a field that is not what the map says is null, and it alone", () => {
  const cases: [FieldName, string | Uint8Array][] = [
    ["recordType", "77"],
    ["company", "01 1"],
    ["nameCode", "         A"],
    ["premiumKind", "9"],
    ["policyNumber", " ".repeat(15)],
    ["amount", "     12000"],
    ["amount", " ".repeat(9)],
    ["period", " 10"],
    ["paymentStartsOn", "20260230"],
    ["paymentStartsOn", "2026-2-3"],
    // A pair cut in two by the end of the field; bytes that are no character; 外字; a control character.
    ["holder", new Uint8Array([...Array(19).fill(0x20), 0x8e])],
    ["holder", new Uint8Array([0xfd])],
    ["beneficiary", new Uint8Array([0xf0, 0x40])],
    ["beneficiary", new Uint8Array([0x80])],
  ];
  for (const [name, value] of cases) {
    const record = recordOf("linc", contractOf("linc", "330"));
    const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
    const { offset, length } = LAYOUTS.linc[name];
    record.set(bytes.subarray(0, length), offset);
    const bad = FIELD_NAMES.filter((field) => read("linc", record)[field] === null);
    assert.deepEqual(bad, [name], `${name}: ${value}`);
  }
});

Deno.test("where nothing stands in a field that may be empty, the value is empty", () => {
  const record = recordOf("linc", contractOf("linc", "1", { holder: "", beneficiary: "", period: "" }));
  record.set(new TextEncoder().encode("00000000"), LAYOUTS.linc.paymentStartsOn.offset);
  const { holder, beneficiary, period, paymentStartsOn } = read("linc", record);
  assert.deepEqual([holder, beneficiary, period, paymentStartsOn], ["", "", "", ""]);
});
