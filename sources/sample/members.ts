import { withoutAmounts } from "../../domain/housing_loan.ts";
import type { Employee } from "../../domain/employee.ts";
import type { Request } from "../../domain/request.ts";
import type { Newcomer } from "../../domain/stores.ts";
import { type SampleCompany, sampleGroups, setUpAt } from "./companies.ts";
import { sampleUlid } from "./draws.ts";
import { familyOf } from "./family.ts";
import { lastYearHousingLoan } from "./housing_loan.ts";
import { lastYearInsurance, thisYearInsurance } from "./insurance.ts";
import { lastYearStatus } from "./last_year.ts";
import { personOf, subjectOf } from "./people.ts";
import { requestOf } from "./requests.ts";
import { standingOf } from "./standing.ts";

/** A target as it is stored. `newcomer`: what the master said when they were taken in, and their insurance now. */
export interface SampleMember {
  employee: Employee;
  request: Request | null;
  newcomer: Newcomer;
}

/**
 * The targets of the company's year: answers person number `i` with 依頼, baseline and insurance, null for people who
 * are in the master only.
 */
export function sampleMembers(company: SampleCompany): (i: number) => SampleMember | null {
  const groups = sampleGroups(company);
  const syncedAt = setUpAt(company) + 3_600_000;
  return (i) => {
    const standing = standingOf(company, i);
    if (standing.kind === "master") return null;
    const { code, ...person } = personOf(company, i);
    if (code === null) return null;
    const id = sampleUlid(company.seed, i, syncedAt + i);
    const groupId = standing.kind === "member" ? groups.at(-1 - standing.site)!.id : null;
    const request = requestOf(company, i, id);
    const master = { ...person, code };
    const { profile: _, ...snapshot } = master;
    const confirmed = lastYearStatus(company, i) === "confirmed";
    const left = confirmed ? lastYearInsurance(company, i, master) : null;
    const loan = confirmed ? lastYearHousingLoan(company, i) : null;
    return {
      employee: { ...snapshot, v: 1, id, groupId, syncedAt },
      request,
      newcomer: {
        master,
        family: familyOf(company, i, subjectOf(company, i)),
        carried: thisYearInsurance(company, i, master, left, request?.status ?? null),
        housingLoan: loan && withoutAmounts(loan),
      },
    };
  };
}
