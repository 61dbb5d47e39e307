import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import { isUnfiltered, type MemberFilter, memberTest } from "../domain/member_filter.ts";
import { inRange, type Range } from "../domain/permission.ts";
import type { Member } from "../domain/stores.ts";
import { type Facets, readFacets } from "./facets.ts";
import { groupStore, type YearRef } from "./groups.ts";
import { readSlice } from "./member_slices.ts";
import { memberStore } from "./members.ts";

/** Members on a page (design §4.4). */
export const PAGE_SIZE = 50;
/** The most records that one page reads, so that a rare match does not hold the request up. */
const SCAN_LIMIT = 2_000;
/** Records read at once while filtering. */
const SCAN_SLICE = 250;

/** Which members a list shows: of a group, of no group, or of all groups (newest first) and then of none. */
export type Scope = { group: string } | "none" | "all";

export interface MemberQuery {
  scope: Scope;
  filter: MemberFilter;
  range: Range;
  /** The `next` of the page before; null: the first page. */
  cursor: string | null;
}

/** A page of members in 社員番号 order. `scanLimited`: the search stopped at its limit, `next` goes on with it. */
export interface MemberPage {
  members: Member[];
  next: string | null;
  scanLimited: boolean;
}

/** The lists of people that pages show, of one tenant and year. */
export interface MemberPages {
  /** Refuses `bad_request` for a cursor that is none of ours. */
  page(query: MemberQuery): Promise<MemberPage>;
  facets(): Promise<Facets>;
}

/** The lists of people stored in `kv`. */
export function memberPagesOf(kv: Deno.Kv, ref: YearRef): MemberPages {
  return { page: (query) => readPage(kv, ref, query), facets: () => readFacets(kv, ref) };
}

/** A place in a list: group id (`""`: no group) and the last 社員番号 that was read there. */
const placeSchema = z.tuple([z.string(), z.string()]);
type Place = z.infer<typeof placeSchema>;

async function readPage(kv: Deno.Kv, ref: YearRef, query: MemberQuery): Promise<MemberPage> {
  const start = query.cursor === null ? null : placeOf(query.cursor);
  if (query.range.kind === "own") return await ownPage(kv, ref, query);
  const fits = memberTest(query.filter);
  const open = isUnfiltered(query.filter) && query.range.kind === "all";
  const members: Member[] = [];
  let last: Place | null = null;
  let scanned = 0;
  for await (
    const { group, member } of scan(kv, ref, query.scope, start, open ? PAGE_SIZE + 1 : SCAN_SLICE)
  ) {
    if (scanned === SCAN_LIMIT) return { members, next: cursorOf(last!), scanLimited: true };
    scanned++;
    if (inRange(query.range, member.employee) && fits(member)) {
      // One too many tells that there is a next page.
      if (members.length === PAGE_SIZE) return { members, next: cursorOf(last!), scanLimited: false };
      members.push(member);
    }
    last = [group, member.employee.code];
  }
  return { members, next: null, scanLimited: false };
}

/** Who sees 本人 only is looked up, not searched for among everybody. */
async function ownPage(
  kv: Deno.Kv,
  ref: YearRef,
  { scope, filter, range }: MemberQuery,
): Promise<MemberPage> {
  const self = range.kind === "own" ? range.self : null;
  const found = self ? await memberStore(kv, ref).byCodes([self.code]) : [];
  const members = found.filter((member) => member !== null)
    .filter((member) => liesIn(scope, member.employee.groupId) && memberTest(filter)(member));
  return { members, next: null, scanLimited: false };
}

function liesIn(scope: Scope, groupId: string | null): boolean {
  if (scope === "all") return true;
  return scope === "none" ? groupId === null : groupId === scope.group;
}

async function* scan(
  kv: Deno.Kv,
  ref: YearRef,
  scope: Scope,
  start: Place | null,
  size: number,
): AsyncGenerator<{ group: string; member: Member }> {
  for (const group of await groupsOf(kv, ref, scope, start)) {
    let after = group === start?.[0] ? start[1] : null;
    do {
      const slice = await readSlice(kv, ref, group === "" ? null : group, after, size);
      for (const member of slice.members) yield { group, member };
      after = slice.next;
    } while (after !== null);
  }
}

/** Groups to read, from that of `start` on. Ids fall with age, and "" (no group) is the least: a deleted one is passed. */
async function groupsOf(kv: Deno.Kv, ref: YearRef, scope: Scope, start: Place | null): Promise<string[]> {
  if (scope === "none") return [""];
  if (scope !== "all") return [scope.group];
  const ids = [...(await groupStore(kv, ref).list()).map((group) => group.id), ""];
  return start ? ids.filter((id) => id <= start[0]) : ids;
}

function cursorOf(place: Place): string {
  return new TextEncoder().encode(JSON.stringify(place)).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
}

function placeOf(cursor: string): Place {
  try {
    const bytes = Uint8Array.fromBase64(cursor, { alphabet: "base64url" });
    return placeSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Refusal("bad_request", { what: "ページの位置" });
  }
}
