import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import { inRange, type Range } from "../domain/permission.ts";
import type { Member } from "../domain/stores.ts";
import { groupStore, type YearRef } from "./groups.ts";
import { readSlice } from "./member_slices.ts";
import { memberStore } from "./members.ts";

/** Rows on a page (design §4.4). */
export const PAGE_SIZE = 50;
/** The most records that one page reads, so that a rare match does not hold the request up. */
const SCAN_LIMIT = 2_000;
/** Records read at once while filtering. */
const SCAN_SLICE = 250;

/** Which members a list shows: of a group, of no group, or of all groups (newest first) and then of none. */
export type Scope = { group: string } | "none" | "all";

/** A list of rows that members have. */
export interface RowQuery<Row> {
  scope: Scope;
  range: Range;
  /** The `next` of the page before; null: the first page. */
  cursor: string | null;
  /** The rows of each of these members, in order; at most PAGE_SIZE of one. */
  rowsOf(members: readonly Member[]): Row[][] | Promise<Row[][]>;
  /** Every member has exactly one row: no more records are read than are shown. */
  open: boolean;
}

/** A page of rows in 社員番号 order. `scanLimited`: the search stopped at its limit, `next` goes on with it. */
export interface RowPage<Row> {
  rows: Row[];
  next: string | null;
  scanLimited: boolean;
}

/** A place in a list: group id (`""`: no group) and the last 社員番号 that was read there. */
const placeSchema = z.tuple([z.string(), z.string()]);
type Place = z.infer<typeof placeSchema>;

/**
 * Reads a page of at most PAGE_SIZE rows. The rows of one member are never parted, so that a page may have less.
 * Refuses `bad_request` for a cursor that is none of ours.
 */
export async function readRows<Row>(kv: Deno.Kv, ref: YearRef, query: RowQuery<Row>): Promise<RowPage<Row>> {
  const start = query.cursor === null ? null : placeOf(query.cursor);
  if (query.range.kind === "own") return await ownRows(kv, ref, query);
  const rows: Row[] = [];
  let last: Place | null = null;
  let scanned = 0;
  for await (const { group, members } of scan(kv, ref, query, start)) {
    const visible = members.filter(({ employee }) => inRange(query.range, employee));
    const found = await query.rowsOf(visible);
    const rowsBy = new Map(visible.map((member, i) => [member, found[i]!]));
    for (const member of members) {
      if (scanned === SCAN_LIMIT) return { rows, next: cursorOf(last!), scanLimited: true };
      scanned++;
      const more = rowsBy.get(member) ?? [];
      // One too many tells that there is a next page.
      if (rows.length + more.length > PAGE_SIZE) return { rows, next: cursorOf(last!), scanLimited: false };
      rows.push(...more);
      last = [group, member.employee.code];
    }
  }
  return { rows, next: null, scanLimited: false };
}

/** Who sees 本人 only is looked up, not searched for among everybody. */
async function ownRows<Row>(
  kv: Deno.Kv,
  ref: YearRef,
  { scope, range, rowsOf }: RowQuery<Row>,
): Promise<RowPage<Row>> {
  const self = range.kind === "own" ? range.self : null;
  const found = self ? await memberStore(kv, ref).byCodes([self.code]) : [];
  const members = found.filter((member) => member !== null)
    .filter((member) => liesIn(scope, member.employee.groupId));
  return { rows: (await rowsOf(members)).flat(), next: null, scanLimited: false };
}

function liesIn(scope: Scope, groupId: string | null): boolean {
  if (scope === "all") return true;
  return scope === "none" ? groupId === null : groupId === scope.group;
}

async function* scan(
  kv: Deno.Kv,
  ref: YearRef,
  { scope, open }: Pick<RowQuery<unknown>, "scope" | "open">,
  start: Place | null,
): AsyncGenerator<{ group: string; members: Member[] }> {
  const size = open ? PAGE_SIZE + 1 : SCAN_SLICE;
  for (const group of await groupsOf(kv, ref, scope, start)) {
    let after = group === start?.[0] ? start[1] : null;
    do {
      const { members, next } = await readSlice(kv, ref, group === "" ? null : group, after, size);
      yield { group, members };
      after = next;
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
