import assert from "node:assert/strict";
import fc from "fast-check";
import { closingTime } from "./deadline.ts";
import { afterMove } from "./move.ts";
import { newRequest, type Request, REQUEST_STATUSES } from "./request.ts";

const DAY_MS = 24 * 60 * 60_000;
const CLOSES_ON = "2026-11-27";
const CLOSING = closingTime(CLOSES_ON)!;

const request = fc.record({
  status: fc.constantFrom(...REQUEST_STATUSES),
  beforeExpiry: fc.constantFrom(null, "requested" as const, "answering" as const),
  returnedAt: fc.option(fc.nat()),
}).map((more): Request => ({ ...newRequest("r"), ...more }));

const target = fc.constantFrom({ closesOn: null }, { closesOn: CLOSES_ON });
const moment = fc.integer({ min: CLOSING - 3 * DAY_MS, max: CLOSING + 3 * DAY_MS });

Deno.test("a move gives back what ran out exactly where the group is open, and touches nothing else", () => {
  fc.assert(fc.property(request, target, moment, (before, group, at) => {
    const after = afterMove(before, group, at);
    const open = group.closesOn === null || at < CLOSING;
    if (before.status !== "expired") return assert.deepEqual(after, { request: before, history: [] });
    if (!open) return assert.deepEqual(after, { request: before, history: [{ kind: "moved" }] });
    const status = before.beforeExpiry ?? "requested";
    assert.deepEqual(after.request, { ...before, status, beforeExpiry: null });
    assert.deepEqual(after.history, [{ kind: "moved_reopened", status }]);
  }));
});

Deno.test("moving there and on to any other open group is one move", () => {
  fc.assert(fc.property(request, target, moment, (before, group, at) => {
    const twice = afterMove(afterMove(before, group, at).request, { closesOn: null }, at);
    assert.deepEqual(twice.request, afterMove(before, { closesOn: null }, at).request);
  }));
});

Deno.test("the closing moment itself is past", () => {
  const expired: Request = { ...newRequest("r"), status: "expired", beforeExpiry: "answering" };
  assert.equal(afterMove(expired, { closesOn: CLOSES_ON }, CLOSING).request.status, "expired");
  assert.equal(afterMove(expired, { closesOn: CLOSES_ON }, CLOSING - 1).request.status, "answering");
});
