import { withoutAmounts } from "../../domain/housing_loan.ts";
import type { Employee } from "../../domain/employee.ts";
import type { Insurance } from "../../domain/insurance.ts";
import type { Request } from "../../domain/request.ts";
import type { Newcomer } from "../../domain/stores.ts";
import type { RestorePoint } from "../../domain/declaration/restore_point.ts";
import { takePoint } from "../../domain/declaration/restore.ts";
import { type Answers, answersOf } from "./answers.ts";
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
  /** Null: nothing is answered. */
  answers: (Answers & { point: RestorePoint | null }) | null;
}

const WEEK = 7 * 24 * 3_600_000;

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
    const family = familyOf(company, i, subjectOf(company, i));
    const confirmed = lastYearStatus(company, i) === "confirmed";
    const left = confirmed ? lastYearInsurance(company, i, master) : null;
    const loan = confirmed ? lastYearHousingLoan(company, i) : null;
    const insuranceIf = (declares: boolean) => thisYearInsurance(company, i, master, left, declares);
    const declares = request?.documents.insurance !== undefined;
    const carried = insuranceIf(declares);
    const newcomer = { master, family, carried, housingLoan: loan && withoutAmounts(loan) };
    const answers = answersOf(company, i, request, newcomer, carried);
    return {
      employee: { ...snapshot, v: 1, id, groupId, syncedAt },
      request,
      newcomer,
      answers: answers && {
        ...answers,
        // Without one 未依頼に戻す leaves the contracts as they are: only who declares has others than before.
        point: declares ? pointAt(syncedAt + WEEK, insuranceIf(false)) : null,
      },
    };
  };
}

/** What stood when the request was sent: nobody had answered or edited. */
function pointAt(at: number, insurance: Insurance): RestorePoint {
  return takePoint({ declaration: null, insurance, documents: {} }, at);
}
