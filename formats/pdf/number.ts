/** A number as PDF writes it: thousandths of a point are finer than any printer. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
