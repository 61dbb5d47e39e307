import { tokyoTime } from "../domain/tokyo_time.ts";

/** The first moment (ms) of a day `YYYY-MM-DD`, or of the day `plusDays` after it; null for no such date. */
export function startOfDay(date: string, plusDays = 0): number | null {
  try {
    return Temporal.PlainDate.from(date).add({ days: plusDays }).toZonedDateTime("Asia/Tokyo")
      .epochMilliseconds;
  } catch {
    return null;
  }
}

/** The first moment (ms) of the month in which `ms` lies, or of the one `plusMonths` after it. */
export function startOfMonth(ms: number, plusMonths = 0): number {
  const day = Temporal.PlainDate.from(dayOf(ms)).with({ day: 1 }).add({ months: plusMonths });
  return day.toZonedDateTime("Asia/Tokyo").epochMilliseconds;
}

/** `YYYYMMDDHHmmss` of a moment, as file names carry it. */
export function fileStamp(ms: number): string {
  return tokyoTime(ms).replace(/[-:T]/g, "");
}

/** `YYYY-MM-DD` of a moment, to be compared with stored dates. */
export function dayOf(ms: number): string {
  return tokyoTime(ms).slice(0, 10);
}
