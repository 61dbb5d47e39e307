import fc from "fast-check";
import { afterMove } from "../move.ts";
import {
  COLLECTED_PARTS,
  type CollectedPart,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Exclusion,
  newRequest,
  type Request,
  REVIEWED,
  type Reviewed,
} from "../request.ts";
import { type Acted, isRefused } from "./acted.ts";
import { restart, resubmit, saveCollected, startAnswering, submit } from "./answering.ts";
import {
  CANDIDATE_FOR,
  confirm,
  exclude,
  expire,
  remind,
  reset,
  RESETTABLE_BY_CSV,
  send,
  STAFF_EXCLUSIONS,
  type StaffExclusion,
  unconfirm,
} from "./asking.ts";
import { cancelCorrections, requestCorrection } from "./correcting.ts";
import type { Needed } from "./documents.ts";
import { backToWaiting, cancelReturn, check, deleteDocument, doubleCheck, sendBack } from "./reviewing.ts";

/** For tests: whatever any act may be told. */
export interface Details {
  of: Reviewed;
  document: DocumentKind;
  parts: CollectedPart[];
  comment: string;
  needed: Needed;
  candidate: Exclusion | null;
  changed: boolean;
  /** Documents that say something else now. */
  changedOf: Reviewed[];
  reason: StaffExclusion;
  /** A move goes to a group that is still open. */
  open: boolean;
}

/** Documents as they were when the request was sent: what 未依頼に戻す is given. */
type Point = Request["documents"];

/** Carries an act out at the moment `at`. */
type Carry = (request: Request, details: Details, at: number, point: Point) => Acted;

/** Everything that can happen to a 依頼. */
const ALL_ACTS = {
  send: (request) => send(request),
  exclude: (request, { reason }) => exclude(request, reason),
  confirm: (request) => confirm(request),
  unconfirm: (request) => unconfirm(request),
  remind: (request) => remind(request),
  reset: (request, _details, _at, point) => reset(request, point),
  resetByCsv: (request, _details, _at, point) => reset(request, point, RESETTABLE_BY_CSV),
  expire: (request) => expire(request),
  move: (request, { open }, at) => afterMove(request, { closesOn: open ? null : "1970-01-01" }, at),
  startAnswering: (request) => startAnswering(request),
  submit: (request, { needed, candidate }, at) => submit(request, needed, candidate, at),
  restart: (request) => restart(request),
  resubmit: (request, { needed, candidate, changed, changedOf }, at) =>
    resubmit(request, needed, candidate, { any: changed, of: changed ? changedOf : [] }, at),
  saveCollected: (request, { needed }, at) => saveCollected(request, needed, at),
  requestCorrection: (request, { parts, comment }, at) => requestCorrection(request, parts, comment, at),
  cancelCorrections: (request) => cancelCorrections(request),
  check: (request, { of }, at) => check(request, of, at),
  doubleCheck: (request, { of }, at) => doubleCheck(request, of, at),
  backToWaiting: (request, { of }) => backToWaiting(request, of),
  sendBack: (request, { of, parts, comment }, at) => sendBack(request, of, parts, comment, at),
  cancelReturn: (request, { of }) => cancelReturn(request, of),
  deleteDocument: (request, { document }) => deleteDocument(request, document),
} satisfies Record<string, Carry>;
export type ActKind = keyof typeof ALL_ACTS;
export const ACTS: Record<ActKind, Carry> = ALL_ACTS;
export const ACT_KINDS = Object.keys(ACTS) as ActKind[];

/** An act as it is drawn. */
export interface TestAct {
  kind: ActKind;
  details: Details;
}

const candidates = Object.keys(CANDIDATE_FOR) as Exclusion[];

export const someDetails: fc.Arbitrary<Details> = fc.record({
  of: fc.constantFrom(...REVIEWED),
  document: fc.constantFrom(...DOCUMENT_KINDS),
  parts: fc.subarray([...COLLECTED_PARTS]),
  comment: fc.constantFrom("", "金額を確認してください"),
  needed: fc.record({ documents: fc.subarray([...DOCUMENT_KINDS]), previousJob: fc.boolean() }),
  candidate: fc.option(fc.constantFrom(...candidates), { freq: 3 }),
  changed: fc.boolean(),
  changedOf: fc.subarray([...REVIEWED]),
  reason: fc.constantFrom(...STAFF_EXCLUSIONS),
  open: fc.boolean(),
});

/** What brings a season on. */
const ONWARD = ["send", "startAnswering", "submit", "sendBack", "requestCorrection", "resubmit"] as const;

/** Acts of all kinds; those that bring a season on, and 確定を取り消す, come oftener, so that random ones get far. */
export const someAct: fc.Arbitrary<TestAct> = fc.record({
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...ACT_KINDS) },
    { weight: 3, arbitrary: fc.constantFrom<ActKind>(...ONWARD, "unconfirm") },
  ),
  details: someDetails,
});

/** A 依頼 and what its restore point holds. */
export interface Played {
  request: Request;
  point: Point;
}

/** Carries an act out at the moment `at`; one that is refused leaves everything as it was. */
export function play({ request, point }: Played, { kind, details }: TestAct, at: number): Played {
  const acted = ACTS[kind](request, details, at, point);
  if (isRefused(acted)) return { request, point };
  const taken = "restore" in acted && acted.restore === "take";
  return { request: acted.request, point: taken ? request.documents : point };
}

/** The moments of acts: the first happens at this one, each of the others an hour later. */
export const FIRST_ACT = Date.UTC(2026, 10, 2, 1);
const HOUR_MS = 3_600_000;

/** When the n-th act happens, from 0. */
export function momentOf(n: number): number {
  return FIRST_ACT + n * HOUR_MS;
}

/** Any 依頼 that acts can make, with what its restore point holds. */
export const someRequest: fc.Arbitrary<Played> = fc.array(someAct, { maxLength: 60, size: "max" })
  .map((acts) =>
    acts.reduce<Played>((played, act, n) => play(played, act, momentOf(n)), {
      request: newRequest("e1"),
      point: {},
    })
  );

/** Later than everything in `someRequest`. */
export const LATER = momentOf(1_000);
