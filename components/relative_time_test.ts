import assert from "node:assert/strict";
import fc from "fast-check";
import { absoluteTime, duration, relativeTime } from "./relative_time.ts";

const tokyo = (text: string) => Date.parse(`${text}+09:00`);
const seen = (at: string, now: string) => relativeTime(tokyo(at), tokyo(now));

Deno.test("relativeTime counts minutes, then hours, within one Tokyo day", () => {
  assert.equal(seen("2026-11-20T09:00:00", "2026-11-20T09:00:00"), "約1分前");
  assert.equal(seen("2026-11-20T09:00:00", "2026-11-20T09:01:59"), "約1分前");
  assert.equal(seen("2026-11-20T09:00:00", "2026-11-20T09:05:30"), "約5分前");
  assert.equal(seen("2026-11-20T09:00:00", "2026-11-20T09:59:59"), "約59分前");
  assert.equal(seen("2026-11-20T09:00:00", "2026-11-20T10:00:00"), "約1時間前");
  assert.equal(seen("2026-11-20T09:00:00", "2026-11-20T23:59:59"), "約14時間前");
});

Deno.test("relativeTime counts calendar days from Tokyo's midnight on", () => {
  assert.equal(seen("2026-11-20T23:59:00", "2026-11-21T00:05:00"), "1日前");
  assert.equal(seen("2026-11-20T00:00:00", "2026-11-20T23:59:59"), "約23時間前");
  assert.equal(seen("2026-11-20T00:00:00", "2026-11-21T00:00:00"), "1日前");
  assert.equal(seen("2026-11-17T23:00:00", "2026-11-20T01:00:00"), "3日前");
  // 09:00 in Tokyo is midnight of UTC: no day changes there.
  assert.equal(seen("2026-11-20T08:59:00", "2026-11-20T09:01:00"), "約2分前");
});

Deno.test("relativeTime takes a time ahead of now as now", () => {
  assert.equal(seen("2026-11-20T09:00:10", "2026-11-20T09:00:00"), "約1分前");
  assert.equal(seen("2026-11-21T00:00:01", "2026-11-20T23:59:59"), "約1分前");
});

const moment = fc.integer({ min: tokyo("2020-01-01T00:00:00"), max: tokyo("2040-01-01T00:00:00") });
const span = fc.integer({ min: 0, max: 400 * 86_400_000 });

Deno.test("relativeTime agrees with the calendar that Temporal knows", () => {
  fc.assert(fc.property(moment, span, (at, age) => {
    const zoned = (ms: number) =>
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Asia/Tokyo").toPlainDate();
    const days = zoned(at).until(zoned(at + age), { largestUnit: "days" }).days;
    const text = relativeTime(at, at + age);
    if (days > 0) return assert.equal(text, `${days}日前`);
    const shown = Number(/^約(\d+)(分|時間)前$/.exec(text)?.[1]);
    const unit = text.includes("分") ? 60_000 : 3_600_000;
    assert.ok(age < 60_000 ? shown === 1 : age >= shown * unit && age < (shown + 1) * unit, text);
    assert.equal(text.includes("分"), age < 3_600_000);
  }));
});

Deno.test("duration", () => {
  const lasting = (ms: number) => duration(1000, 1000 + ms);
  assert.equal(duration(0, null), "–");
  assert.equal(lasting(59_999), "1分未満");
  assert.equal(lasting(60_000), "1分");
  assert.equal(lasting(3_599_999), "59分");
  assert.equal(lasting(3_600_000), "1時間0分");
  assert.equal(lasting(26 * 3_600_000 + 5 * 60_000), "26時間5分");
  assert.equal(lasting(-5), "1分未満");
});

Deno.test("absoluteTime is Tokyo's, to the second", () => {
  assert.equal(absoluteTime(Date.parse("2026-11-20T15:04:05.999Z")), "2026/11/21 00:04:05");
  fc.assert(fc.property(moment, (at) => {
    const back = Temporal.PlainDateTime.from(absoluteTime(at).replaceAll("/", "-").replace(" ", "T"))
      .toZonedDateTime("Asia/Tokyo").epochMilliseconds;
    assert.equal(back, at - at % 1000);
  }));
});
