import { deepStrictEqual } from "node:assert/strict";
import { mailSchema } from "../../../domain/mail.ts";
import { type Request, requestSchema, reviewCount, REVIEWED } from "../../../domain/request.ts";
import { reviewOf } from "../../../domain/request_acts/documents.ts";
import { guardSchema } from "../../../kv/write.ts";

type Entries = readonly Deno.KvEntry<unknown>[];

/**
 * Checks what must be true of the 依頼 of all companies whatever happened: the counts of each group are those of its
 * people, 操作履歴 of each is numbered without gaps and belongs to somebody, and every mail that waits is on its way once.
 */
export function checkRequests(entries: Entries): void {
  const ofYear = (kind: string) => entries.filter(({ key }) => key[2] === "y" && key[4] === kind);
  const requests = ofYear("request").map(({ key, value }) => ({ key, request: requestSchema.parse(value) }));
  const groups = Map.groupBy(requests, ({ key }) => place(key));
  for (const guard of ofYear("guard")) {
    // People in no group have no 依頼.
    if (guard.key[5] === "") continue;
    const counted = count((groups.get(place(guard.key)) ?? []).map(({ request }) => request));
    deepStrictEqual(positive(guardSchema.parse(guard.value).tally), counted, place(guard.key));
  }
  const told = ofYear("history").map(({ key }) => [key[1], key[3], key[5], key[6]].join(" "));
  const numbered = requests.flatMap(({ key, request }) =>
    Array.from({ length: request.acts }, (_, n) => [key[1], key[3], request.id, n].join(" "))
  );
  deepStrictEqual(told.sort(), numbered.sort(), "操作履歴");
  const mails = entries.filter(({ key }) => key[2] === "mail").map(({ value }) => mailSchema.parse(value));
  const waiting = mails.filter(({ state }) => state === "waiting").map(({ id }) => id);
  const going = entries.filter(({ key }) => key[1] === "outgoing").map(({ key }) => String(key.at(-1)));
  deepStrictEqual(going.sort(), waiting.sort(), "mails on their way");
}

/** The group of a key of the year. */
function place(key: Deno.KvKey): string {
  return [key[1], key[3], key[5]].join("/");
}

function count(requests: readonly Request[]): Record<string, number> {
  const counts: Record<string, number> = { employees: requests.length };
  const add = (name: string) => counts[name] = (counts[name] ?? 0) + 1;
  for (const request of requests) {
    add(`status.${request.status}`);
    for (const of of REVIEWED) {
      const review = reviewOf(request, of);
      if (review) add(`review.${reviewCount(of, review.status)}`);
    }
  }
  return positive(counts);
}

function positive(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0).sort());
}
