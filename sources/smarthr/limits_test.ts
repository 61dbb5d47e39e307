import assert from "node:assert/strict";
import fc from "fast-check";
import { limitsOf, retryAfter } from "./limits.ts";

const told = (remaining: number, reset: number, prefix = "x-rate-limit") =>
  new Headers({
    [`${prefix}-limit`]: "10",
    [`${prefix}-remaining`]: String(remaining),
    [`${prefix}-reset`]: String(reset),
  });

Deno.test("a window that is used up blocks until it is reset, and the longer of two counts", () => {
  let at = 0;
  const limits = limitsOf(() => at);
  const answer = (headers: Headers) => {
    limits.begin();
    limits.end(headers);
  };
  assert.equal(limits.blockedFor(), 0);
  answer(told(1, 60));
  assert.equal(limits.blockedFor(), 0);
  answer(told(0, 60));
  answer(told(0, 2, "x-intensive-rate-limit"));
  assert.equal(limits.blockedFor(), 60_000);
  at = 59_999;
  assert.equal(limits.blockedFor(), 1);
  at = 60_000;
  assert.equal(limits.blockedFor(), 0);
});

Deno.test("requests that are under way count, whether the server had counted them or not", () => {
  const limits = limitsOf(() => 0);
  for (let i = 0; i < 3; i++) limits.begin();
  limits.end(told(2, 1));
  assert.equal(limits.blockedFor(), 1_000);
  limits.end(null);
  limits.end(told(2, 1));
  limits.begin();
  assert.equal(limits.blockedFor(), 0);
  limits.begin();
  assert.equal(limits.blockedFor(), 1_000);
});

Deno.test("headers that say nothing usable block nothing", () => {
  const limits = limitsOf(() => 0);
  for (const [remaining, reset] of [["", "5"], ["0", ""], ["-1", "5"], ["0", "soon"], ["0.5", "1"]]) {
    limits.begin();
    limits.end(new Headers({ "x-rate-limit-remaining": remaining!, "x-rate-limit-reset": reset! }));
    assert.equal(limits.blockedFor(), 0, `${remaining} ${reset}`);
  }
});

Deno.test("whatever order answers come in, no window is asked more often than it allows", () => {
  const steps = fc.array(fc.nat(2), { maxLength: 200 });
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), steps, (limit, order) => {
    let at = 0;
    const limits = limitsOf(() => at);
    // A server with windows of a second that begin on the second, and its answers in flight.
    const counted = new Map<number, number>();
    const inFlight: Headers[] = [];
    for (const step of [...order, ...order.map(() => 1)]) {
      if (step === 0 && limits.blockedFor() === 0 && inFlight.length < 4) {
        limits.begin();
        const second = Math.floor(at / 1_000);
        const used = (counted.get(second) ?? 0) + 1;
        counted.set(second, used);
        inFlight.push(told(Math.max(0, limit - used), 1));
      } else if (step === 1 && inFlight.length > 0) limits.end(inFlight.shift()!);
      else if (step === 2) at += 100;
    }
    // Until the first answer of a window tells the limit, as many as are under way may be too many.
    for (const used of counted.values()) assert(used <= limit + 4, `${used} of ${limit}`);
  }));
});

Deno.test("Retry-After is read in seconds and as a date", () => {
  const now = Date.UTC(2026, 10, 2);
  const header = (value: string) => new Headers({ "retry-after": value });
  assert.equal(retryAfter(header("7"), now), 7_000);
  assert.equal(retryAfter(header("Mon, 02 Nov 2026 00:01:00 GMT"), now), 60_000);
  assert.equal(retryAfter(header("Sun, 01 Nov 2026 00:01:00 GMT"), now), 0);
  assert.equal(retryAfter(header("soon"), now), null);
  assert.equal(retryAfter(new Headers(), now), null);
});
