/** 老人: from this age on. */
export const ELDERLY = 70;

/**
 * Age in whole years at the end of a day (dates YYYY-MM-DD). A year of age is complete at the end of the day before the
 * birthday (年齢計算ニ関する法律, 民法143条): who is born on 1 January is a year older on 31 December.
 */
export function ageOn(birthOn: string, on: string): number {
  const next = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
  const years = Number(next.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return next.slice(5) >= birthOn.slice(5) ? years : years - 1;
}

/** True for who is 70 or over in a year (老人扶養親族, 老人控除対象配偶者). */
export function isElderly(year: number, birthOn: string, diedOn: string | null = null): boolean {
  return ageFor(year, birthOn, diedOn) >= ELDERLY;
}

/** The age that counts for a year (年分): on 31 December, or on the day of a death within the year. */
export function ageFor(year: number, birthOn: string, diedOn: string | null = null): number {
  return ageOn(birthOn, diedOn !== null && diedOn.startsWith(`${year}-`) ? diedOn : `${year}-12-31`);
}
