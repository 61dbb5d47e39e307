import assert from "node:assert/strict";
import collected from "./testdata/collected.json" with { type: "json" };
import columns from "./testdata/columns.json" with { type: "json" };
import differences from "./testdata/differences.json" with { type: "json" };
import lists from "./testdata/lists.json" with { type: "json" };

/** How many columns each list has in reference/csv-columns.json, repeated ones counted once; an empty table fails. */
const COLUMNS: Readonly<Record<string, number>> = {
  this_year_self_diff: 78,
  this_year_dependents_diff: 53,
  this_next_year_self_diff: 64,
  this_next_year_dependents_diff: 49,
  employee_info_this_year: 97,
  employee_info_next_year: 43,
  previous_job: 25,
  spouse_info_this_year: 52,
  spouse_info_next_year: 40,
  dependents_info_this_year: 47,
  dependents_info_this_year_vertical: 47,
  dependents_info_next_year: 41,
  dependents_info_next_year_vertical: 41,
  insurance_horizontal: 74,
  insurance_vertical_details: 23,
  insurance_vertical_totals: 30,
  housing_loan: 52,
  all_declarations_this_year: 148,
  all_declarations_next_year: 62,
  request_status_list: 16,
  document_datetime_list: 35,
  family_bulk_update: 55,
  originals_list: 6,
};

Deno.test("every list of the reference has a table that is there as a whole", () => {
  const tables: Record<string, readonly { header: string }[]> = { ...collected, ...differences, ...lists };
  assert.deepEqual(
    Object.fromEntries(Object.entries(tables).map(([name, { length }]) => [name, length])),
    COLUMNS,
  );
  for (const [name, table] of Object.entries(columns)) {
    assert.deepEqual(table.map(({ header }) => header), tables[name]!.map(({ header }) => header), name);
  }
});
