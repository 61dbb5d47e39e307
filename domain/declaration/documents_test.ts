import assert from "node:assert/strict";
import { DOCUMENT_KINDS } from "../request.ts";
import { candidateFor } from "./candidate.ts";
import type { Declaration } from "./declaration.ts";
import { collected, LOAN } from "./declaration_fixture.ts";
import { documentsFor } from "./documents.ts";
import type { PreviousJob } from "./previous_job.ts";

const YEAR = 2026;
const NOT_MADE = { makeInsurance: false };
const ALWAYS = ["this_year_dependants", "next_year_dependants", "basic_spouse_adjustment"];

const job: PreviousJob = {
  id: "1",
  slip: "at_hand",
  lastPaidOn: null,
  leftOn: null,
  paid: 1,
  withheld: 0,
  socialInsurance: 0,
  mutualAid: 0,
  zip: "",
  address: "",
  name: "",
  phone: "",
};
const answering = (answers: Partial<Declaration["previousJob"]>) =>
  collected([], (one) => ({ ...one, previousJob: { ...one.previousJob, ...answers } }));

Deno.test("who answers nothing special gets both 扶養控除等 and 基・配・所", () => {
  assert.deepEqual(documentsFor(YEAR, collected(), NOT_MADE), { documents: ALWAYS, previousJob: false });
});

Deno.test("保険料控除申告書 is made for who declares, or for all", () => {
  const declares = collected([], (one) => ({ ...one, insurance: { ...one.insurance, claims: true } }));
  assert.deepEqual(documentsFor(YEAR, declares, NOT_MADE).documents, [...ALWAYS, "insurance"]);
  assert.deepEqual(documentsFor(YEAR, collected(), { makeInsurance: true }).documents, [
    ...ALWAYS,
    "insurance",
  ]);
});

Deno.test("住宅借入金等 is made for who claims and can be: not いいえ, 対象外, イ欄とチ欄, or without a loan", () => {
  for (const claim of [null, "no", "excluded", "both_columns", "yes"] as const) {
    const said = collected([], (one) => ({ ...one, housingLoan: { claim, electronic: false } }));
    const { documents } = documentsFor(YEAR, { ...said, housingLoan: LOAN }, NOT_MADE);
    assert.equal(documents.includes("housing_loan"), claim === "yes", `${claim}`);
    assert(!documentsFor(YEAR, said, NOT_MADE).documents.includes("housing_loan"));
  }
});

Deno.test("above 25,000,000 yen of 合計所得金額 there is no 基・配・所", () => {
  const rents = (revenue: number) =>
    collected([], (one) => {
      const incomes = { ...one.income.thisYear.incomes!, property: { revenue, cost: 0 } };
      return { ...one, income: { ...one.income, thisYear: { incomes, total: null } } };
    }, 9_950_000);
  assert.deepEqual(documentsFor(YEAR, rents(17_000_000), NOT_MADE).documents, ALWAYS);
  assert.deepEqual(documentsFor(YEAR, rents(17_000_001), NOT_MADE).documents, ALWAYS.slice(0, 2));
});

Deno.test("前職情報 is there where there is a previous job", () => {
  assert.equal(documentsFor(YEAR, answering({ jobs: [job] }), NOT_MADE).previousJob, true);
});

Deno.test("退職: leaves and ends here; nothing is made", () => {
  const leaving = (leaving: boolean | null, endsHere: boolean | null) =>
    collected([], (one) => ({ ...one, self: { ...one.self, leaving, endsHere } }));
  assert.equal(candidateFor(YEAR, leaving(true, true)), "retired_candidate");
  assert.deepEqual(documentsFor(YEAR, leaving(true, true), { makeInsurance: true }).documents, []);
  for (const [a, b] of [[true, false], [true, null], [false, true], [null, null]] as const) {
    assert.equal(candidateFor(YEAR, leaving(a, b)), null);
  }
});

Deno.test("乙欄: works elsewhere for pay (or does not know) and hands nothing in here", () => {
  const otsu = { otherEmployer: true, stillThere: true, payThere: "A" as const, submitsHere: false };
  for (const payThere of ["A", "B", "C"] as const) {
    const found = candidateFor(YEAR, answering({ ...otsu, payThere }));
    assert.equal(found, payThere === "B" ? null : "otsu_candidate");
  }
  for (const no of ["otherEmployer", "stillThere"] as const) {
    assert.equal(candidateFor(YEAR, answering({ ...otsu, [no]: false })), null);
  }
  assert.equal(candidateFor(YEAR, answering({ ...otsu, submitsHere: true })), null);
  const documents = (submitsHereNextYear: boolean) =>
    documentsFor(YEAR, answering({ ...otsu, submitsHereNextYear }), NOT_MADE).documents;
  assert.deepEqual(documents(true), ["next_year_dependants"]);
  assert.deepEqual(documents(false), []);
});

Deno.test("源泉: a 源泉徴収票 cannot be had, even one of several; only 扶養控除等 are made", () => {
  const without = { otherEmployer: true, leftEmployer: true, payBefore: "C" as const, slipAvailable: false };
  assert.equal(candidateFor(YEAR, answering(without)), "withholding_candidate");
  assert.equal(candidateFor(YEAR, answering({ ...without, payBefore: "B" })), null);
  assert.equal(candidateFor(YEAR, answering({ ...without, slipAvailable: true })), null);
  const several = answering({ jobs: [job, { ...job, id: "2", slip: "unavailable" }] });
  assert.equal(candidateFor(YEAR, several), "withholding_candidate");
  assert.deepEqual(documentsFor(YEAR, several, NOT_MADE), {
    documents: ["this_year_dependants", "next_year_dependants"],
    previousJob: true,
  });
});

Deno.test("収入: more than 20,000,000 yen of salary, all employers together", () => {
  assert.equal(candidateFor(YEAR, collected([], (one) => one, 20_000_000)), null);
  assert.equal(candidateFor(YEAR, collected([], (one) => one, 20_000_001)), "income_candidate");
  const two = collected([], (one) => {
    const incomes = { ...one.income.thisYear.incomes!, salaryElsewhere: 1 };
    return { ...one, income: { ...one.income, thisYear: { incomes, total: null } } };
  }, 20_000_000);
  assert.equal(candidateFor(YEAR, two), "income_candidate");
});

Deno.test("documents come in the order in which lists name them", () => {
  const all = collected([], (one) => ({
    ...one,
    insurance: { ...one.insurance, claims: true },
    housingLoan: { claim: "yes", electronic: false },
  }));
  assert.deepEqual(documentsFor(YEAR, { ...all, housingLoan: LOAN }, NOT_MADE).documents, DOCUMENT_KINDS);
});
