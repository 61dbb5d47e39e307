import { PARTS_OF } from "../../domain/correction.ts";
import {
  type Correction,
  type Exclusion,
  newRequest,
  type Request,
  type RequestStatus,
  REVIEWED,
} from "../../domain/request.ts";
import { type SampleCompany, setUpAt } from "./companies.ts";
import { drawsOf } from "./draws.ts";
import { memosOf } from "./memos.ts";
import { COMBINATIONS, returnedOf, type Reviews, reviewsOf } from "./reviews.ts";
import { standingOf } from "./standing.ts";

const COMMENT = "記入内容が証明書と異なります。確認して修正してください。";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One kind of 依頼: `plain`, one that is 対象外, or a 候補 for it. */
type Sort = readonly [RequestStatus, "plain" | "excluded" | "candidate"];

/** `times` of one sort. */
const of = (times: number, status: RequestStatus, sort: Sort[1] = "plain"): Sort[] =>
  Array.from({ length: times }, () => [status, sort] as const);

/** What an open group holds, in the long run as often as it stands here. */
const OPEN = [
  ...of(3, "not_requested"),
  ...of(1, "not_requested", "excluded"),
  ...of(3, "requested"),
  ...of(2, "answering"),
  ...of(3, "answered"),
  ...of(1, "answered", "candidate"),
  ...of(2, "correcting"),
  ...of(2, "reanswered"),
  ...of(4, "confirmed"),
  ...of(1, "confirmed", "excluded"),
];
/** After 受付終了日 nobody is 依頼中 or 入力中 any more. */
const CLOSED = [
  ...of(2, "not_requested"),
  ...of(4, "expired"),
  ...of(3, "answered"),
  ...of(1, "answered", "candidate"),
  ...of(2, "correcting"),
  ...of(1, "reanswered"),
  ...of(3, "confirmed"),
  ...of(1, "confirmed", "excluded"),
];
/** No factor of either length, so that the n-th members take every place in turn and neighbours differ. */
const STRIDE = 5;

/** The groups begin with different combinations. A multiple of 5. */
const GROUP_APART = 5 * Math.floor(COMBINATIONS / 15);
const EXCLUDED: Exclusion[] = ["paper", "otsu", "retired", "no_salary", "withholding", "income"];
const CANDIDATES: Exclusion[] = [
  "otsu_candidate",
  "retired_candidate",
  "withholding_candidate",
  "income_candidate",
];

/** 依頼ステータス of person number `i`; null outside the groups. */
export function statusOf(company: SampleCompany, i: number): RequestStatus | null {
  return sortOf(company, i)?.sort[0] ?? null;
}

/** The 依頼 of person number `i`, whose employee id is `id`; null outside the groups. */
export function requestOf(company: SampleCompany, i: number, id: string): Request | null {
  const found = sortOf(company, i);
  if (!found) return null;
  const [status, sort] = found.sort;
  const draws = drawsOf(company.seed ^ 0x5eed, i);
  const startedAt = setUpAt(company) + (7 + draws.int(20)) * DAY + draws.int(10 * HOUR);
  const exclusion = exclusionOf(sort, found.turn);
  const reviews = reviewsOf(status, exclusion, found.count, startedAt, draws);
  return {
    ...newRequest(id),
    status,
    exclusion,
    beforeExpiry: status === "expired" ? draws.pick(["requested", "answering"] as const) : null,
    ...reviews,
    ...formerOf(status, exclusion, reviews, startedAt),
    memos: memosOf(company, draws, startedAt),
  };
}

/** What a 依頼 that stands so went through: each takes the shortest way there. */
function formerOf(status: RequestStatus, exclusion: Exclusion | null, reviews: Reviews, startedAt: number) {
  const returnedAt = returnedOf(status, reviews, startedAt);
  const answered = ["answered", "correcting", "reanswered"].includes(status);
  const excluded = EXCLUDED.some((reason) => reason === exclusion);
  return {
    returnedAt,
    answeredOnce: answered || (status === "confirmed" && !excluded),
    beforeConfirmation: status === "confirmed"
      ? excluded ? "not_requested" as const : "answered" as const
      : null,
    beforeCorrection: status === "correcting" ? "answered" as const : null,
    corrections: status === "correcting" ? correctionsOf(reviews, returnedAt ?? startedAt) : [],
  };
}

/** What is still to be corrected: each document that is 差し戻し, else a 修正依頼. */
function correctionsOf({ documents, previousJob }: Reviews, at: number): Correction[] {
  const of = REVIEWED.filter((one) =>
    (one === "previous_job" ? previousJob : documents[one])?.status === "returned"
  );
  if (of.length === 0) return [{ from: "request", parts: ["self"], comment: COMMENT, at }];
  return of.map((from) => ({ from, parts: [...PARTS_OF[from]], comment: COMMENT, at }));
}

/** Those who have answered everything: no 対象外, no 候補. */
const ANSWERED_ALL: readonly RequestStatus[] = ["answered", "correcting", "reanswered", "confirmed"];

/** The how manieth of the site person number `i` is who answered everything; null: did not. */
export function answererOf(company: SampleCompany, i: number): { site: 0 | 1 | 2; nth: number } | null {
  const standing = standingOf(company, i);
  if (standing.kind !== "member") return null;
  const table = standing.site === 2 ? CLOSED : OPEN;
  const all = table.map((_, n) => table[(n * STRIDE) % table.length]!).map(([status, sort]) =>
    sort === "plain" && ANSWERED_ALL.includes(status)
  );
  const place = standing.nth % table.length;
  if (!all[place]) return null;
  const round = Math.floor(standing.nth / table.length);
  const before = all.slice(0, place).filter(Boolean).length;
  return { site: standing.site, nth: round * all.filter(Boolean).length + before };
}

/** The sort of the person's 依頼, the how manieth round of its table it is, and the how manieth of its status. */
function sortOf(company: SampleCompany, i: number): { sort: Sort; turn: number; count: number } | null {
  const standing = standingOf(company, i);
  if (standing.kind !== "member") return null;
  const table = standing.site === 2 ? CLOSED : OPEN;
  const round = Math.floor(standing.nth / table.length);
  const place = (standing.nth * STRIDE) % table.length;
  const sort = table[place]!;
  const alike = (other: Sort) => other[0] === sort[0] && other[1] === sort[1];
  const count = round * table.filter(alike).length + table.slice(0, place).filter(alike).length;
  return {
    sort,
    turn: round + 2 * standing.site,
    count: count + standing.site * GROUP_APART,
  };
}

function exclusionOf(sort: Sort[1], turn: number): Exclusion | null {
  if (sort === "plain") return null;
  const choices = sort === "excluded" ? EXCLUDED : CANDIDATES;
  return choices[turn % choices.length]!;
}
