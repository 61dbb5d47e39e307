import type { Employee } from "../domain/employee.ts";
import type { HistoryEntry } from "../domain/history.ts";
import { newRequest, type Request, reviewCount, REVIEWED } from "../domain/request.ts";
import type { Member, MemberStore, Newcomer } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { answerDraftRemoval } from "./answer_drafts.ts";
import { baselineRemoval, baselineWrite } from "./baselines.ts";
import { remove, set } from "./commit.ts";
import { declarationRemoval } from "./declarations.ts";
import { facetWrites } from "./facets.ts";
import type { YearRef } from "./groups.ts";
import { historyWrites, leavings, numbered } from "./history.ts";
import { housingLoanWrite } from "./housing_loans.ts";
import { insuranceWrite } from "./insurance.ts";
import { myNumberKeys, yearKeys } from "./keys.ts";
import { asWrite } from "./write.ts";

/** 社員番号 → the group that the record lies in; "" in none. */
export interface PlaceRecord {
  v: 1;
  group: string;
}

/** Employee id → 社員番号. */
export interface CodeRecord {
  v: 1;
  code: string;
}

/** The writes that take somebody in: record, fresh 依頼, baseline, what last year left. */
export function addMember(
  ref: YearRef,
  id: string,
  newcomer: Newcomer,
  groupId: string | null,
  at: number,
): Write[] {
  const { profile: _, ...master } = newcomer.master;
  const employee: Employee = { ...master, v: 1, id, groupId, syncedAt: at };
  return [
    ...admit(ref, employee, groupId === null ? null : newRequest(id)),
    baselineWrite(ref, id, newcomer, at),
    ...(newcomer.carried ? [insuranceWrite(ref, id, newcomer.carried)] : []),
    ...(newcomer.housingLoan ? [housingLoanWrite(ref, id, newcomer.housingLoan)] : []),
  ];
}

/** The writes that put a new target with its 依頼 (null: in no group) in their places and count them. */
export function admit(ref: YearRef, employee: Employee, request: Request | null): Write[] {
  const code: CodeRecord = { v: 1, code: employee.code };
  return [
    asWrite(set(yearKeys.code(ref.id, ref.year, employee.id), code)),
    ...facetWrites(ref, employee),
    ...put(ref, employee, request),
    count(ref, employee.groupId, request, 1),
  ];
}

/** The writes that put somebody into another group, with the 依頼 `kept` or, in a first group, a fresh one. */
export function moveMember(
  ref: YearRef,
  { employee, request }: Member,
  groupId: string,
  kept: Request | null,
  entries: readonly HistoryEntry[] = [],
): Write[] {
  const from = employee.groupId;
  if (from === groupId) return [];
  const moved = numbered(kept ?? newRequest(employee.id), entries);
  return [
    ...historyWrites(ref, kept ?? newRequest(employee.id), entries),
    asWrite(remove(yearKeys.employee(ref.id, ref.year, from ?? "", employee.code))),
    ...(request ? [asWrite(remove(yearKeys.request(ref.id, ref.year, from ?? "", employee.code)))] : []),
    count(ref, from, request, -1),
    ...put(ref, { ...employee, groupId }, moved),
    count(ref, groupId, moved, 1),
  ];
}

/** The writes that store what an act made of a 依頼, with what 操作履歴 says of it. */
export function putRequest(
  ref: YearRef,
  { employee, request }: Member,
  next: Request,
  entries: readonly HistoryEntry[],
): Write[] {
  const group = employee.groupId ?? "";
  const stored = numbered(next, entries);
  return [
    ...historyWrites(ref, next, entries),
    asWrite(set(yearKeys.request(ref.id, ref.year, group, employee.code), stored)),
    recount(ref, employee.groupId, request, stored),
  ];
}

/** The writes that renew 部署 and 雇用形態. */
export function refreshMember(
  ref: YearRef,
  { employee, request }: Member,
  { department, employmentType, employmentPreset, account }: Parameters<MemberStore["refresh"]>[1],
): Write[] {
  const next: Employee = { ...employee, department, employmentType, employmentPreset, account };
  return [
    ...facetWrites(ref, next),
    asWrite(set(yearKeys.employee(ref.id, ref.year, employee.groupId ?? "", employee.code), next)),
    count(ref, employee.groupId, request, 0),
  ];
}

/** The writes that delete somebody with all that is theirs. */
export function removeMember(ref: YearRef, { employee, request }: Member): Write[] {
  const { id, code, groupId } = employee;
  const group = groupId ?? "";
  return [
    asWrite(remove(yearKeys.code(ref.id, ref.year, id))),
    asWrite(remove(yearKeys.place(ref.id, ref.year, code))),
    asWrite(remove(yearKeys.employee(ref.id, ref.year, group, code))),
    asWrite(remove(yearKeys.request(ref.id, ref.year, group, code))),
    baselineRemoval(ref, id),
    asWrite(remove(yearKeys.insurance(ref.id, ref.year, id))),
    asWrite(remove(yearKeys.housingLoan(ref.id, ref.year, id))),
    ...declarationRemoval(ref, id),
    answerDraftRemoval(ref, id),
    asWrite(remove(myNumberKeys.record(ref.id, ref.year, id))),
    ...leavings(ref, id, request),
    count(ref, groupId, request, -1),
  ];
}

function put(ref: YearRef, employee: Employee, request: Request | null): Write[] {
  const group = employee.groupId ?? "";
  const place: PlaceRecord = { v: 1, group };
  return [
    asWrite(set(yearKeys.place(ref.id, ref.year, employee.code), place)),
    asWrite(set(yearKeys.employee(ref.id, ref.year, group, employee.code), employee)),
    ...(request ? [asWrite(set(yearKeys.request(ref.id, ref.year, group, employee.code), request))] : []),
  ];
}

function count(ref: YearRef, groupId: string | null, request: Request | null, by: 1 | 0 | -1): Write {
  const add: Record<string, number> = { employees: by };
  if (request) { for (const name of countedUnder(request)) add[name] = by; }
  return asWrite({ type: "tally", guard: guardKey(ref, groupId), add });
}

/** What another state of a 依頼 does to the counts of its group. */
function recount(ref: YearRef, groupId: string | null, before: Request | null, after: Request): Write {
  const add: Record<string, number> = {};
  for (const name of before ? countedUnder(before) : []) add[name] = (add[name] ?? 0) - 1;
  for (const name of countedUnder(after)) add[name] = (add[name] ?? 0) + 1;
  return asWrite({ type: "tally", guard: guardKey(ref, groupId), add });
}

/** The names that a 依頼 is counted under: its status, and the 確認状況 of each document and of 前職情報. */
function countedUnder(request: Request): string[] {
  const reviews = REVIEWED.flatMap((of) => {
    const review = of === "previous_job" ? request.previousJob : request.documents[of];
    return review ? [`review.${reviewCount(of, review.status)}`] : [];
  });
  return [`status.${request.status}`, ...reviews];
}

/** The key that every writer of a group's data sets. */
export function guardKey(ref: YearRef, groupId: string | null): Deno.KvKey {
  return yearKeys.guard(ref.id, ref.year, groupId ?? "");
}
