import { timesDown } from "./round.ts";

/** All of a home, in thousandths. */
export const WHOLE = 1_000;
/** From here on a home counts as used wholly for living (租税特別措置法関係通達41-29). */
const NEARLY_WHOLE = 900;

/**
 * 居住用割合 in thousandths (one decimal of a percent): `living` of `whole` (m², or yen of 増改築等) to the fourth decimal
 * of the ratio, which is then rounded up; 90 % and more is 100 %. 0 where nothing is known of the whole. At most two
 * decimals of a m² are looked at.
 */
export function livingShare(living: number, whole: number): number {
  const [part, all] = [Math.round(living * 100), Math.round(whole * 100)];
  if (all <= 0) return 0;
  const tenThousandths = timesDown(part, 10_000, all);
  return atLeastNearly(Math.ceil(tenThousandths / 10));
}

/** 居住用割合 in thousandths of a percentage with at most one decimal, as a certificate shows it. */
export function livingShareOf(percent: number): number {
  return atLeastNearly(Math.round(percent * 10));
}

/** The part (yen, 1円未満切捨て) of a balance that one bears by 連帯債務割合, a percentage with at most two decimals. */
export function ownPart(balance: number, percent: number): number {
  return timesDown(balance, Math.round(percent * 100), 10_000);
}

/** 借換え (yen): the old loan just before, the new one when it was taken, and its balance at the end of the year. */
export interface Refinancing {
  before: number;
  taken: number;
  balance: number;
}

/** 借換調整で適用される年末残高 (yen, 1円未満切捨て): what of the new loan paid the old one back (No.1233). */
export function refinancedBalance({ before, taken, balance }: Refinancing): number {
  return taken <= before ? balance : timesDown(balance, before, taken);
}

function atLeastNearly(share: number): number {
  return share >= NEARLY_WHOLE ? WHOLE : Math.max(0, share);
}
