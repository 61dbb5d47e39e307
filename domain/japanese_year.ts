/** 西暦 → the year as Japan counts it from 2019 on: 2026 → 令和8年. */
export function japaneseYear(year: number): string {
  const reiwa = year - 2018;
  return `令和${reiwa === 1 ? "元" : reiwa}年`;
}
