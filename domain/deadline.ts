import type { Group } from "./group.ts";

/** What employees read after the 受付終了日 where the group has no 受付終了後表示メッセージ of its own. */
export const DEFAULT_CLOSED_MESSAGE =
  "年末調整の受け付けは終了しました。提出がまだの場合は、会社の担当者にご連絡ください。";

/** The hour (Asia/Tokyo) of the 受付終了日 at which a group closes (reference/screens.md §10 "Timing"). */
const CLOSING_TIME = "T08:00[Asia/Tokyo]";

/** The moment (ms) from which a group with this 受付終了日 (YYYY-MM-DD) is closed; null for no such date. */
export function closingTime(closesOn: string): number | null {
  try {
    return Temporal.ZonedDateTime.from(closesOn + CLOSING_TIME).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The first moment after `at` (ms) at which a group can close. */
export function nextClosingTime(at: number): number {
  const day = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO("Asia/Tokyo")
    .toPlainDate();
  const today = closingTime(day.toString())!;
  return at < today ? today : closingTime(day.add({ days: 1 }).toString())!;
}

/** True when the group's 受付終了日 has passed at the moment `at` (ms). A group without one never closes. */
export function isClosed({ closesOn }: Pick<Group, "closesOn">, at: number): boolean {
  const closesAt = closesOn === null ? null : closingTime(closesOn);
  return closesAt !== null && at >= closesAt;
}

/** The first date that a 受付終了日 or a 再通知基準日 can be: a year with a digit too few closes no group. */
export const FIRST_DATE = "2000-01-01";

/** True for a date YYYY-MM-DD that the calendar has. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && closingTime(text) !== null;
}
