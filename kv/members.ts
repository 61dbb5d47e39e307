import { z } from "zod";
import { type Employee, employeeSchema } from "../domain/employee.ts";
import { newRequest, type Request, requestSchema } from "../domain/request.ts";
import type { Member, MemberStore } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { remove, set } from "./commit.ts";
import { facetWrites } from "./facets.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { readSlice, SLICE } from "./member_slices.ts";
import { read, readMany } from "./read.ts";
import { asGuard, asWrite } from "./write.ts";

const placeSchema = z.object({ v: z.literal(1), group: z.string() });
const codeSchema = z.object({ v: z.literal(1), code: z.string() });

/** How often a lookup is repeated for a person who was moved between its two reads. */
const LOOKUP_TRIES = 3;

/** Target employees and their 依頼 of one tenant and year, as domain/stores.ts asks for them. */
export function memberStore(kv: Deno.Kv, ref: YearRef): MemberStore {
  return {
    byCodes: (codes) => byCodes(kv, ref, codes),
    async byId(id) {
      const found = await read(kv, yearKeys.code(ref.id, ref.year, id), codeSchema);
      if (!found.value) return null;
      return (await byCodes(kv, ref, [found.value.code]))[0] ?? null;
    },
    walk: (groupId, after = null) => walk(kv, ref, groupId, after),
    guard: (groupId) => asGuard(guardKey(ref, groupId)),
    add(id, master, groupId, at) {
      const employee: Employee = { ...master, v: 1, id, groupId, syncedAt: at };
      return admit(ref, employee, groupId === null ? null : newRequest(id));
    },
    move: (member, groupId) => move(ref, member, groupId),
  };
}

/** The writes that put a new target with its 依頼 (null: in no group) in their places and count them. */
export function admit(ref: YearRef, employee: Employee, request: Request | null): Write[] {
  const code: z.infer<typeof codeSchema> = { v: 1, code: employee.code };
  return [
    asWrite(set(yearKeys.code(ref.id, ref.year, employee.id), code)),
    ...facetWrites(ref, employee),
    ...put(ref, employee, request),
    count(ref, employee.groupId, request, 1),
  ];
}

function move(ref: YearRef, { employee, request }: Member, groupId: string): Write[] {
  const from = employee.groupId;
  if (from === groupId) return [];
  const moved = request ?? newRequest(employee.id);
  return [
    asWrite(remove(yearKeys.employee(ref.id, ref.year, from ?? "", employee.code))),
    ...(request ? [asWrite(remove(yearKeys.request(ref.id, ref.year, from ?? "", employee.code)))] : []),
    count(ref, from, request, -1),
    ...put(ref, { ...employee, groupId }, moved),
    count(ref, groupId, moved, 1),
  ];
}

function put(ref: YearRef, employee: Employee, request: Request | null): Write[] {
  const group = employee.groupId ?? "";
  const place: z.infer<typeof placeSchema> = { v: 1, group };
  return [
    asWrite(set(yearKeys.place(ref.id, ref.year, employee.code), place)),
    asWrite(set(yearKeys.employee(ref.id, ref.year, group, employee.code), employee)),
    ...(request ? [asWrite(set(yearKeys.request(ref.id, ref.year, group, employee.code), request))] : []),
  ];
}

function count(ref: YearRef, groupId: string | null, request: Request | null, by: 1 | -1): Write {
  const add: Record<string, number> = request
    ? { employees: by, [`status.${request.status}`]: by }
    : { employees: by };
  return asWrite({ type: "tally", guard: guardKey(ref, groupId), add });
}

function guardKey(ref: YearRef, groupId: string | null): Deno.KvKey {
  return yearKeys.guard(ref.id, ref.year, groupId ?? "");
}

async function byCodes(kv: Deno.Kv, ref: YearRef, codes: readonly string[]): Promise<(Member | null)[]> {
  const found: (Member | null)[] = codes.map(() => null);
  let open = codes.map((_, i) => i);
  for (let tries = 0; open.length > 0 && tries < LOOKUP_TRIES; tries++) {
    open = await lookUp(kv, ref, codes, open, found);
  }
  return found;
}

/** Fills `found` at the places `open`; answers those that were moved between the two reads. */
async function lookUp(
  kv: Deno.Kv,
  { id, year }: YearRef,
  codes: readonly string[],
  open: number[],
  found: (Member | null)[],
): Promise<number[]> {
  const places = await readMany(kv, open.map((i) => yearKeys.place(id, year, codes[i]!)), placeSchema);
  const placed = open.flatMap((i, n) => {
    const group = places[n]!.value?.group;
    return group === undefined ? [] : [{ i, code: codes[i]!, group }];
  });
  const [employees, requests] = await Promise.all([
    readMany(kv, placed.map((p) => yearKeys.employee(id, year, p.group, p.code)), employeeSchema),
    readMany(kv, placed.map((p) => yearKeys.request(id, year, p.group, p.code)), requestSchema),
  ]);
  return placed.flatMap(({ i, group }, n) => {
    const employee = employees[n]!.value;
    const request = requests[n]!.value;
    if (!employee || (group !== "" && !request)) return [i];
    found[i] = { employee, request };
    return [];
  });
}

/** Slice by slice; the next one is read while the caller works on this one, so two are held at most. */
async function* walk(
  kv: Deno.Kv,
  ref: YearRef,
  groupId: string | null,
  after: string | null,
): AsyncGenerator<Member[]> {
  let reading = readSlice(kv, ref, groupId, after, SLICE);
  for (;;) {
    const { members, next } = await reading;
    if (next !== null) {
      reading = readSlice(kv, ref, groupId, next, SLICE);
      reading.catch(() => {}); // Raised by the next turn; a caller that stops early never gets there.
    }
    if (members.length > 0) yield members;
    if (next === null) return;
  }
}
