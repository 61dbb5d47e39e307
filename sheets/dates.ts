/**
 * The last day of birth (YYYY/MM/DD) of who reaches an age in a year: who is born on 1 January does so on the last day of
 * the year before (年齢計算ニ関する法律).
 */
export function bornBy(year: number, age: number): string {
  return `${year - age + 1}/01/01`;
}

/** The first day of birth of who is younger than an age at the end of a year. */
export function bornAfter(year: number, age: number): string {
  return `${year - age + 1}/01/02`;
}
