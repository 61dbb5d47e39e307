import { type Employee, employeeSchema } from "../domain/employee.ts";
import { type Request, requestSchema } from "../domain/request.ts";
import type { Member } from "../domain/stores.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { parse } from "./read.ts";

/** How many members one read of a walk takes. Four times smaller costs a third of the speed (bench/). */
export const SLICE = 500;

/** Some members of a group in 社員番号 order. `next`: where to go on; null: that was the end. */
export interface Slice {
  members: Member[];
  next: string | null;
}

/**
 * Reads at most `size` members of a group (null: people in no group) whose 社員番号 come after `after`. Employees and
 * requests lie in one order, so two lists are joined; whoever moved between the two reads is read again alone.
 */
export async function readSlice(
  kv: Deno.Kv,
  year: YearRef,
  groupId: string | null,
  after: string | null,
  size: number,
): Promise<Slice> {
  const group = groupId ?? "";
  const [employees, requests] = await Promise.all([
    listAfter(kv, yearKeys.employees(year.id, year.year, group), after, size),
    groupId === null ? [] : listAfter(kv, yearKeys.requests(year.id, year.year, group), after, size),
  ]);
  const requestOf = new Map(requests.map((entry) => [codeOf(entry.key), entry]));
  const members: Member[] = [];
  for (const entry of employees) {
    const code = codeOf(entry.key);
    const request = requestOf.get(code) ?? null;
    const member = groupId === null || request
      ? memberOf(entry, request)
      : await readMember(kv, year, group, code);
    if (member) members.push(member);
  }
  const last = employees.at(-1);
  return { members, next: last && employees.length === size ? codeOf(last.key) : null };
}

/** Reads one member of a group in one snapshot; null when the employee or the 依頼 is not there (any more). */
async function readMember(
  kv: Deno.Kv,
  { id, year }: YearRef,
  group: string,
  code: string,
): Promise<Member | null> {
  const [employee, request] = await kv.getMany([
    yearKeys.employee(id, year, group, code),
    yearKeys.request(id, year, group, code),
  ]);
  if (!employee?.versionstamp || !request?.versionstamp) return null;
  return memberOf(employee, request);
}

function memberOf(
  employee: { key: Deno.KvKey; value: unknown },
  request: { key: Deno.KvKey; value: unknown } | null,
): Member {
  return {
    employee: parse<Employee>(employee.key, employee.value, employeeSchema),
    request: request && parse<Request>(request.key, request.value, requestSchema),
  };
}

function listAfter(kv: Deno.Kv, prefix: Deno.KvKey, after: string | null, size: number) {
  // "\u0000" is the least that can follow: the first key after `after` itself.
  const selector = after === null ? { prefix } : { prefix, start: [...prefix, after + "\u0000"] };
  return Array.fromAsync(kv.list<unknown>(selector, { limit: size, batchSize: Math.min(size, 1000) }));
}

function codeOf(key: Deno.KvKey): string {
  return key[key.length - 1] as string;
}
