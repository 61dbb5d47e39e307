import assert from "node:assert/strict";
import { cellsIn, expanded, type ListName, LISTS } from "./collected_lists_fixture.ts";
import { exampleRow } from "./example_fixture.ts";

for (const [name, list] of Object.entries(LISTS)) {
  Deno.test(`the table of ${name} is that of the reference: names, order, punctuation, repetition`, () => {
    assert.deepEqual(list.header, expanded(name as ListName).map(({ header }) => header));
  });
}

Deno.test("no list has a column twice, or one that holds a 個人番号", () => {
  for (const [name, { header }] of Object.entries(LISTS)) {
    assert.equal(new Set(header).size, header.length, name);
    assert.deepEqual(header.filter((one) => /個人番号|マイナンバー(?!の有無$)/.test(one)), [], name);
  }
});

/** By hand: (イ) and (ハ) of new contracts over 80,000 are 40,000; 50,000 / 4 + 20,000; 地震 over 50,000 is 50,000. */
const INSURANCE = {
  "一般の生命保険料:新保険料等の金額の合計額": "300000",
  "一般の生命保険料:旧保険料等の金額の合計額": "0",
  "介護医療保険料:計算式に当てはめて計算した金額": "32500",
  "個人年金保険料:新保険料の金額の合計額": "100000",
  "個人年金保険料:旧保険料の金額の合計額": "0",
  "生命保険料:生命保険料控除額": "112500",
  "地震保険料:地震保険料の金額の合計額": "80000",
  "地震保険料:旧長期損害保険料の金額の合計額": "0",
  "地震保険料:地震保険料控除額": "50000",
};

/** 給与所得 10,950,000 − 1,950,000, nothing else, 所得金額調整控除 10 % of 1,500,000; 基礎控除 of 令和8年. */
const OWN_INCOME = {
  "本年中の給与以外所得見積額": "0",
  "本年中の合計所得金額(所得金額調整控除後)": "8850000",
  "基礎控除の額": "620000",
  "特定親族特別控除の額の合計": "0",
};

/** 配偶者控除 in band A, age 36: 区分2の②. She is alive, so that next year knows her too. */
const SPOUSE = {
  "配偶者 今年 死亡": "",
  "配偶者 税法上の被扶養者でなくなった日": "",
  "配偶者 配偶者控除等申告書-区分2": "2",
  "配偶者 配偶者控除の額": "380000",
  "配偶者 配偶者特別控除の額": "",
};
/** Lives in Japan: 非居住者 is 0, so nothing is sent. */
const AT_HOME = { "配偶者 今年 生計を一にする事実": "", "配偶者 来年 生計を一にする事実": "" };

/** 21 years old without income: 特定扶養親族, hence neither 老人扶養親族 nor 特定親族. */
const CHILD = {
  "死亡": "",
  "税法上の被扶養者でなくなった日": "",
  "生計を一にする事実": "",
  "老人扶養親族": "0",
  "税法上の年間所得見積額（単位: 円）": "0",
  "特定親族": "0",
  "特定親族特別控除の額": "0",
};
const child = (p: string, words = ["", "今年 ", "来年 "]) =>
  Object.fromEntries(
    Object.entries(CHILD).flatMap(([header, cell]) => words.map((word) => [`${p}${word}${header}`, cell])),
  );

/** 住宅および土地等: 25,555,555 of 45,000,000, all lived in. 1 % of it up to 40,000,000 (特定取得 2017), 百円未満切捨て. */
const LOAN = {
  "借入金等年末残高-住宅のみ": "",
  "借入金等年末残高-土地のみ": "",
  "借入金等年末残高-住宅および土地等": "25555555",
  "増改築等に係る借入金等の年末残高": "",
  "計算の基礎となる年末残高": "25555555",
  "住宅借入金等特別控除額": "255500",
};
/** 旧様式 knows areas, not shares. */
const OLD_FORM = {
  "家屋の居住用割合": "",
  "土地等の居住用割合": "",
  "住宅および土地等の居住用割合": "",
  "増改築等の居住用割合": "",
  "家屋の連帯債務割合": "",
  "土地等の連帯債務割合": "",
  "増改築等の連帯債務割合": "",
};
/** Neither refinanced nor owed with somebody, as the flags of the example say. */
const ALONE = {
  "借換直前の残高": "",
  "借換後の借入時金額": "",
  "借換後の年末残高": "",
  "借換調整で適用される年末残高": "",
  "連帯債務者氏名": "",
  "連帯債務者住所": "",
  "連帯債務者勤務先会社名": "",
  "連帯債務者勤務先住所": "",
  "借入金融機関情報-1 負担すべき金額": "",
};

/** Columns that are computed, or that another example rules out, with what comes of the example by hand. */
const WORKED: Readonly<Record<ListName, Record<string, string>>> = {
  employee_info_this_year: OWN_INCOME,
  employee_info_next_year: {},
  previous_job: {},
  spouse_info_this_year: { ...SPOUSE, ...AT_HOME },
  spouse_info_next_year: AT_HOME,
  dependents_info_this_year: child("被扶養者1 "),
  dependents_info_this_year_vertical: child("被扶養者 "),
  dependents_info_next_year: { ...child("被扶養者1 "), "被扶養者1 来年 源泉控除対象親族": "1" },
  dependents_info_next_year_vertical: { ...child("被扶養者 "), "被扶養者 来年 源泉控除対象親族": "1" },
  insurance_horizontal: INSURANCE,
  insurance_vertical_details: {},
  insurance_vertical_totals: INSURANCE,
  housing_loan: { ...LOAN, ...OLD_FORM, ...ALONE },
  all_declarations_this_year: {
    ...OWN_INCOME,
    ...SPOUSE,
    ...INSURANCE,
    ...LOAN,
    ...OLD_FORM,
    ...child("被扶養者1 "),
  },
  // 特定扶養親族 in that example is 0, and so is 老人扶養親族: of a child of 21 the first is not.
  all_declarations_next_year: { ...child("被扶養者1 "), "被扶養者1 来年 特定扶養親族": "1" },
};

for (const [name, list] of Object.entries(LISTS)) {
  if (name === "insurance_vertical_details") continue;
  Deno.test(`the employee of the examples gives the example row of ${name}`, () => {
    const [cells, ...more] = cellsIn(list, exampleRow());
    const worked = WORKED[name as ListName];
    const expected = expanded(name as ListName).map(({ header, example, n }) => [
      header,
      worked[header] ?? ((n ?? 1) > 1 ? "" : example),
    ]);
    assert.deepEqual(cells, Object.fromEntries(expected));
    assert.deepEqual(more, []);
  });
}
