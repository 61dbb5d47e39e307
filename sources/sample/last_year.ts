import { newRequest, type Request, type RequestStatus } from "../../domain/request.ts";
import { type SampleCompany, sampleGroups, setUpAt } from "./companies.ts";
import { drawsOf, sampleUlid } from "./draws.ts";
import { familyOf } from "./family.ts";
import { lastYearHousingLoan } from "./housing_loan.ts";
import { lastYearInsurance } from "./insurance.ts";
import type { SampleMember } from "./members.ts";
import { personOf, subjectOf } from "./people.ts";
import { returnedOf, reviewsOf } from "./reviews.ts";
import { standingOf } from "./standing.ts";

const DAY = 24 * 3_600_000;

/** Of the first people of the master those were targets a year ago who are targets now: about 60. */
const PEOPLE = 66;

/** How 依頼 of last year ended, as often as they stand here. */
const ENDS: readonly RequestStatus[] = [
  "confirmed",
  "confirmed",
  "confirmed",
  "expired",
  "confirmed",
  "confirmed",
  "answered",
  "confirmed",
  "confirmed",
  "not_requested",
];

/** The company a year ago: smaller, and every group past its 受付終了日. */
export function lastYearOf(company: SampleCompany): SampleCompany {
  const year = company.year - 1;
  const [first, second, third] = company.sites;
  const closed = { closesOn: `${year}-12-05` };
  const sites = [{ ...first, ...closed }, { ...second, ...closed }, { ...third, ...closed }] as const;
  return { ...company, year, sites, count: Math.min(company.count, PEOPLE) };
}

/** 依頼ステータス of person number `i` at the end of last year; null: not in it. */
export function lastYearStatus(company: SampleCompany, i: number): RequestStatus | null {
  if (i >= PEOPLE || standingOf(company, i).kind === "master") return null;
  return drawsOf(company.seed ^ 0x1a_59, i).pick(ENDS);
}

/** The targets of last year, of the same 社員番号 as now; `company` is that of this year. */
export function lastYearMembers(company: SampleCompany): (i: number) => SampleMember | null {
  const before = lastYearOf(company);
  const groups = sampleGroups(before);
  const syncedAt = setUpAt(before) + 3_600_000;
  return (i) => {
    const status = lastYearStatus(company, i);
    const { code, ...person } = personOf(company, i);
    if (status === null || code === null) return null;
    const standing = standingOf(company, i);
    const site = standing.kind === "member" ? standing.site : i % 3;
    const id = sampleUlid(company.seed, -10_000 - i, syncedAt + i);
    const master = { ...person, code };
    const { profile: _, ...snapshot } = master;
    return {
      employee: { ...snapshot, v: 1, id, groupId: groups.at(-1 - site)!.id, syncedAt },
      request: requestOf(before, i, id, status),
      newcomer: {
        master,
        family: familyOf(company, i, subjectOf(company, i)),
        carried: lastYearInsurance(company, i, master),
        housingLoan: lastYearHousingLoan(company, i),
      },
      answers: null,
    };
  };
}

function requestOf(before: SampleCompany, i: number, id: string, status: RequestStatus): Request {
  const draws = drawsOf(before.seed ^ 0x1a_5a, i);
  const startedAt = setUpAt(before) + (7 + draws.int(20)) * DAY;
  const reviews = reviewsOf(status, null, i, startedAt, draws);
  return {
    ...newRequest(id),
    status,
    beforeExpiry: status === "expired" ? "requested" : null,
    beforeConfirmation: status === "confirmed" ? "answered" : null,
    ...reviews,
    returnedAt: returnedOf(status, reviews, startedAt),
  };
}
