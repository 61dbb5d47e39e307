import assert from "node:assert/strict";
import { DOCUMENT_KINDS, type DocumentKind } from "../request.ts";
import { CONTEXT, everything } from "./forms_fixture.ts";
import { allBoxes, boxesOf, type Form } from "./mod.ts";

/** The ids of a part's boxes and, after a colon, of each of its rows (reference/form-fields.md §3–6, tax-and-forms-2026.md §2). */
type Layout = Record<string, string>;

const HEAD = "tax_office payer corporate_number payer_address kana name";
const NAMED = "kana name number birth";
const INCOMES = "salary salary_income other_income total_income";

const DEPENDANTS = (relative: string): Layout => ({
  head: `${HEAD} number birth address municipality householder householder_relation has_spouse secondary`,
  A: `${NAMED} income abroad support address change`,
  B: `:${NAMED} relation elderly_cohabiting elderly specific ${relative} support address change`,
  C: "self_ordinary self_special spouse_ordinary spouse_special spouse_special_together relatives_ordinary relatives_special relatives_special_together widow single_parent student details change",
  D: ":name relation birth address earner_name earner_relation earner_address change",
  E: `:${NAMED} relation address abroad income change`,
  F: `widow:${NAMED} relation address abroad income disability change`,
});
const GROUNDS = "abroad_age abroad_student abroad_disabled abroad_remittance";

const SPOUSE =
  `${NAMED} address abroad support ${INCOMES} elderly judgement class deduction special_deduction`;
const ADJUSTMENT =
  `self_special_disability spouse_special_disability dependant_special_disability dependant_under_23 ${NAMED} relation address income fact`;
const BASIC = `${INCOMES} band class deduction`;

const CONTRACT = "company type period holder beneficiary relation";
const SUMS = "new_sum old_sum by_new by_old both deduction";
const INSURANCE = (under23: string): Layout => ({
  head: `${HEAD} address`,
  life: `${SUMS}${under23}:${CONTRACT} division amount`,
  care: `sum deduction:${CONTRACT} amount`,
  pension: `${SUMS}:${CONTRACT} starts division amount`,
  life_total: "deduction",
  earthquake: `quake_sum old_sum by_quake by_old deduction:${CONTRACT} division amount`,
  social: "deduction:type company holder relation amount",
  mutual_aid: "small_business corporate individual disabled deduction",
});

const LOAN = (renovation: string, sums: string, owed = ""): Layout => ({
  head: `${HEAD} address total_income`,
  certificate: `i ro ha ni ho he to chi ${renovation} acquisition application`,
  columns: `cap basis ${sums}rate credit:${owed}balance price lesser share counted`,
  remarks: "debtor_name debtor_address debtor_company debtor_company_address refinanced",
});
const LATER = "ri nu ru renovation_debt first_year";
const SPECIAL = "special_cost special ";

type Loan = "old" | "new" | "from_2022";
const LAYOUTS: [DocumentKind, year: number, generation: string, Layout, loan?: Loan][] = [
  ["this_year_dependants", 2021, "until_2025", DEPENDANTS("income abroad")],
  ["this_year_dependants", 2025, "until_2025", DEPENDANTS(`income ${GROUNDS}`)],
  ["next_year_dependants", 2025, "from_2026", DEPENDANTS(`specific_relative income ${GROUNDS}`)],
  ["this_year_dependants", 2026, "from_2026", DEPENDANTS(`specific_relative income ${GROUNDS}`)],
  ["next_year_dependants", 2026, "from_2026", DEPENDANTS(`specific_relative income ${GROUNDS}`)],
  ["basic_spouse_adjustment", 2021, "until_2024", {
    head: `${HEAD} address`,
    basic: BASIC,
    spouse: SPOUSE,
    adjustment: `${ADJUSTMENT} deduction`,
  }],
  ["basic_spouse_adjustment", 2026, "from_2025", {
    head: `${HEAD} address`,
    basic: BASIC,
    spouse: SPOUSE,
    specific: `:${NAMED} relation address abroad support ${INCOMES} band deduction`,
    adjustment: ADJUSTMENT,
  }],
  ["insurance", 2025, "until_2025", INSURANCE("")],
  ["insurance", 2026, "from_2026", INSURANCE(" under_23 under_23_name")],
  ["housing_loan", 2026, "old", LOAN("ri nu ru wo", SPECIAL), "old"],
  ["housing_loan", 2026, "new", LOAN(LATER, SPECIAL, "owed "), "new"],
  ["housing_loan", 2026, "from_2022", LOAN(LATER, "", "owed "), "from_2022"],
];

for (const [document, year, generation, layout, loan] of LAYOUTS) {
  Deno.test(`${document} of ${year} (${generation}): its parts and boxes, each once and in order`, () => {
    const form = boxesOf(document, everything(loan), { ...CONTEXT, year });
    assert.equal(form.generation, generation);
    assert.equal(form.year, document === "next_year_dependants" ? year + 1 : year);
    assert.deepEqual(layoutOf(form), withPlaces(layout, form));
    const ids = allBoxes(form).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert(allBoxes(form).every(({ label }) => label !== ""));
  });
}

Deno.test("every document has a layout", () => {
  assert.deepEqual(new Set(LAYOUTS.map(([document]) => document)), new Set(DOCUMENT_KINDS));
});

/** The boxes of a part, and those of its rows: every row has the same. */
function layoutOf({ parts }: Form): Record<string, string> {
  return Object.fromEntries(parts.map(({ id, boxes, rows }) => {
    const ids = (some: typeof boxes, place: string) =>
      some.map((box) => box.id.replace(`${place}.`, "")).join(" ");
    const own = ids(boxes, id);
    const each = new Set(rows.map((row) => ids(row.boxes, row.id)));
    assert(each.size <= 1, `rows of ${id} differ`);
    return [id, each.size === 0 ? own : `${own}:${[...each][0]}`];
  }));
}

/** A part with rows of whom there are none in this year is empty: only what stands below them is compared. */
function withPlaces(layout: Layout, { parts }: Form): Record<string, string> {
  return Object.fromEntries(
    Object.entries(layout).map(([id, text]) => {
      const rows = parts.find((part) => part.id === id)?.rows ?? [];
      return [id, rows.length === 0 ? text.split(":")[0]! : text];
    }),
  );
}
