import assert from "node:assert/strict";
import { serialize } from "node:v8";
import fc from "fast-check";
import type { Insurance } from "../../domain/insurance.ts";
import { MAX_AMOUNT, readAmount, readContracts, readDate } from "./contract_cells.ts";
import { type Block, GROUP_BLOCKS, LAST_YEAR_BLOCKS } from "./columns.ts";

const read = (cells: Record<string, string>, blocks: readonly Block[] = LAST_YEAR_BLOCKS) =>
  readContracts(cells, blocks, { complete: blocks === GROUP_BLOCKS });
const told = (cells: Record<string, string>, blocks?: readonly Block[]) => {
  const result = read(cells, blocks);
  return "problem" in result ? result.problem : null;
};

Deno.test("a block says a contract when any of its cells says something; blank ones are none", () => {
  const result = read({
    "社員番号": "1",
    "一般の生命保険料1:保険会社等の名称": " 　",
    "一般の生命保険料7:受取人・続柄": " 夫　",
    "社会保険料控除20:社会保険の種類": "国民健康保険料・介護保険料等の情報",
    "社会保険料控除20:続柄": "本人",
    "個人年金保険料2:年金支払期間": "10年",
    "個人年金保険料2:新・旧区分": "旧",
    "地震保険料控除1:地震・旧長期": "旧長期",
  });
  assert.ok("contracts" in result);
  const said = result.contracts.map((one) =>
    Object.entries(one).filter(([, value]) => value !== "" && value !== null)
  );
  assert.deepEqual(said.map(Object.fromEntries), [
    { kind: "life", relation: "夫" },
    { kind: "pension", period: "10年", generation: "old" },
    { kind: "earthquake", quake: "old_long_term" },
    { kind: "social", social: "health_and_care", relation: "本人" },
  ]);
});

Deno.test("words are known in either width, and nothing else is", () => {
  const column = "社会保険料控除1:社会保険の種類";
  for (const text of ["国民年金・国民年金基金", "国民年金･国民年金基金", " 国民健康保険料・介護保険料等 "]) {
    assert.equal(told({ [column]: text }), null, text);
  }
  for (const text of ["国民年金", "constructor", "__proto__", "新"]) {
    assert.deepEqual(told({ [column]: text }), {
      code: "value_invalid",
      params: {
        column,
        hint: "「国民年金・国民年金基金」か「国民健康保険料・介護保険料等」を入力してください",
      },
    });
  }
  assert.equal(told({ "一般の生命保険料1:新・旧区分": "新制度" })?.code, "value_invalid");
});

Deno.test("dates of every accepted form are the same day, and no impossible day is one", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-");
        const short = `${year}/${Number(month)}/${Number(day)}`;
        for (const text of [iso, iso.replaceAll("-", "/"), short, wide(short)]) {
          assert.equal(readDate(text), iso, text);
        }
      },
    ),
  );
  const impossible = [
    "2026/02/30",
    "2026/13/01",
    "2026/00/10",
    "2026/1/0",
    "2025/2/29",
    "2026/1-1",
    "26/1/1",
  ];
  for (const text of [...impossible, "2026.1.1", "令和8年1月1日", "20260101", "2026/1/1 ", "x2026/1/1", ""]) {
    assert.equal(readDate(text), null, text);
  }
  assert.deepEqual(told({ "個人年金保険料20:支払い開始日": "2026/02/30" }), {
    code: "payment_start_invalid",
    params: { column: "個人年金保険料20:支払い開始日" },
  });
  assert.equal(told({ "個人年金保険料20:支払い開始日": "2022/1/1" }), null);
});

Deno.test("amounts are digits of either width, with commas or not, from 0 to the most", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: MAX_AMOUNT }), (amount) => {
    const commas = amount.toLocaleString("en-US");
    for (const text of [String(amount), commas, wide(String(amount)), wide(commas), `0${amount}`]) {
      assert.deepEqual(readAmount("x", text), { value: amount }, text);
    }
  }));
  const wrong = [
    "-1",
    "1.0",
    "1,00",
    ",100",
    "1,0000",
    "1e3",
    "100円",
    "１００円",
    "九",
    "0x10",
    "1000000000",
    "9".repeat(400),
  ];
  for (const text of wrong) assert.ok("problem" in readAmount("x", text), text.slice(0, 20));
});

Deno.test("texts are counted in characters, and control characters are none of them", () => {
  const column = "介護医療保険料1:保険会社等の名称";
  for (const char of ["あ", "ｱ", "𠮷", "👨"]) {
    assert.equal(told({ [column]: char.repeat(50) }), null);
    assert.deepEqual(told({ [column]: char.repeat(51) })?.params, { column, count: 51, max: 50 });
  }
  assert.deepEqual(told({ [column]: "x".repeat(1_000_000) })?.params, { column, count: 1_000_000, max: 50 });
  for (const char of ["\0", "\n", "\r\n", "\u001b", "\u007f", "\t"]) {
    assert.equal(told({ [column]: `a${char}b` })?.code, "value_invalid", JSON.stringify(char));
  }
});

Deno.test("no row makes the reader throw, and what it reads obeys the limits", () => {
  const columns = LAST_YEAR_BLOCKS.flatMap(({ cells }) => cells.map(({ column }) => column));
  const cells = fc.dictionary(
    fc.constantFrom(...columns),
    fc.oneof(fc.string({ unit: "binary" }), fc.constant("新")),
  );
  fc.assert(fc.property(cells, (row) => {
    const result = read(row);
    if ("problem" in result) return;
    const said = Object.entries(row).filter(([, text]) => text.trim() !== "").map(([name]) =>
      name.split(":")[0]
    );
    assert.equal(result.contracts.length, new Set(said).size);
    for (const { company } of result.contracts) assert.ok([...company].length <= 50);
  }));
});

Deno.test("an employee with every contract that the limits allow fits into a stored value", () => {
  const fill = (blocks: readonly Block[], per: Record<string, number>) => {
    const left = { ...per };
    const cells: Record<string, string> = {};
    for (const block of blocks) {
      if ((left[block.kind] ?? 0) === 0) continue;
      left[block.kind]!--;
      for (const { column, field } of block.cells) {
        cells[column] = {
          generation: "新",
          quake: "地震",
          social: "国民年金・国民年金基金",
          paymentStartsOn: "2026/01/01",
          amount: String(MAX_AMOUNT),
        }[field as string] ??
          "𠮷".repeat(longest(column, blocks));
      }
    }
    const result = readContracts(cells, blocks, { complete: false });
    assert.ok("contracts" in result);
    return result.contracts;
  };
  const contracts = [
    ...fill(GROUP_BLOCKS, { pension: 20, earthquake: 10 }),
    ...fill(LAST_YEAR_BLOCKS, { social: 20 }),
  ].map((cells, i) => ({
    ...cells,
    id: `${"0".repeat(26)}-200000-${i}`,
    source: "group" as const,
    editable: false,
    electronic: false,
  }));
  assert.equal(contracts.length, 50);
  const insurance: Insurance = {
    v: 1,
    contracts,
    dc: { amount: MAX_AMOUNT, editable: false },
    registered: contracts.map(() => "f".repeat(64)),
  };
  assert.ok(serialize(insurance).length <= 65_536, `${serialize(insurance).length} bytes`);
});

/** The most characters that a text column takes, found by asking. */
function longest(column: string, blocks: readonly Block[]): number {
  let length = 1;
  const fits = (n: number) =>
    !("problem" in readContracts({ [column]: "𠮷".repeat(n) }, blocks, { complete: false }));
  while (fits(length + 1)) length++;
  return length;
}

function wide(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
