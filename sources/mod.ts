import { EMPTY_SOURCE } from "./empty.ts";
import { otherCompany, sampleCompany } from "./sample/companies.ts";
import { sampleSource } from "./sample.ts";
import type { MasterSource } from "./source.ts";

/** Which sources there are: in development the sample companies, with so many employees; null: none. */
export interface SourceOptions {
  sampleEmployees: number | null;
}

/** The master source of a tenant. */
export function sourceOf(tenant: string, { sampleEmployees }: SourceOptions): MasterSource {
  if (sampleEmployees === null) return EMPTY_SOURCE;
  const company = [sampleCompany(sampleEmployees), otherCompany()].find((one) => one.tenant === tenant);
  return company ? sampleSource(company) : EMPTY_SOURCE;
}
