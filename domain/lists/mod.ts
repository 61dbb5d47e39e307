import { originalsOf } from "../originals.ts";
import { FAMILY_UPDATE } from "./family_update.ts";
import { HOUSING_LOAN } from "./housing_loan.ts";
import { DETAILS, INSURANCE } from "./insurance.ts";
import { relativeColumns, spouseColumns } from "./people.ts";
import { PREVIOUS_JOBS } from "./previous_jobs.ts";
import { type Columns, EMPLOYEE } from "./row.ts";
import { FORMS, INCOME, ownColumns, sharedColumns } from "./self.ts";

const SELF = { ...ownColumns("thisYear"), ...FORMS, ...INCOME, ...sharedColumns() };
const NEXT_SELF = ownColumns("nextYear");

/**
 * For tests: what feeds each column of the files about declarations (reference/csv-columns.md 2.5–2.19, 2.22, 2.23), so
 * that none is forgotten. More columns than a file has do no harm.
 */
export const COVERAGE: Readonly<Record<string, Columns>> = {
  employee_info_this_year: SELF,
  employee_info_next_year: NEXT_SELF,
  previous_job: { ...EMPLOYEE, ...PREVIOUS_JOBS },
  spouse_info_this_year: { ...SELF, ...spouseColumns("thisYear", "everybody") },
  spouse_info_next_year: { ...NEXT_SELF, ...spouseColumns("nextYear", "everybody") },
  dependents_info_this_year: { ...SELF, ...relativeColumns("thisYear", "everybody") },
  dependents_info_next_year: { ...NEXT_SELF, ...relativeColumns("nextYear", "everybody") },
  insurance_horizontal: { ...EMPLOYEE, ...INSURANCE },
  insurance_vertical_details: { ...EMPLOYEE, ...DETAILS },
  insurance_vertical_totals: { ...EMPLOYEE, ...INSURANCE },
  housing_loan: { ...EMPLOYEE, ...FORMS, ...HOUSING_LOAN },
  all_declarations_this_year: {
    ...SELF,
    ...spouseColumns("thisYear", "everybody"),
    ...relativeColumns("thisYear", "everybody"),
    ...INSURANCE,
    ...HOUSING_LOAN,
    ...PREVIOUS_JOBS,
  },
  all_declarations_next_year: {
    ...NEXT_SELF,
    ...spouseColumns("nextYear", "everybody"),
    ...relativeColumns("nextYear", "everybody"),
  },
  family_bulk_update: FAMILY_UPDATE,
  originals_list: {
    ...EMPLOYEE,
    "原本名": (row) => originalsOf(row).map((name) => name.replace(/\d+$/, "")),
  },
};
