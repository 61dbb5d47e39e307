import { otherCompany, sampleCompany } from "./sample/companies.ts";
import { sampleSource } from "./sample.ts";
import type { MasterSource } from "./source.ts";

/** Which sources there are: in development the sample companies, with so many employees; null: none. */
export interface SourceOptions {
  sampleEmployees: number | null;
}

/** A master without anybody: the tenant has not connected one yet. */
const EMPTY: MasterSource = {
  employeesByCode: (codes) => Promise.resolve(codes.map(() => null)),
  countEmployees: () => Promise.resolve(0),
  async *employees() {},
};

/** The master source of a tenant. */
export function sourceOf(tenant: string, { sampleEmployees }: SourceOptions): MasterSource {
  if (sampleEmployees === null) return EMPTY;
  const company = [sampleCompany(sampleEmployees), otherCompany()].find((one) => one.tenant === tenant);
  return company ? sampleSource(company) : EMPTY;
}
