import { z } from "zod";
import { employeeSchema } from "../domain/employee.ts";
import { requestSchema } from "../domain/request.ts";
import type { Member, MemberStore } from "../domain/stores.ts";
import { readBaselines } from "./baselines.ts";
import { readHistory } from "./history.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import {
  addMember,
  type CodeRecord,
  guardKey,
  moveMember,
  type PlaceRecord,
  putRequest,
  refreshMember,
  removeMember,
} from "./member_writes.ts";
import { readSlice, SLICE } from "./member_slices.ts";
import { read } from "./read.ts";
import { readNamed } from "./read_named.ts";
import { asGuard } from "./write.ts";

const placeSchema: z.ZodType<PlaceRecord> = z.object({ v: z.literal(1), group: z.string() });
const codeSchema: z.ZodType<CodeRecord> = z.object({ v: z.literal(1), code: z.string() });

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
    inGroup: (groupId, codes) => readPlaced(kv, ref, groupId, codes),
    walk: (groupId, after = null) => walk(kv, ref, groupId, after),
    guard: (groupId) => asGuard(guardKey(ref, groupId)),
    placesOf: (codes) => placesOf(kv, ref, codes),
    add: (id, newcomer, groupId, at) => addMember(ref, id, newcomer, groupId, at),
    move: (member, groupId, request = member.request, entries = []) =>
      moveMember(ref, member, groupId, request, entries),
    putRequest: (member, next, entries) => putRequest(ref, member, next, entries),
    history: (id) => readHistory(kv, ref, id),
    refresh: (member, master) => refreshMember(ref, member, master),
    remove: (member) => removeMember(ref, member),
    baselines: (ids) => readBaselines(kv, ref, ids),
  };
}

async function placesOf(
  kv: Deno.Kv,
  { id, year }: YearRef,
  codes: readonly string[],
): Promise<(string | null | undefined)[]> {
  const places = await readNamed(kv, (code) => yearKeys.place(id, year, code), codes, placeSchema);
  return places.map((place) => place?.group === "" ? null : place?.group);
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
  const keyOf = (code: string) => yearKeys.place(id, year, code);
  const places = await readNamed(kv, keyOf, open.map((i) => codes[i]!), placeSchema);
  const placed = open.flatMap((i, n) => {
    const group = places[n]?.group;
    return group === undefined ? [] : [{ i, code: codes[i]!, group }];
  });
  const missed = await Promise.all(
    [...Map.groupBy(placed, (one) => one.group)].map(async ([group, people]) => {
      const read = await readPlaced(kv, { id, year }, group, people.map(({ code }) => code));
      return people.flatMap(({ i }, n) => {
        found[i] = read[n] ?? null;
        return read[n] ? [] : [i];
      });
    }),
  );
  return missed.flat();
}

/** Members of one group ("": of none) by 社員番号; null for who is not in it any more. */
async function readPlaced(
  kv: Deno.Kv,
  { id, year }: YearRef,
  group: string,
  codes: readonly string[],
): Promise<(Member | null)[]> {
  const [employees, requests] = await Promise.all([
    readNamed(kv, (code) => yearKeys.employee(id, year, group, code), codes, employeeSchema),
    // Who is in no group has no 依頼 to read.
    group === ""
      ? []
      : readNamed(kv, (code) => yearKeys.request(id, year, group, code), codes, requestSchema),
  ]);
  return employees.map((employee, i) => {
    const request = requests[i] ?? null;
    return employee && (group === "" || request) ? { employee, request } : null;
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
