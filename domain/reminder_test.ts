import assert from "node:assert/strict";
import fc from "fast-check";
import {
  MAX_DAYS_BEFORE,
  MAX_EVERY_DAYS,
  type Reminder,
  reminderDates,
  reminderDays,
  reminderSchema,
  reminderTime,
} from "./reminder.ts";

const EXAMPLE: Reminder = { baseOn: "2026-11-19", daysBefore: 8, everyDays: 2 };

/** The fields that a schema finds wrong. */
const wrong = (reminder: unknown) =>
  reminderSchema.safeParse(reminder).error?.issues.map(({ path }) => path[0]);

Deno.test("from eight days before 11/19, every two days, as the example of the source says", () => {
  assert.deepEqual(reminderDates(EXAMPLE), [
    "2026-11-11",
    "2026-11-13",
    "2026-11-15",
    "2026-11-17",
    "2026-11-19",
  ]);
});

Deno.test("no mail goes after the base date, and months end where they end", () => {
  assert.deepEqual(reminderDates({ baseOn: "2027-01-02", daysBefore: 5, everyDays: 3 }), [
    "2026-12-28",
    "2026-12-31",
  ]);
  assert.deepEqual(reminderDates({ baseOn: "2028-03-01", daysBefore: 1, everyDays: 30 }), ["2028-02-29"]);
  assert.deepEqual(reminderDates({ ...EXAMPLE, daysBefore: 0 }), ["2026-11-19"]);
});

Deno.test("dates rise in even steps inside the span, whatever is set", () => {
  const reminders = fc.record({
    baseOn: fc.date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    daysBefore: fc.integer({ min: 0, max: MAX_DAYS_BEFORE }),
    everyDays: fc.integer({ min: 1, max: MAX_EVERY_DAYS }),
  });
  fc.assert(fc.property(reminders, (reminder) => {
    const days = reminderDates(reminder).map((date) => Date.parse(date) / 86_400_000);
    const base = Date.parse(reminder.baseOn) / 86_400_000;
    assert.equal(days[0], base - reminder.daysBefore);
    assert.equal(days.length, Math.floor(reminder.daysBefore / reminder.everyDays) + 1);
    days.slice(1).forEach((day, i) => assert.equal(day - days[i]!, reminder.everyDays));
    assert.ok(days.at(-1)! <= base);
    assert.equal(wrong(reminder), undefined);
  }));
});

Deno.test("mails go at 8:00 in Tokyo", () => {
  assert.equal(reminderTime("2026-11-19"), Date.UTC(2026, 10, 18, 23));
});

Deno.test("a date is past from its hour on, and closed from 8:00 of the 受付終了日 on", () => {
  const at = reminderTime("2026-11-13");
  const days = (now: number, closesOn: string | null) =>
    reminderDays(EXAMPLE, closesOn, now).map(({ past, closed }) =>
      `${past ? "past" : ""}${closed ? "closed" : ""}`
    );
  assert.deepEqual(days(at, "2026-11-17"), ["past", "past", "", "closed", "closed"]);
  assert.deepEqual(days(at - 1, null), ["past", "", "", "", ""]);
});

Deno.test("what is no date or no number of days is told at its field", () => {
  assert.deepEqual(wrong({ ...EXAMPLE, baseOn: "2026-02-30" }), ["baseOn"]);
  assert.deepEqual(wrong({ ...EXAMPLE, baseOn: "0000-01-01" }), ["baseOn"]);
  assert.deepEqual(wrong({ ...EXAMPLE, daysBefore: 91 }), ["daysBefore"]);
  assert.deepEqual(wrong({ ...EXAMPLE, daysBefore: 1.5 }), ["daysBefore"]);
  assert.deepEqual(wrong({ baseOn: "", daysBefore: undefined, everyDays: 0 }), [
    "baseOn",
    "daysBefore",
    "everyDays",
  ]);
});
