/** Asia/Tokyo (design §5) has had one offset and no summer time since 1952. */
const OFFSET_MS = 9 * 60 * 60 * 1000;

/** `YYYY-MM-DDTHH:mm:ss` of a moment (ms) in Tokyo. */
export function tokyoTime(ms: number): string {
  return written(ms, "-", "T");
}

/** `YYYY/MM/DD` of a moment. */
export function dateText(ms: number): string {
  return timeText(ms).slice(0, 10);
}

/** `YYYY/MM/DD HH:mm` of a moment. */
export function minuteText(ms: number): string {
  return timeText(ms).slice(0, 16);
}

/** `YYYY/MM/DD HH:mm:ss` of a moment. */
export function timeText(ms: number): string {
  return written(ms, "/", " ");
}

/** Field by field, several times faster than `toISOString`: files of 100,000 rows ask for it up to 30 times a row. */
function written(ms: number, dash: string, gap: string): string {
  const at = new Date(ms + OFFSET_MS);
  const day = `${at.getUTCFullYear()}${dash}${two(at.getUTCMonth() + 1)}${dash}${two(at.getUTCDate())}`;
  return `${day}${gap}${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
