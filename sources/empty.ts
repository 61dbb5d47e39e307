import { Refusal } from "../domain/errors.ts";
import type { MasterSource } from "./source.ts";

function notConnected(): never {
  throw new Refusal("source_missing");
}

/** Of a tenant that has not connected a master yet: look-ups find nobody, syncs are refused. */
export const EMPTY_SOURCE: MasterSource = {
  costly: false,
  company: () => Promise.reject(new Refusal("source_missing")),
  establishments: () => Promise.reject(new Refusal("source_missing")),
  relations: () => Promise.reject(new Refusal("source_missing")),
  departments: () => Promise.resolve([]),
  employmentTypes: () => Promise.resolve([]),
  // deno-lint-ignore require-yield
  async *roles() {
    await notConnected();
  },
  account: () => Promise.resolve(null),
  countEmployees: () => Promise.reject(new Refusal("source_missing")),
  // deno-lint-ignore require-yield
  async *employees() {
    await notConnected();
  },
  employeesByCode: (codes) => Promise.resolve(codes.map(() => null)),
  families: (people) => Promise.resolve(people.map(() => [])),
  myNumbers: null,
};
