import { now } from "../domain/clock.ts";
import { isClosed } from "../domain/deadline.ts";
import { mailAddressOf } from "../domain/mail_desk.ts";
import { countMatching, type MemberFilter, memberFilterOf, memberTest } from "../domain/member_filter.ts";
import { inRange } from "../domain/permission.ts";
import { type Acted, isRefused } from "../domain/request_acts/acted.ts";
import {
  forecast,
  type GroupForecast,
  nothingSeen,
  type Seen,
  type Unseen,
} from "../domain/request_acts/forecast.ts";
import { newRequest, REQUEST_STATUSES } from "../domain/request.ts";
import type { Member } from "../domain/stores.ts";
import type { Operation } from "../jobs/operation.ts";
import { fieldsOf, type Options, optionsOf } from "../jobs/options.ts";
import type { GroupScreen } from "./group_page.ts";

/** What an operation would come to: by the value of its choice, `""` where it asks for none. */
export type Forecasts = Record<string, GroupForecast>;

/** Whose numbers are asked for, and how many members may be looked at for them. */
export interface ForecastQuestion {
  operation: Operation;
  /** `ids`, or `all=1` with the list's filter, as the operation takes them. */
  selection: Options;
  limit: number;
  signal: AbortSignal;
}

/** The chosen people of an address. Refuses `bad_request` for nobody, and for too many. */
export function selectionIn({ searchParams }: URL): Options {
  return optionsOf({ selection: true }, [...searchParams]);
}

/** The most members that are looked at for the numbers: of a dialog, which fills in later, and of a page. */
export const LIMITS = { json: 20_000, page: 2_000 };

/** How many of the chosen 依頼 allow an operation (rows 29–34), before anything happens. */
export async function forecastsOf(screen: GroupScreen, question: ForecastQuestion): Promise<Forecasts> {
  const { operation: { requestAct: act, fields = [] }, selection } = question;
  if (!act) throw new Error("the operation works on chosen 依頼");
  const seen = nothingSeen();
  const unseen = selection.all === "1" ? await lookAtAll(screen, question, seen) : null;
  if (selection.all !== "1") await lookAtTicked(screen, selection, seen);
  const [choice] = fields;
  const { group } = screen;
  const of = (options: Options): GroupForecast => ({
    ...forecast((request) => act(request, options, {}), seen, unseen),
    closedOn: asks(act(newRequest(""), options, {})) && isClosed(group, now()) ? group.closesOn : null,
  });
  if (!choice) return { "": of({}) };
  return Object.fromEntries(choice.choices.map(({ value }) => [value, of({ [choice.name]: value })]));
}

/** True for what makes 未依頼 依頼中. */
function asks(acted: Acted): boolean {
  return !isRefused(acted) && acted.request.status === "requested";
}

function note({ request, employee }: Member, seen: Seen) {
  if (request) seen.add(request, mailAddressOf(employee) !== null);
}

async function lookAtTicked({ stores, group, range }: GroupScreen, { ids = [] }: Options, seen: Seen) {
  const found = await Promise.all([ids].flat().map(stores.members.byId));
  for (const member of found) {
    if (member?.employee.groupId !== group.id || !range || !inRange(range, member.employee)) continue;
    note(member, seen);
  }
}

/** Looks at those who match, in order; answers who is left where the limit was met. */
async function lookAtAll(
  screen: GroupScreen,
  { selection, limit, signal }: ForecastQuestion,
  seen: Seen,
): Promise<Unseen | null> {
  const { stores, group, range } = screen;
  if (!range) return null;
  const filter = memberFilterOf(fieldsOf(selection));
  const passes = memberTest(filter);
  let looked = 0;
  for await (const members of stores.members.walk(group.id)) {
    signal.throwIfAborted();
    if (looked >= limit) return await unseenOf(screen, filter);
    looked += members.length;
    for (const member of members) if (passes(member) && inRange(range, member.employee)) note(member, seen);
  }
  return null;
}

/** The group's counts tell how many of each status match, unless something else was asked for as well. */
async function unseenOf({ stores, group, range }: GroupScreen, filter: MemberFilter): Promise<Unseen> {
  const statuses = filter.statuses.length > 0 ? filter.statuses : REQUEST_STATUSES;
  const tally = await stores.groups.tally(group.id);
  const told = range?.kind === "all" && countMatching(tally, filter) !== null;
  return { statuses, counts: told ? tally.byStatus : null };
}
