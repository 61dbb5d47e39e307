const UNITS = ["KB", "MB", "GB"];

/** A size for people: 512バイト, 12.3KB, 100MB. At most one decimal. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes}バイト`;
  let value = bytes / 1024;
  let unit = 0;
  while (Number(value.toFixed(1)) >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(1)).toLocaleString("ja-JP")}${UNITS[unit]}`;
}
