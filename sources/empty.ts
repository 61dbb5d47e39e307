import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { MasterSource } from "./source.ts";

/** A source that cannot be asked: everything is refused with `code`. */
export function refusingSource(code: ReasonCode): MasterSource {
  const refuse = () => Promise.reject(new Refusal(code));
  async function* refuseBatches() {
    yield await refuse();
  }
  return {
    costly: false,
    company: refuse,
    establishments: refuse,
    relations: refuse,
    departments: refuse,
    employmentTypes: refuse,
    roles: refuseBatches,
    account: refuse,
    countEmployees: refuse,
    employees: refuseBatches,
    employeesByCode: refuse,
    families: refuse,
    myNumbers: null,
  };
}

/** Of a tenant that has not connected a master yet: look-ups find nobody, syncs are refused. */
export const EMPTY_SOURCE: MasterSource = {
  ...refusingSource("source_missing"),
  departments: () => Promise.resolve([]),
  employmentTypes: () => Promise.resolve([]),
  account: () => Promise.resolve(null),
  employeesByCode: (codes) => Promise.resolve(codes.map(() => null)),
  families: (people) => Promise.resolve(people.map(() => [])),
};
