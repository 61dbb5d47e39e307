import type { MasterEmployee } from "../domain/employee.ts";
import type { SampleCompany } from "./sample/companies.ts";
import {
  accountOf,
  companyOf,
  departmentsOf,
  EMPLOYMENT_TYPES,
  establishmentsOf,
  ROLES,
} from "./sample/master.ts";
import { familyOf } from "./sample/family.ts";
import { myNumbersOf } from "./sample/my_numbers.ts";
import { indexBySourceId, indexOf, personOf, subjectOf } from "./sample/people.ts";
import { RELATIONS } from "./sample/relations.ts";
import type { MasterSource } from "./source.ts";

/** People in one batch of `employees`. */
const BATCH = 500;

/** The master of a made-up company: computed, never stored, the same every time. */
export function sampleSource(company: SampleCompany): MasterSource {
  return {
    costly: false,
    company: () => Promise.resolve(companyOf(company)),
    establishments: () => Promise.resolve(establishmentsOf(company)),
    relations: () => Promise.resolve(RELATIONS),
    departments: () => Promise.resolve(departmentsOf(company)),
    employmentTypes: () => Promise.resolve(EMPLOYMENT_TYPES),
    async *roles() {
      yield await Promise.resolve(ROLES);
    },
    account: (person) => Promise.resolve(accountOf(company, person)),
    families: (people) => Promise.resolve(people.map((person) => familyBy(company, person))),
    myNumbers: (people) => Promise.resolve(people.map((person) => numbersBy(company, person))),
    employeesByCode(codes) {
      return Promise.resolve(codes.map((code) => byCode(company, code)));
    },
    countEmployees: () => Promise.resolve(company.count),
    async *employees(from = 0) {
      for (let i = from; i < company.count; i += BATCH) {
        const size = Math.min(BATCH, company.count - i);
        yield Array.from({ length: size }, (_, n) => personOf(company, i + n));
        await Promise.resolve();
      }
    },
  };
}

function byCode(company: SampleCompany, code: string): MasterEmployee | null {
  const i = indexOf(company, code);
  const person = i === null ? null : personOf(company, i);
  return person?.code === code ? person : null;
}

/** The family of somebody whom this company knows; nobody else has one. */
function familyBy(company: SampleCompany, { sourceId }: Pick<MasterEmployee, "sourceId">) {
  const i = indexBySourceId(company, sourceId);
  return i === null ? [] : familyOf(company, i, subjectOf(company, i));
}

function numbersBy(company: SampleCompany, { sourceId }: Pick<MasterEmployee, "sourceId">) {
  const i = indexBySourceId(company, sourceId);
  return i === null ? [] : myNumbersOf(company, i, subjectOf(company, i));
}
