/** `amount × by ÷ over`, 1円未満 cut; exact at any size. All are whole numbers ≥ 0, `over` > 0. */
export function timesDown(amount: number, by: number, over: number): number {
  return Number(BigInt(amount) * BigInt(by) / BigInt(over));
}

/** `amount × by ÷ over`, 1円未満 counted as a yen; exact at any size. All are whole numbers ≥ 0, `over` > 0. */
export function timesUp(amount: number, by: number, over: number): number {
  return Number((BigInt(amount) * BigInt(by) + BigInt(over) - 1n) / BigInt(over));
}

/** `amount` without what is below `unit` yen (1,000円未満切捨て); nothing below zero. */
export function cutTo(unit: number, amount: number): number {
  return Math.max(0, amount - amount % unit);
}

/** The sum of whole yen. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
