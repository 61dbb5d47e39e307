import { z } from "zod";
import { closingTime, FIRST_DATE, isDate } from "./deadline.ts";

/** 再通知開始日: the most days before the 再通知基準日. */
export const MAX_DAYS_BEFORE = 90;

/** 再通知送信間隔: the most days from one mail to the next. */
export const MAX_EVERY_DAYS = 30;

/** A whole number as its field wants it. */
const days = (min: number, max: number) => {
  const wrong = `日数が正しくありません。${min}から${max}までの整数を入力してください。`;
  return z.number({ error: wrong }).refine((n) => Number.isInteger(n) && n >= min && n <= max, wrong);
};

/** 再通知: when those who have not submitted are told again by themselves (reference/screens.md §4.2). */
export const reminderSchema = z.object({
  /** 再通知基準日, YYYY-MM-DD: the last day that a mail can go. */
  baseOn: z.string().refine(
    (date) => isDate(date) && date >= FIRST_DATE,
    "再通知基準日が正しくありません。実在する日付を入力してください。",
  ),
  /** 再通知開始日: the first mail goes so many days before the base date. */
  daysBefore: days(0, MAX_DAYS_BEFORE),
  /** 再通知送信間隔: one mail every so many days. */
  everyDays: days(1, MAX_EVERY_DAYS),
});
export type Reminder = z.infer<typeof reminderSchema>;

/** The dates (YYYY-MM-DD, Asia/Tokyo) on which mails go: from the first day in steps, never after the base date. */
export function reminderDates({ baseOn, daysBefore, everyDays }: Reminder): string[] {
  const base = Temporal.PlainDate.from(baseOn);
  const dates: string[] = [];
  for (let left = daysBefore; left >= 0; left -= everyDays) {
    dates.push(base.subtract({ days: left }).toString());
  }
  return dates;
}

/** A date on which mails go, or were to go. */
export interface ReminderDay {
  /** YYYY-MM-DD. */
  date: string;
  /** Its hour is over. */
  past: boolean;
  /** The group is closed by then: what was not answered is 回答期限切れ, and only 修正依頼中 is told again. */
  closed: boolean;
}

/** Every date of a 再通知, as it looks at the moment `at` (ms) in a group with this 受付終了日. */
export function reminderDays(reminder: Reminder, closesOn: string | null, at: number): ReminderDay[] {
  const closesAt = closesOn === null ? null : closingTime(closesOn);
  return reminderDates(reminder).map((date) => {
    const time = reminderTime(date);
    return { date, past: time <= at, closed: closesAt !== null && time >= closesAt };
  });
}

/** The hour (Asia/Tokyo) at which the mails of a date go: in the same morning in which groups close (domain/deadline.ts). */
export const REMINDER_HOUR = 8;

/** The moment (ms) at which the mails of a date (YYYY-MM-DD) go. */
export function reminderTime(date: string): number {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: "Asia/Tokyo", plainTime: { hour: REMINDER_HOUR } }).epochMilliseconds;
}
