import assert from "node:assert/strict";
import { collected, relative, withPerson } from "../declaration/declaration_fixture.ts";
import type { Declaration } from "../declaration/declaration.ts";
import { Refusal } from "../errors.ts";
import type { DocumentKind } from "../request.ts";
import type { PrintedAddress } from "../tenant_settings.ts";
import { ADDRESSES, boxesById, CONTEXT, contract, everything } from "./forms_fixture.ts";
import { allBoxes, boxesOf } from "./mod.ts";
import { addressText } from "./values.ts";

const fill = (document: DocumentKind, more = everything(), context = CONTEXT) =>
  boxesById(boxesOf(document, more, context));

Deno.test("the head: who pays, whose it is, and twelve ＊ for the 個人番号", () => {
  const boxes = fill("this_year_dependants");
  assert.equal(boxes["head.tax_office"], "麹町");
  assert.equal(boxes["head.payer"], "株式会社八景");
  assert.equal(boxes["head.corporate_number"], "1234567890123");
  assert.equal(boxes["head.payer_address"], ADDRESSES.townText);
  assert.equal(boxes["head.kana"], "ヤマダ ハナコ");
  assert.equal(boxes["head.birth"], "1985/04/01");
  assert.equal(boxes["head.number"], "＊＊＊＊＊＊＊＊＊＊＊＊");
  assert.equal(boxes["head.municipality"], "大阪府大阪市北区");
  assert.equal(boxes["head.has_spouse"], "有");
  const nothing = fill("this_year_dependants", everything(), {
    ...CONTEXT,
    company: null,
    establishment: null,
  });
  assert.equal(nothing["head.payer"], "");
  assert.equal(nothing["head.payer_address"], "");
});

Deno.test("住所の印字設定: which address stands on which document", () => {
  const { homeText: home, townText: town } = ADDRESSES;
  // The sample: 12月末 lives at home and is registered in town, 1月1日 the other way round.
  const expected: Record<PrintedAddress, [thisYear: string, nextYear: string]> = {
    registered: [town, home],
    current: [home, town],
    registered_january: [home, home],
    current_january: [town, town],
  };
  for (const [printedAddress, [thisYear, nextYear]] of Object.entries(expected)) {
    const context = { ...CONTEXT, printedAddress: printedAddress as PrintedAddress };
    const address = (document: DocumentKind) => fill(document, everything(), context)["head.address"];
    assert.equal(address("this_year_dependants"), thisYear, printedAddress);
    assert.equal(address("basic_spouse_adjustment"), thisYear, printedAddress);
    assert.equal(address("next_year_dependants"), nextYear, printedAddress);
    assert.equal(address("insurance"), town, "12月末の住民票住所");
    assert.equal(address("housing_loan"), home, "12月末の現住所");
  }
});

Deno.test("the 世帯主 is that of the printed address; without 住民票住所 現住所 is printed", () => {
  assert.equal(fill("this_year_dependants")["head.householder"], "山田 父");
  const current = { ...CONTEXT, printedAddress: "current" as const };
  assert.equal(fill("this_year_dependants", everything(), current)["head.householder"], "山田 花子");
  const more = everything();
  more.declaration.self.thisYear.registered.address = null;
  assert.equal(fill("this_year_dependants", more)["head.address"], ADDRESSES.homeText);
});

Deno.test("扶養控除等申告書: who stands in which part", () => {
  const form = boxesOf("this_year_dependants", everything(), CONTEXT);
  const names = (part: string) => form.parts.find(({ id }) => id === part)!.rows.map(({ title }) => title);
  assert.deepEqual(names("B"), ["1人目 山田 一", "2人目 山田 四"]);
  assert.deepEqual(names("D"), ["1人目 山田 一"]);
  assert.deepEqual(names("E"), ["1人目 山田 二"]);
  assert.deepEqual(names("F"), ["1人目 山田 四"]);
  const boxes = boxesById(form);
  assert.equal(boxes["A.name"], "山田 次郎");
  assert.equal(boxes["A.income"], "500,000");
  assert.equal(
    boxes["B.1.address"],
    ADDRESSES.townText,
    "lives together: where the form says the employee does",
  );
  assert.equal(boxes["F.1.income"], "0");
});

