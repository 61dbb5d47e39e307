import assert from "node:assert/strict";
import fc from "fast-check";
import { closingTime, nextClosingTime } from "./deadline.ts";
import { isReminderDue, morningAct } from "./morning.ts";
import { REQUEST_STATUSES } from "./request.ts";

const at = (day: string) => closingTime(day)!;
const morning = (since: string, today = since) => ({ at: at(today), since, today });

Deno.test("the next morning is the first 08:00 in Tokyo that is still to come", () => {
  assert.equal(nextClosingTime(at("2026-11-03") - 1), at("2026-11-03"));
  assert.equal(nextClosingTime(at("2026-11-03")), at("2026-11-04"));
  assert.equal(nextClosingTime(at("2026-12-31")), at("2027-01-01"));
  const times = fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) });
  fc.assert(fc.property(times, (time) => {
    const next = nextClosingTime(time);
    assert.ok(next > time && next - time <= 24 * 60 * 60_000);
  }));
});

Deno.test("a reminder is due on its days, and for any of them that was missed", () => {
  const reminder = { baseOn: "2026-11-19", daysBefore: 8, everyDays: 3 };
  const due = ["2026-11-11", "2026-11-14", "2026-11-17"];
  for (let day = 9; day <= 21; day++) {
    const date = `2026-11-${String(day).padStart(2, "0")}`;
    assert.equal(isReminderDue(reminder, morning(date)), due.includes(date), date);
  }
  assert.ok(isReminderDue(reminder, morning("2026-11-15", "2026-11-25")));
  assert.ok(!isReminderDue(reminder, morning("2026-11-18", "2026-11-25")));
  assert.ok(!isReminderDue(null, morning("2026-11-11")));
});

Deno.test("closing goes before telling again, and either meets only who has not submitted", () => {
  const reminder = { baseOn: "2026-11-03", daysBefore: 0, everyDays: 1 };
  const acts = (closesOn: string | null) =>
    REQUEST_STATUSES.map((status) => morningAct(status, { closesOn }, { reminder }, morning("2026-11-03")));
  const only = (which: Record<string, string>) => REQUEST_STATUSES.map((status) => which[status] ?? null);
  assert.deepEqual(
    acts("2026-11-03"),
    only({ requested: "expire", answering: "expire", correcting: "remind" }),
  );
  assert.deepEqual(
    acts("2026-11-04"),
    only({ requested: "remind", answering: "remind", correcting: "remind" }),
  );
  assert.deepEqual(acts(null), acts("2026-11-04"));
});
