import assert from "node:assert/strict";
import type { Collected } from "../declaration/collected.ts";
import type { HousingLoan } from "../housing_loan.ts";
import { cellsIn } from "./collected_lists_fixture.ts";
import { exampleRow } from "./example_fixture.ts";
import { allDeclarations } from "./tables/all_declarations.ts";
import { housingLoanInfo } from "./tables/housing_loan.ts";

const AREAS = [
  "家屋の総床面積又は総面積",
  "土地等の総床面積又は総面積",
  "家屋の居住用部分の床面積又は面積",
  "土地等の居住用部分の床面積又は面積",
];
const SHARES = [
  "家屋の居住用割合",
  "土地等の居住用割合",
  "住宅および土地等の居住用割合",
  "増改築等の居住用割合",
];
const DEBTS = ["家屋の連帯債務割合", "土地等の連帯債務割合", "増改築等の連帯債務割合"];
const SPOUSE = {
  name: "須磨佳子",
  address: "港区六本木",
  company: "株式会社スマート",
  companyAddress: "港区",
};

function cells(edit: Partial<HousingLoan>, claim: Collected["declaration"]["housingLoan"]["claim"] = "yes") {
  const row = exampleRow({
    collected: (one) => ({
      ...one,
      declaration: { ...one.declaration, housingLoan: { claim, electronic: false } },
      housingLoan: { ...one.housingLoan!, ...edit },
    }),
  });
  return cellsIn(housingLoanInfo, row)[0]!;
}
const some = (of: Record<string, string>, headers: string[]) => headers.map((header) => of[header]);

/** What the later forms ask for: 85.67 % of the house, 90 % and more counts as all. */
const LATER: Partial<HousingLoan> = {
  houseOwnUse: 85.7,
  landOwnUse: 90,
  renovationOwnUse: 40,
  houseDebtShare: 50,
  landDebtShare: 33.33,
  renovationDebtShare: 100,
};

Deno.test("旧様式 has areas and costs, the later ones 居住用割合 and 連帯債務割合", () => {
  const old = cells({ ...LATER, form: "old" });
  assert.deepEqual(some(old, AREAS), ["80.00", "80.00", "80.00", "80.00"]);
  assert.deepEqual(some(old, [...SHARES, ...DEBTS]), Array(7).fill(""));
  assert.equal(old["リ欄のうち居住用部分の費用の額"], "1000000");
  for (const [form, code] of [["new", "2"], ["from_2022", "3"]] as const) {
    const later = cells({ ...LATER, form });
    assert.deepEqual(some(later, AREAS), ["", "", "", ""]);
    assert.equal(later["リ欄のうち居住用部分の費用の額"], "");
    assert.deepEqual(some(later, SHARES), ["85.7", "100.0", "", "40.0"]);
    assert.deepEqual(some(later, DEBTS), ["50.00", "33.33", "100.00"]);
    assert.equal(later["住宅借入金等特別控除申告書の種類"], code);
  }
  const both = cells({ form: "new", houseOwnUse: 90, landOwnUse: 95.5 });
  assert.equal(both["住宅および土地等の居住用割合"], "100.0");
});

Deno.test("借換え: its three amounts and what of the balance counts", () => {
  const headers = [
    "借換の有無",
    "借換直前の残高",
    "借換後の借入時金額",
    "借換後の年末残高",
    "借換調整で適用される年末残高",
  ];
  const refinancing = { before: 25_555_555, taken: 30_000_000, balance: 27_777_777 };
  // 27,777,777 × 25,555,555 ÷ 30,000,000 = 23,662,550.3.
  assert.deepEqual(some(cells({ refinanced: true, refinancing }), headers), [
    "1",
    "25555555",
    "30000000",
    "27777777",
    "23662550",
  ]);
  assert.deepEqual(some(cells({ refinanced: false, refinancing }), headers), ["0", "", "", "", ""]);
});

