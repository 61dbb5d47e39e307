import assert from "node:assert/strict";
import fc from "fast-check";
import { dayOf, fileStamp, startOfDay } from "./tokyo_day.ts";

Deno.test("a day begins at 15:00 UTC of the day before", () => {
  assert.equal(startOfDay("2026-11-02"), Date.UTC(2026, 10, 1, 15));
  assert.equal(startOfDay("2026-11-02", 1), Date.UTC(2026, 10, 2, 15));
  assert.equal(startOfDay("2026-12-31", 1), Date.UTC(2026, 11, 31, 15));
  assert.equal(startOfDay("2028-02-29"), Date.UTC(2028, 1, 28, 15));
});

Deno.test("what is no date is no day", () => {
  for (const text of ["", "2026-02-30", "2026-13-01", "2026/11/02", "today", "2026-11-2"]) {
    assert.equal(startOfDay(text), null, text);
  }
});

Deno.test("the moments on both sides of midnight in Tokyo", () => {
  const midnight = Date.UTC(2026, 10, 1, 15);
  assert.deepEqual(
    [midnight - 1_000, midnight].map((at) => [dayOf(at), fileStamp(at)]),
    [["2026-11-01", "20261101235959"], ["2026-11-02", "20261102000000"]],
  );
});

Deno.test("at any moment since 1970 it is what Temporal says it is in Tokyo", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), (ms) => {
    const tokyo = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Asia/Tokyo");
    assert.equal(dayOf(ms), tokyo.toPlainDate().toString());
    assert.equal(
      fileStamp(ms),
      tokyo.toPlainDateTime().toString({ fractionalSecondDigits: 0, roundingMode: "trunc" }).replace(
        /[-:T]/g,
        "",
      ),
    );
    const start = startOfDay(dayOf(ms))!;
    assert.ok(start <= ms && ms < start + 24 * 60 * 60 * 1000);
  }));
});
