import type { MasterEmployee } from "../../domain/employee.ts";
import { drawBasics } from "./basics.ts";
import type { SampleCompany } from "./companies.ts";
import { type Draws, drawsOf } from "./draws.ts";
import type { Subject } from "./household.ts";
import { loginAt } from "./logins.ts";
import { drawAddress } from "./places.ts";
import { profileOf } from "./profiles.ts";
import { type MasterOnly, type Standing, standingOf } from "./standing.ts";

/** 社員番号 of person number `i`: six digits, counted from 1. */
export function codeOf(i: number): string {
  return String(i + 1).padStart(6, "0");
}

/** Which person a 社員番号 names, by its exact text; null when nobody of this company has it. */
export function indexOf(company: SampleCompany, code: string): number | null {
  if (!/^\d{6,}$/.test(code)) return null;
  const i = Number(code) - 1;
  return i >= 0 && i < company.count && codeOf(i) === code ? i : null;
}

function sourceIdOf(company: SampleCompany, i: number): string {
  return `${company.tenant}-${codeOf(i)}`;
}

/** Which person a source id names; null when it is none of this company's. */
export function indexBySourceId(company: SampleCompany, sourceId: string): number | null {
  const i = indexOf(company, sourceId.slice(company.tenant.length + 1));
  return i !== null && sourceIdOf(company, i) === sourceId ? i : null;
}

/** Person number `i` as the master holds them. Needs nobody else's record, whatever the size of the company. */
export function personOf(company: SampleCompany, i: number): MasterEmployee {
  const standing = standingOf(company, i);
  const drawn = drawnOf(company, i, standing);
  return {
    ...drawn,
    profile: profileOf(company, i, drawn),
    ...(standing.kind === "master" ? exceptionOf(standing.reason, company.year) : {}),
  };
}

/** What profile, family and 個人番号 of person number `i` follow from. */
export function subjectOf(company: SampleCompany, i: number): Subject {
  return drawnOf(company, i, standingOf(company, i));
}

function drawnOf(company: SampleCompany, i: number, standing: Standing) {
  const draws = drawsOf(company.seed, i);
  return {
    sourceId: sourceIdOf(company, i),
    code: codeOf(i),
    ...drawBasics(company, i, standing, draws),
    status: draws.oneIn(80) ? "absent" as const : "employed" as const,
    resignedOn: null,
    address: drawAddress(draws),
    account: accountOf(company, i, draws),
  };
}

/** The account of the signed-in ones, or one with e-mail; one in 25 signs in by 社員番号 only. */
function accountOf(company: SampleCompany, i: number, draws: Draws): MasterEmployee["account"] {
  const byCode = draws.oneIn(25);
  const login = loginAt(company, i);
  if (login) return { email: login.email };
  return { email: byCode ? null : `e${codeOf(i)}@${company.domain}` };
}

function exceptionOf(reason: MasterOnly, year: number): Partial<MasterEmployee> {
  switch (reason) {
    case "eligible":
      return { status: "employed" };
    case "retired":
      return { status: "retired", resignedOn: `${year}-03-31` };
    case "leaving":
      return { status: "employed", resignedOn: `${year}-06-30` };
    case "no_account":
      return { status: "employed", account: null };
    case "outsourced":
      return { status: "employed", employmentType: "業務委託", employmentPreset: "outsourcing_contractor" };
    case "dispatched":
      return { status: "employed", employmentType: "派遣社員", employmentPreset: "permatemp" };
    case "no_code":
      return { status: "employed", code: null };
    case "incomplete":
      return { status: "employed", birthOn: null, address: null };
  }
}
