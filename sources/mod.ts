import { apiAddress } from "../domain/source_address.ts";
import type { SourceConnection, SourceKind, SourceLimits } from "../domain/source_settings.ts";
import { EMPTY_SOURCE, refusingSource } from "./empty.ts";
import { otherCompany, sampleCompany } from "./sample/companies.ts";
import { sampleSource } from "./sample.ts";
import { smarthrSource } from "./smarthr.ts";
import type { MasterSource } from "./source.ts";

/**
 * The master source of a tenant, as its settings say; null: nobody saved any, and the sample companies have their own.
 * Never throws: a source that cannot be used refuses when it is asked, so that what needs none goes on.
 */
export function sourceOf(
  tenant: string,
  connection: SourceConnection | null,
  { sampleEmployees, smarthr }: SourceLimits,
): MasterSource {
  const sample = sampleEmployees === null ? null : companyFor(tenant, sampleEmployees);
  if (connection === null) return sample?.own ? sampleSource(sample.company) : EMPTY_SOURCE;
  switch (connection.kind) {
    case "none":
      return EMPTY_SOURCE;
    case "sample":
      return sample ? sampleSource(sample.company) : EMPTY_SOURCE;
    case "smarthr": {
      const { baseUrl, token } = connection;
      // Checked when it was saved; but this may be another environment, or somebody wrote into the database.
      if (apiAddress(baseUrl, smarthr) !== baseUrl) return refusingSource("source_address_refused");
      return token === null ? refusingSource("source_token_unopened") : smarthrSource({ baseUrl, token });
    }
  }
}

/** What holds where nobody saved any settings. */
export function defaultKind(tenant: string, { sampleEmployees }: SourceLimits): SourceKind {
  return sampleEmployees !== null && companyFor(tenant, sampleEmployees).own ? "sample" : "none";
}

/** The sample company of a tenant; one that has none of its own may try the first one's people. */
function companyFor(tenant: string, employees: number) {
  const companies = [sampleCompany(employees), otherCompany()] as const;
  const own = companies.find((company) => company.tenant === tenant);
  return { own: own !== undefined, company: own ?? { ...companies[0], tenant } };
}
