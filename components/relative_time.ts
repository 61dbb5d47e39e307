/** Times as the product writes them (design §4.4). All calendar days are days of Asia/Tokyo. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Japan has no daylight saving time; Asia/Tokyo is UTC+9 all year. */
const TOKYO = 9 * HOUR;

/**
 * 受付日時 in the list, from two times in ms since the epoch: 約n分前 and 約n時間前 within one Tokyo day, else n日前 by
 * calendar days. A time ahead of `now` (clocks differ) counts as now.
 */
export function relativeTime(at: number, now: number): string {
  const age = Math.max(0, now - at);
  const days = tokyoDay(now) - tokyoDay(at);
  if (days > 0) return `${days}日前`;
  if (age < HOUR) return `約${Math.max(1, Math.floor(age / MINUTE))}分前`;
  return `約${Math.floor(age / HOUR)}時間前`;
}

/** 所要時間: 1分未満, n分, n時間m分; – while the job runs (`to` null). */
export function duration(from: number, to: number | null): string {
  if (to === null) return "–";
  const minutes = Math.floor(Math.max(0, to - from) / MINUTE);
  if (minutes < 1) return "1分未満";
  return minutes < 60 ? `${minutes}分` : `${Math.floor(minutes / 60)}時間${minutes % 60}分`;
}

/** `YYYY/MM/DD HH:mm:ss` in Tokyo. */
export function absoluteTime(at: number): string {
  const [day, time] = new Date(at + TOKYO).toISOString().split("T") as [string, string];
  return `${day.replaceAll("-", "/")} ${time.slice(0, 8)}`;
}

function tokyoDay(at: number): number {
  return Math.floor((at + TOKYO) / DAY);
}
