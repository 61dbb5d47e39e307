/**
 * The check digit (検査用数字) of a 個人番号 whose first eleven digits are `first11`: 平成26年総務省令第85号 第5条.
 * Counted from the right, digit n weighs n + 1 up to the sixth and n - 5 after it.
 */
export function checkDigit(first11: string): string {
  const sum = [...first11].reverse().reduce(
    (total, digit, i) => total + Number(digit) * (i < 6 ? i + 2 : i - 4),
    0,
  );
  const rest = sum % 11;
  return rest <= 1 ? "0" : String(11 - rest);
}

/** True for twelve half-width digits whose last is the check digit of the others. */
export function isMyNumber(text: string): boolean {
  return /^[0-9]{12}$/.test(text) && checkDigit(text.slice(0, 11)) === text.slice(11);
}
