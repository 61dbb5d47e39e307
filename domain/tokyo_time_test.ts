import assert from "node:assert/strict";
import fc from "fast-check";
import { dateText, minuteText, timeText, tokyoTime } from "./tokyo_time.ts";

Deno.test("the moments on both sides of midnight in Tokyo; seconds are cut, never rounded", () => {
  const midnight = Date.UTC(2026, 10, 1, 15);
  assert.deepEqual(
    [midnight - 1, midnight].map((at) => [tokyoTime(at), dateText(at), minuteText(at), timeText(at)]),
    [
      ["2026-11-01T23:59:59", "2026/11/01", "2026/11/01 23:59", "2026/11/01 23:59:59"],
      ["2026-11-02T00:00:00", "2026/11/02", "2026/11/02 00:00", "2026/11/02 00:00:00"],
    ],
  );
});

Deno.test("at any moment since 1970 it is what Temporal says it is in Tokyo", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), (ms) => {
    const tokyo = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Asia/Tokyo");
    const said = tokyo.toPlainDateTime().toString({ fractionalSecondDigits: 0, roundingMode: "trunc" });
    assert.equal(tokyoTime(ms), said);
    assert.equal(timeText(ms), said.replaceAll("-", "/").replace("T", " "));
    assert.ok(timeText(ms).startsWith(minuteText(ms)) && minuteText(ms).startsWith(dateText(ms)));
  }));
});