Deno.test("連帯債務: who they are, and what of the balance the employee bears", () => {
  const headers = [
    "連帯債務の有無",
    "連帯債務者氏名",
    "連帯債務者住所",
    "連帯債務者勤務先会社名",
    "連帯債務者勤務先住所",
    "借入金融機関情報-1 負担すべき金額",
  ];
  assert.deepEqual(some(cells({ jointDebtor: SPOUSE }), headers), [
    "1",
    ...Object.values(SPOUSE),
    "14444444",
  ]);
  assert.deepEqual(some(cells({}), headers), ["0", "", "", "", "", ""]);
});

Deno.test("lenders: two at most, each with 住宅借入金等の内訳; columns by what they lent for", () => {
  const lender = (name: string, purpose: number, balance: number) => ({
    name,
    purpose,
    balance,
    ownPart: null,
  });
  const lenders = [lender("甲銀行", 1, 10_000_000), lender("乙銀行", 4, 500_000)];
  const found = cells({ form: "new", lenders });
  assert.deepEqual(some(found, ["借入金融機関情報-1 金融機関名", "借入金融機関情報-2 金融機関名"]), [
    "甲銀行",
    "乙銀行",
  ]);
  assert.equal(found["借入金融機関情報-2 住宅借入金等の内訳"], "4");
  assert.equal(found["借入金等年末残高-住宅のみ"], "10000000");
  assert.equal(found["増改築等に係る借入金等の年末残高"], "500000");
  const land = cells({ lenders: [lender("甲銀行", 2, 3_000_000)] });
  assert.equal(land["借入金等年末残高-土地のみ"], "3000000");
  assert.equal(land["借入金融機関情報-2 金融機関名"], "");
});

Deno.test("who declares no loan has the flags and nothing else", () => {
  const flags = ["住宅借入金等特別控除申告フラグ", "住宅借入金等特別控除申告書作成の有無フラグ"];
  for (const [claim, flag] of [["no", "0"], [null, "0"], ["excluded", "1"], ["both_columns", "1"]] as const) {
    const found = cells({ jointDebtor: SPOUSE }, claim);
    assert.equal(found[flags[0]!], flag);
    const filled = Object.entries(found).slice(11).filter(([, cell]) => cell !== "");
    assert.deepEqual(filled, []);
  }
});

Deno.test("作成の有無 says whether the 申告書 was made", () => {
  const { request } = exampleRow();
  const { housing_loan: _, ...documents } = request.documents;
  const row = exampleRow({ request: { ...request, documents } });
  const flag = "住宅借入金等特別控除申告書作成の有無フラグ";
  assert.equal(cellsIn(housingLoanInfo, row)[0]![flag], "0");
  assert.equal(cellsIn(allDeclarations("thisYear", "everybody"), row)[0]![flag], "0");
});

Deno.test("控除額適用区分 by what the tax office printed, else by the letter beside 居住開始年月日", () => {
  const of = (edit: Partial<HousingLoan>) => cells(edit)["控除額適用区分"];
  const printed: [NonNullable<HousingLoan["mark"]>, string][] = [
    ["blank", "住"],
    ["resident", "住"],
    ["special_case", "住"],
    ["renovation", "増"],
    ["long_lasting", "認"],
    ["certified", "認"],
    ["disaster", "震"],
  ];
  for (const [mark, letter] of printed) assert.equal(of({ mark }), letter, mark);
  const letters = { home: "住", renovation: "増", certified: "認", disaster: "震" } as const;
  for (const [application, letter] of Object.entries(letters)) {
    assert.equal(of({ application: application as HousingLoan["application"] }), letter);
  }
  const extension = { column: "renovation", mark: "resident" } as const;
  assert.equal(of({ ...extension, specialRenovationCost: 1 }), "増");
  assert.equal(of({ ...extension, specialRenovationCost: 0 }), "住");
  assert.equal(of({ ...extension, specialRenovationCost: null }), "住");
  assert.equal(of({ ...extension, mark: "blank", specialRenovationCost: 1 }), "住");
});

Deno.test("特定取得区分 has a code each", () => {
  const codes = (["none", "specified", "special_specified"] as const).map((acquisition) =>
    cells({ acquisition })["特定取得区分"]
  );
  assert.deepEqual(codes, ["0", "1", "2"]);
});