Deno.test("a spouse of an employee with more than 900万円 is no 源泉控除対象配偶者: A is blank", () => {
  const one = collected([relative("s", { isSpouse: true })], withSpouse, 13_000_000);
  const boxes = fill("this_year_dependants", one);
  const blank = Object.entries(boxes).filter(([id, value]) => id.startsWith("A.") && value !== "");
  assert.deepEqual(blank, []);
  // 区分Ⅰ is none of A, B and C: there is no 配偶者控除 either.
  assert.equal(fill("basic_spouse_adjustment", one)["spouse.deduction"], "");
});

const withSpouse = (declaration: Declaration): Declaration => ({
  ...declaration,
  spouse: { ...declaration.spouse, thisYear: true },
});

Deno.test("a 特定親族 up to 100万円 stands in B from 令和8年分 on, and in 基・配・特・所 with the deduction", () => {
  const student = (income: number) =>
    collected([relative("1", { birthOn: "2006-05-05", taxIncome: income })]);
  const within = fill("this_year_dependants", student(900_000));
  assert.equal(within["B.1.specific_relative"], "該当");
  assert.equal(within["B.1.specific"], "");
  assert.equal(fill("this_year_dependants", student(1_100_000))["B.1.name"], undefined);
  const declared = fill("basic_spouse_adjustment", student(900_000));
  assert.equal(declared["specific.1.total_income"], "900,000");
  assert.equal(declared["specific.1.deduction"], "610,000");
  assert.equal(declared["specific.1.band"], "85万円超 90万円以下");
  const first = fill("basic_spouse_adjustment", student(800_000));
  assert.equal(first["specific.1.band"], "62万円超 85万円以下", "below that they are a 扶養親族");
  assert.equal(fill("this_year_dependants", student(0))["B.1.specific"], "該当");
});

Deno.test("C: disabilities are counted by kind, with what proves them; 寡婦 and 勤労学生 as declared", () => {
  const disability = {
    kind: "special_living_together" as const,
    certificate: "body_1" as const,
    detail: "",
    issuedOn: "2020-04-01",
  };
  const one = collected([relative("1"), relative("2", { firstName: "次" })], (declaration) => {
    const next = withPerson(declaration, (person) => ({
      ...person,
      thisYear: { ...person.thisYear, disability },
    }));
    return {
      ...next,
      self: {
        ...next.self,
        thisYear: {
          ...next.self.thisYear,
          widow: "single_parent",
          student: { school: "夜間大学", enrolledOn: "2025-04-01", income: 740_000, incomes: ["salary"] },
        },
      },
    };
  });
  const boxes = fill("this_year_dependants", one);
  assert.equal(boxes["C.relatives_special_together"], "1");
  assert.equal(boxes["C.relatives_special"], "");
  assert.equal(boxes["C.single_parent"], "該当");
  assert.equal(boxes["C.widow"], "");
  assert.equal(
    boxes["C.details"],
    "山田 太郎：身体障害者手帳1級、2020/04/01交付\n勤労学生：夜間大学、2025/04/01入学、所得の見積額 740,000円",
  );
});

Deno.test("基・配・特・所 of 令和8年: incomes, both 区分, deductions, and the ground of 所得金額調整控除", () => {
  const boxes = fill("basic_spouse_adjustment");
  // 9,000,000 − 給与所得控除 1,950,000 − 所得金額調整控除 50,000.
  assert.equal(boxes["basic.salary"], "9,000,000");
  assert.equal(boxes["basic.salary_income"], "7,000,000");
  assert.equal(boxes["basic.total_income"], "7,000,000");
  // The line of 区分Ⅰ A, which ends within the band of 基礎控除.
  assert.equal(boxes["basic.band"], "655万円超 900万円以下");
  assert.equal(boxes["basic.class"], "A");
  assert.equal(boxes["basic.deduction"], "620,000");
  assert.equal(boxes["spouse.class"], "②");
  assert.equal(boxes["spouse.judgement"], "62万円以下かつ年齢70歳未満");
  assert.equal(boxes["spouse.deduction"], "380,000");
  assert.equal(boxes["spouse.special_deduction"], "");
  assert.equal(boxes["adjustment.dependant_under_23"], "該当");
  assert.equal(boxes["adjustment.self_special_disability"], "");
  assert.equal(boxes["adjustment.name"], "山田 二");
});

Deno.test("所得金額調整控除 whose ground does not hold leaves its part blank", () => {
  const one = everything();
  one.declaration.income.adjustment = { ground: "self_special_disability", person: null };
  const boxes = fill("basic_spouse_adjustment", one);
  const filled = Object.entries(boxes).filter(([id, value]) => id.startsWith("adjustment.") && value !== "");
  assert.deepEqual(filled, []);
  assert.equal(boxes["basic.salary_income"], "7,050,000");
});

