import assert from "node:assert/strict";
import fc from "fast-check";
import { EXCLUSIONS, newRequest, REQUEST_STATUSES, type RequestStatus } from "../request.ts";
import { confirm, exclude, remind, reset, send, unconfirm } from "./asking.ts";
import { isRefused } from "./acted.ts";
import { forecast, nothingSeen } from "./forecast.ts";

const ACTS = {
  send,
  confirm,
  remind,
  unconfirm,
  exclude: (request: Parameters<typeof exclude>[0]) => exclude(request, "otsu"),
  reset: (request: Parameters<typeof reset>[0]) => reset(request, {}),
};

type Person = { status: RequestStatus; exclusion: typeof EXCLUSIONS[number] | null; reachable: boolean };
const people = fc.array(fc.record({
  status: fc.constantFrom(...REQUEST_STATUSES),
  exclusion: fc.constantFrom(null, null, ...EXCLUSIONS),
  reachable: fc.boolean(),
}));

function look(some: readonly Person[]) {
  const seen = nothingSeen();
  for (const { reachable, ...request } of some) seen.add(request, reachable);
  return seen;
}

/** What becomes of everybody, one by one. */
function truth(act: typeof send, all: readonly Person[]) {
  const acted = all.map(({ status, exclusion, reachable }) => {
    const done = act({ ...newRequest("x"), status, exclusion });
    return { possible: !isRefused(done), unreachable: !isRefused(done) && !!done.mail && !reachable };
  });
  return {
    possible: acted.filter(({ possible }) => possible).length,
    unreachable: acted.filter(({ unreachable }) => unreachable).length,
  };
}

const counted = (all: readonly Person[]) =>
  Object.fromEntries(REQUEST_STATUSES.map((one) => [one, all.filter(({ status }) => status === one).length]));

Deno.test("looked at as a whole, every number is what doing it one by one comes to", () => {
  fc.assert(fc.property(people, (all) => {
    for (const act of Object.values(ACTS)) {
      const { chosen, possible, refused, unreachable } = forecast(act, look(all), null);
      const real = truth(act, all);
      assert.deepEqual(chosen, { n: all.length, exact: true });
      assert.deepEqual(possible, { n: real.possible, exact: true });
      assert.deepEqual(unreachable, { n: real.unreachable, exact: true });
      assert.equal(refused.reduce((sum, { count }) => sum + count.n, 0), all.length - real.possible);
    }
  }));
});

Deno.test("looked at in part, no number is too large, and one that is said to be exact is", () => {
  fc.assert(fc.property(people, fc.nat(), fc.boolean(), (all, at, known) => {
    const part = all.slice(0, at % (all.length + 1));
    for (const act of Object.values(ACTS)) {
      const counts = known ? counted(all) : null;
      const { chosen, possible, unreachable } = forecast(act, look(part), {
        statuses: REQUEST_STATUSES,
        counts,
      });
      const real = truth(act, all);
      assert.deepEqual(chosen, { n: known ? all.length : part.length, exact: known });
      for (const [count, n] of [[possible, real.possible], [unreachable, real.unreachable]] as const) {
        assert.ok(count.exact ? count.n === n : count.n <= n);
      }
    }
  }));
});

Deno.test("where the status alone decides, its count tells those who were not looked at", () => {
  const seen = look([{ status: "not_requested", exclusion: null, reachable: true }]);
  const counts = { not_requested: 10, requested: 90 };
  const reminded = forecast(remind, seen, { statuses: REQUEST_STATUSES, counts });
  assert.deepEqual(reminded.possible, { n: 90, exact: true });
  assert.deepEqual(reminded.refused, [{
    cause: "再通知できるのは「依頼中」「入力中」「修正依頼中」だけです",
    count: { n: 10, exact: true },
  }]);
  assert.deepEqual(reminded.unreachable, { n: 0, exact: false });
  // Some of the nine may have a 対象外理由.
  assert.deepEqual(forecast(send, seen, { statuses: REQUEST_STATUSES, counts }).possible, {
    n: 1,
    exact: false,
  });
});
