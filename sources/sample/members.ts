import type { Employee } from "../../domain/employee.ts";
import type { Request } from "../../domain/request.ts";
import { type SampleCompany, sampleGroups, setUpAt } from "./companies.ts";
import { sampleUlid } from "./draws.ts";
import { personOf } from "./people.ts";
import { requestOf } from "./requests.ts";
import { standingOf } from "./standing.ts";

/**
 * The targets of the company's year: answers person number `i` with the 依頼, null for people who are in the master
 * only.
 */
export function sampleMembers(
  company: SampleCompany,
): (i: number) => { employee: Employee; request: Request | null } | null {
  const groups = sampleGroups(company);
  const syncedAt = setUpAt(company) + 3_600_000;
  return (i) => {
    const standing = standingOf(company, i);
    if (standing.kind === "master") return null;
    const master = personOf(company, i);
    if (master.code === null) return null;
    const id = sampleUlid(company.seed, i, syncedAt + i);
    const groupId = standing.kind === "member" ? groups.at(-1 - standing.site)!.id : null;
    const employee: Employee = { ...master, code: master.code, v: 1, id, groupId, syncedAt };
    return { employee, request: requestOf(company, i, id) };
  };
}