Deno.test("保険料控除申告書: sums and deductions by their letters; 23歳未満 of 令和8年", () => {
  const boxes = fill("insurance");
  assert.equal(boxes["life.new_sum"], "50,000");
  assert.equal(boxes["life.old_sum"], "30,000");
  assert.equal(boxes["life.under_23"], "該当");
  assert.equal(boxes["life.under_23_name"], "山田 二");
  assert.equal(boxes["pension.1.starts"], "2050/01/01");
  assert.equal(boxes["earthquake.deduction"], "50,000");
  assert.equal(boxes["social.1.type"], "国民年金・国民年金基金");
  assert.equal(boxes["mutual_aid.corporate"], "12,000");
  const before = fill("insurance", everything(), { ...CONTEXT, year: 2025 });
  assert.notEqual(boxes["life.by_new"], before["life.by_new"], "the rule is of 令和8年");
});

Deno.test("contracts beyond the rows of the paper are rows of the form all the same", () => {
  const one = everything();
  one.insurance.contracts = Array.from({ length: 7 }, (_, n) => contract({ id: `${n}`, generation: "new" }));
  const life = boxesOf("insurance", one, CONTEXT).parts.find(({ id }) => id === "life")!;
  assert.equal(life.rows.length, 7);
  assert.equal(life.paperRows, 4);
});

Deno.test("住宅借入金等: the certificate as entered, the columns and the credit by their numbers", () => {
  const form = boxesOf("housing_loan", everything("old"), CONTEXT);
  const boxes = boxesById(form);
  assert.equal(boxes["certificate.i"], "2017/04/01");
  assert.equal(boxes["certificate.chi"], "");
  assert.equal(boxes["columns.1.balance"], "20,000,000");
  assert.equal(boxes["columns.1.counted"], "20,000,000");
  assert.equal(boxes["columns.2.balance"], "");
  assert.equal(boxes["columns.basis"], "20,000,000");
  assert.equal(boxes["columns.credit"], "200,000");
  assert.deepEqual([boxes["columns.cap"], boxes["columns.rate"]], ["20,000,000", "1"]);
  const labels = allBoxes(form).map(({ label }) => label);
  assert(labels.some((label) => label.startsWith("⑪ ")) && labels.some((label) => label.startsWith("⑭ ")));
});

Deno.test("連帯債務: what is owed together and what of it is borne, of all lenders of a column", () => {
  const one = everything("new");
  const jointDebtor = { name: "山田 次郎", address: "", company: "", companyAddress: "" };
  const lenders = [
    { name: "八景銀行", purpose: 1, balance: 20_000_000, ownPart: null },
    { name: "見本銀行", purpose: 1, balance: 4_000_000, ownPart: 1_000_000 },
  ];
  const housingLoan = { ...one.housingLoan!, jointDebtor, houseDebtShare: 60, lenders };
  const boxes = boxesById(boxesOf("housing_loan", { ...one, housingLoan }, CONTEXT));
  assert.equal(boxes["columns.1.owed"], "24,000,000");
  assert.equal(boxes["columns.1.balance"], "13,000,000");
  assert.equal(boxes["columns.2.owed"], "");
  assert.equal(boxes["columns.special_cost"], "");
});

Deno.test("a year without a table, and a loan that is not there, are refused", () => {
  const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted;
  const context = { ...CONTEXT, year: 2027 };
  assert.throws(() => boxesOf("next_year_dependants", everything(), context), code("no_tax_year"));
  assert.throws(
    () => boxesOf("housing_loan", { ...everything(), housingLoan: null }, CONTEXT),
    code("review_missing"),
  );
});

Deno.test("an empty 保険料控除申告書 is empty: nothing comes to 0", () => {
  const boxes = fill("insurance", collected());
  const filled = Object.entries(boxes).filter(([id, value]) => !id.startsWith("head.") && value !== "");
  assert.deepEqual(filled, []);
  assert.equal(fill("housing_loan")["columns.special"], "");
});

Deno.test("the lines of an address abroad stand apart", () => {
  const address = { ...ADDRESSES.home, zip: "", prefecture: "", city: "New York, NY", street: "350 5th Ave" };
  assert.equal(addressText({ ...address, country: "USA" }), "New York, NY 350 5th Ave （USA）");
  assert.equal(addressText(ADDRESSES.town), ADDRESSES.townText);
});
