import assert from "node:assert/strict";
import { type HousingLoan, housingLoanSchema, withoutAmounts } from "./housing_loan.ts";
import { housingLoanItems } from "./housing_loan_items.ts";

const LOAN: HousingLoan = housingLoanSchema.parse({
  v: 1,
  form: "from_2022",
  movedInOn: "2022-04-15",
  acquisition: "special_specified",
  application: "certified",
  houseArea: 80.25,
  landArea: null,
  houseOwnUse: 100,
  landOwnUse: null,
  refinanced: true,
  jointDebtor: { name: "見本 連子", address: "東京都", company: "架空商会", companyAddress: "港区" },
  lenders: [
    { name: "見本銀行", purpose: 1, balance: 25_000_000, ownPart: 12_500_000 },
    { name: "架空信金", purpose: null, balance: null, ownPart: null },
  ],
  housePrice: 30_000_000,
  landPrice: null,
  renovationCost: null,
  firstYearDeduction: 210_000,
});

const said = (loan: HousingLoan) =>
  Object.fromEntries(housingLoanItems(loan).map((it) => [it.label, it.value]));

Deno.test("a housing loan is told in words, with every lender and who owes it as well", () => {
  assert.deepEqual(said(LOAN), {
    "申告書の種類": "令和4年以降に居住開始の様式",
    "居住開始年月日": "2022/04/15",
    "特定取得区分": "特別特定取得",
    "控除額適用区分": "認",
    "家屋の取得対価の額": "30,000,000円",
    "土地等の取得対価の額": "",
    "家屋の総床面積又は総面積": "80.25㎡",
    "土地等の総床面積又は総面積": "",
    "家屋の居住用割合": "100%",
    "土地等の居住用割合": "",
    "増改築等の費用の額": "",
    "適用初年分の住宅借入金等特別控除額": "210,000円",
    "借換の有無": "対象",
    "連帯債務の有無": "対象",
    "連帯債務者氏名": "見本 連子",
    "連帯債務者住所": "東京都",
    "連帯債務者勤務先会社名": "架空商会",
    "連帯債務者勤務先住所": "港区",
    "金融機関名（1）": "見本銀行",
    "住宅借入金等の内訳（1）": "住宅のみ",
    "年末残高（1）": "25,000,000円",
    "負担すべき金額（1）": "12,500,000円",
    "金融機関名（2）": "架空信金",
    "住宅借入金等の内訳（2）": "",
    "年末残高（2）": "",
    "負担すべき金額（2）": "",
  });
});

Deno.test("what is carried over shows no amount", () => {
  assert.ok(!Object.values(said(withoutAmounts(LOAN))).some((text) => text.endsWith("円")));
});

Deno.test("what only some forms have is told where it is said, and amounts of it are not carried over", () => {
  const more: HousingLoan = {
    ...LOAN,
    houseOwnArea: 60.5,
    landOwnArea: 70,
    renovationOwnCost: 1_000_000,
    renovationOwnUse: 80,
    specialRenovationCost: 500_000,
    houseDebtShare: 60,
    landDebtShare: 50,
    renovationDebtShare: 40.5,
    refinancing: { before: 20_000_000, taken: 22_000_000, balance: 19_000_000 },
  };
  const before = said(LOAN);
  const added = Object.fromEntries(Object.entries(said(more)).filter(([label]) => !(label in before)));
  assert.deepEqual(added, {
    "家屋の居住用部分の床面積又は面積": "60.5㎡",
    "土地等の居住用部分の床面積又は面積": "70㎡",
    "リ欄のうち居住用部分の費用の額": "1,000,000円",
    "増改築等の居住用割合": "80%",
    "特定増改築等の費用の額": "500,000円",
    "家屋の連帯債務割合": "60%",
    "土地等の連帯債務割合": "50%",
    "増改築等の連帯債務割合": "40.5%",
    "借換直前の残高": "20,000,000円",
    "借換後の借入時金額": "22,000,000円",
    "借換後の年末残高": "19,000,000円",
  });
  assert.ok(!Object.values(said(withoutAmounts(more))).some((text) => text.endsWith("円")));
});
