import { commonCause, type ReasonCode } from "../reasons.ts";
import { EXCLUSIONS, newRequest, type Request, type RequestStatus } from "../request.ts";
import { type Acted, isRefused } from "./acted.ts";

/** A number of 依頼; `exact` false: these at least, since not all were looked at. */
export interface Count {
  n: number;
  exact: boolean;
}

/** What an act on chosen 依頼 would come to now. */
export interface Forecast {
  chosen: Count;
  /** Those that allow the act. */
  possible: Count;
  /** The others by reason, most first. */
  refused: { cause: string; count: Count }[];
  /** How many of the possible ones have no mail address, where the act sends mails. */
  unreachable: Count;
}

/** What it would come to in a group. */
export interface GroupForecast extends Forecast {
  /** 受付終了日 (YYYY-MM-DD) that has passed, where the act asks people who can answer no more; null: nothing of the kind. */
  closedOn: string | null;
}

/** An act as far as `possible or not` goes: nothing but 依頼ステータス and 対象外理由 decides. */
type Act = (request: Request) => Acted;

/** 依頼 that are alike to every act and its mail. */
interface Alike {
  request: Request;
  reachable: boolean;
  n: number;
}

/** Chosen 依頼 that were looked at. */
export interface Seen {
  add(request: Pick<Request, "status" | "exclusion">, reachable: boolean): void;
  alike(): Iterable<Alike>;
}

/** Nothing looked at yet. */
export function nothingSeen(): Seen {
  const all = new Map<string, Alike>();
  return {
    add({ status, exclusion }, reachable) {
      const name = `${status} ${exclusion} ${reachable}`;
      const alike = all.get(name);
      if (alike) alike.n++;
      else all.set(name, { request: { ...newRequest(""), status, exclusion }, reachable, n: 1 });
    },
    alike: () => all.values(),
  };
}

/** Chosen 依頼 besides: those of these statuses, as many as `counts` says in all; null: nobody knows how many. */
export interface Unseen {
  statuses: readonly RequestStatus[];
  counts: Readonly<Record<string, number>> | null;
}

/** Of what a count is kept: those that allow the act, or the reason of those that do not. */
type Ending = ReasonCode | "possible";

/**
 * What `act` would make of the chosen 依頼. Who was not looked at counts where the 依頼ステータス alone decides; elsewhere
 * the numbers are the least that they can be.
 *
 * @param unseen null: all were looked at
 */
export function forecast(act: Act, seen: Seen, unseen: Unseen | null): Forecast {
  const sums = new Map<Ending, number>();
  const looked = new Map<RequestStatus, number>();
  const unreachable: Count = { n: 0, exact: true };
  for (const { request, reachable, n } of seen.alike()) {
    const acted = act(request);
    add(sums, endingOf(acted), n);
    add(looked, request.status, n);
    if (!isRefused(acted) && acted.mail && !reachable) unreachable.n += n;
  }
  const least = new Set<Ending>();
  for (const { n, endings } of unseen ? restOf(act, looked, unseen) : []) {
    if (endings.includes("possible")) unreachable.exact = false;
    if (n !== null && endings.length === 1) add(sums, endings[0]!, n);
    else for (const ending of endings) least.add(ending);
  }
  const countOf = (ending: Ending): Count => ({ n: sums.get(ending) ?? 0, exact: !least.has(ending) });
  return {
    chosen: chosenCount(looked, unseen),
    possible: countOf("possible"),
    refused: [...sums.keys()].filter((ending) => ending !== "possible")
      .map((code) => ({ cause: commonCause(code), count: countOf(code) }))
      .sort((a, b) => b.count.n - a.count.n),
    unreachable,
  };
}

function chosenCount(looked: ReadonlyMap<RequestStatus, number>, unseen: Unseen | null): Count {
  const { statuses = [], counts = null } = unseen ?? {};
  const known = counts ? sum(statuses.map((status) => counts[status] ?? 0)) : 0;
  return { n: Math.max(known, sum(looked.values())), exact: !unseen || counts !== null };
}

/** What may become of those who were not looked at, by 依頼ステータス; `n` null: of nobody knows how many. */
function restOf(
  act: Act,
  looked: ReadonlyMap<RequestStatus, number>,
  { statuses, counts }: Unseen,
): { n: number | null; endings: Ending[] }[] {
  return statuses
    .map((status) => ({
      n: counts && Math.max(0, (counts[status] ?? 0) - (looked.get(status) ?? 0)),
      endings: endingsOf(act, status),
    }))
    .filter(({ n }) => n !== 0);
}

/** Everything that can become of a 依頼 of this status. */
function endingsOf(act: Act, status: RequestStatus): Ending[] {
  const possible = [null, ...EXCLUSIONS].map((exclusion) => act({ ...newRequest(""), status, exclusion }));
  return [...new Set(possible.map(endingOf))];
}

function endingOf(acted: Acted): Ending {
  return isRefused(acted) ? acted.refuse : "possible";
}

function add<K>(sums: Map<K, number>, key: K, n: number) {
  sums.set(key, (sums.get(key) ?? 0) + n);
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, n) => total + n, 0);
}
