import assert from "node:assert/strict";
import type { Collected } from "../declaration/collected.ts";
import type { Contract } from "../insurance.ts";
import { cellsIn } from "./collected_lists_fixture.ts";
import { contract, exampleRow } from "./example_fixture.ts";
import { insuranceDetails, insuranceInfo, insuranceTotals } from "./tables/insurance.ts";

const row = (collected: (example: Collected) => Collected) => exampleRow({ collected });
const withContracts = (contracts: Contract[]) =>
  row((one) => ({ ...one, insurance: { ...one.insurance, contracts } }));
const answered = (edit: Partial<Collected["declaration"]["insurance"]>) => (one: Collected): Collected => ({
  ...one,
  declaration: { ...one.declaration, insurance: { ...one.declaration.insurance, ...edit } },
});

/** The columns behind the first ten, which repeat on every row. */
const details = (of: ReturnType<typeof exampleRow>) =>
  insuranceDetails.rows(of).map((cells) => cells.slice(10));

Deno.test("内訳: a row a contract by 保険種別, one of 小規模企業共済, with the employee on each", () => {
  const example = exampleRow();
  const rows = insuranceDetails.rows(example);
  const head = insuranceTotals.rows(example)[0]!.slice(0, 10);
  assert.deepEqual(rows.map((cells) => cells.slice(0, 10)), rows.map(() => head));
  const none = ["", "", "", ""];
  const [life, mutual] = [["スマート生命", "エバーライフ"], "小規模企業共済"];
  assert.deepEqual(details(example), [
    ["一般の生命保険", ...life, "終身", "", "須磨太郎", "300000", "1", "新", ...none],
    ["介護医療保険", ...life, "1年", "", "須磨太郎", "50000", "1", "", ...none],
    ["個人年金保険", ...life, "1年", "2020/03/01", "須磨太郎", "100000", "1", "新", ...none],
    ["地震保険", "スマート損保", "スマート地震", "1年", "", "須磨太郎", "80000", "1", "地震", ...none],
    ["国民年金・国民年金基金", "日本年金機構", "", "", "", "須磨太郎", "100000", "0", "", ...none],
    ["国民健康保険料・介護保険料", "港区", "", "", "", "須磨太郎", "100000", "0", "", ...none],
    [mutual, ...Array(8).fill(""), "100000", "100000", "100000", "100000"],
  ]);
});

Deno.test("内訳 of who has nothing has no row; 旧 and 旧長期 are told, and contracts stand by kind", () => {
  const nothing = { amount: null, electronic: false };
  const bare = (one: Collected): Collected => ({
    ...answered({ mutualAid: { small_business: nothing, individual: nothing, disabled: nothing } })(one),
    insurance: { v: 1, contracts: [], dc: null, registered: [] },
  });
  assert.deepEqual(insuranceDetails.rows(row(bare)), []);
  assert.equal(insuranceTotals.rows(row(bare)).length, 1);
  const mixed = withContracts([
    contract("b", "earthquake", { quake: "old_long_term" }),
    contract("a", "life", { generation: "old", source: "self", amount: null }),
  ]);
  const kinds = details(mixed).map((cells) => [cells[0], cells[6], cells[7], cells[8]]);
  assert.deepEqual(kinds.slice(0, 2), [["一般の生命保険", "", "0", "旧"], [
    "地震保険",
    "100000",
    "1",
    "旧長期",
  ]]);
});

Deno.test("横並び has places for 20, 20, 20, 10, 10 and 10, and fills as many as there are", () => {
  const many = (kind: Contract["kind"], times: number, more: Partial<Contract> = {}) =>
    Array.from(
      { length: times },
      (_, n) => contract(`${kind}${n}`, kind, { ...more, company: `${kind}${n + 1}` }),
    );
  const of = withContracts([
    ...many("life", 20),
    ...many("earthquake", 10, { quake: "earthquake" }),
    ...many("social", 10, { social: "national_pension" }),
    ...many("social", 10, { social: "health_and_care" }),
  ]);
  const [cells] = cellsIn(insuranceInfo, of);
  const names = (p: string, times: number, what: string) =>
    Array.from({ length: times }, (_, n) => cells![`${p}${n + 1}:${what}`]);
  const numbered = (kind: string, times: number) =>
    Array.from({ length: times }, (_, n) => `${kind}${n + 1}`);
  assert.deepEqual(names("一般の生命保険料", 20, "保険会社等の名称"), numbered("life", 20));
  assert.deepEqual(names("介護医療保険料", 20, "保険会社等の名称"), Array(20).fill(""));
  assert.deepEqual(names("地震保険料控除", 10, "保険会社等の名称"), numbered("earthquake", 10));
  for (const kind of ["国民年金・国民年金基金", "国民健康保険料・介護保険料等"]) {
    assert.deepEqual(names(kind, 10, "保険料支払先の名称"), numbered("social", 10));
  }
  assert.equal(cells!["国民年金・国民年金基金:保険料合計金額"], "1000000");
  assert.equal(cells!["社会保険料:合計控除額"], "2000000");
  assert.equal(details(of).length, 20 + 10 + 10 + 10 + 1);
});

Deno.test("社会保険 whose kind nobody said counts as 国民年金", () => {
  const [cells] = cellsIn(insuranceInfo, withContracts([contract("a", "social", { company: "甲" })]));
  assert.equal(cells!["国民年金・国民年金基金1:保険料支払先の名称"], "甲");
  assert.equal(cells!["国民年金・国民年金基金:保険料合計金額"], "100000");
});

Deno.test("who answered 申告しない declares nothing; who has not answered, what was imported", () => {
  const sum = "一般の生命保険料:新保険料等の金額の合計額";
  const of = (claims: boolean | null) => {
    const [cells] = cellsIn(insuranceInfo, row(answered({ claims })));
    return [cells!["一般の生命保険料1:保険料金額"], cells![sum], cells!["企業型年金加入者掛金"]];
  };
  assert.deepEqual(of(false), ["", "", ""]);
  assert.deepEqual(insuranceDetails.rows(row(answered({ claims: false }))), []);
  assert.deepEqual(of(null), ["300000", "300000", "100000"]);
});

Deno.test("団体生命保険 is 1 of contracts of a group, 0 of the others; 旧 adds to its own sum", () => {
  const of = withContracts([
    contract("a", "life", { generation: "old", source: "staff" }),
    contract("b", "life", { generation: "old", source: "last_year" }),
  ]);
  const [cells] = cellsIn(insuranceInfo, of);
  assert.equal(cells!["一般の生命保険料1:団体生命保険"], "0");
  assert.equal(cells!["一般の生命保険料3:団体生命保険"], "");
  assert.equal(cells!["一般の生命保険料:旧保険料等の金額の合計額"], "200000");
  // Over 100,000 of old contracts: 50,000, more than the 40,000 of both together.
  assert.equal(cells!["一般の生命保険料:(イ)の金額"], "50000");
});
