/** Dates are Asia/Tokyo (design §5), which has had one offset and no summer time since 1952. */
const OFFSET_MS = 9 * 60 * 60 * 1000;

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
  return local(ms).replace(/[-:T]/g, "");
}

/** `YYYY-MM-DD` of a moment, to be compared with stored dates. */
export function dayOf(ms: number): string {
  return local(ms).slice(0, 10);
}

/** `YYYY/MM/DD` of a moment. */
export function dateText(ms: number): string {
  return dayOf(ms).replaceAll("-", "/");
}

/** `YYYY/MM/DD HH:mm:ss` of a moment. */
export function timeText(ms: number): string {
  const text = local(ms);
  return `${text.slice(0, 10).replaceAll("-", "/")} ${text.slice(11)}`;
}

/** `YYYY-MM-DDTHH:mm:ss`; arithmetic, because files of 100,000 rows call it twice a row. */
function local(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 19);
}
