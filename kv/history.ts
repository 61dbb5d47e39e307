import { now } from "../domain/clock.ts";
import { type HistoryEntry, historyEntrySchema } from "../domain/history.ts";
import type { Request } from "../domain/request.ts";
import type { Write } from "../domain/write.ts";
import { set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { sysKeys, yearKeys } from "./keys.ts";
import { parse } from "./read.ts";
import { asWrite } from "./write.ts";

/** The 依頼 that knows the number of its next entry. */
export function numbered(request: Request, entries: readonly HistoryEntry[]): Request {
  return entries.length === 0 ? request : { ...request, acts: request.acts + entries.length };
}

/** The writes that add entries to the 操作履歴 of a 依頼 that is not `numbered` for them yet. */
export function historyWrites(
  { id, year }: YearRef,
  request: Request,
  entries: readonly HistoryEntry[],
): Write[] {
  return entries.map((entry, i) =>
    asWrite(set(yearKeys.historyEntry(id, year, request.id, request.acts + i), entry))
  );
}

/** 操作履歴 of an employee, oldest first. */
export async function readHistory(kv: Deno.Kv, ref: YearRef, employee: string): Promise<HistoryEntry[]> {
  const entries = kv.list({ prefix: yearKeys.history(ref.id, ref.year, employee) });
  return await Array.fromAsync(entries, ({ key, value }) => parse([...key], value, historyEntrySchema));
}

/**
 * The duty to delete, soon, what somebody whose 依頼 was worked on leaves in an open number of keys: 操作履歴 does not
 * fit into the commit that deletes many people.
 */
export function leavings({ id, year }: YearRef, employee: string, request: Request | null): Write[] {
  if (!request || request.acts === 0) return [];
  const key = sysKeys.due(now(), `leavings-${employee}`);
  return [asWrite(set(key, { v: 1, kind: "leavings", tenant: id, id: employee, rest: [String(year)] }))];
}
