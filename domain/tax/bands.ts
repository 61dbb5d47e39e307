/** One band of a table: up to and including `upTo` yen, `amount` yen. */
export interface Band {
  readonly upTo: number;
  readonly amount: number;
}

/** The amount of the first band that holds `income`; 0 above the last one. Bands rise. */
export function amountOf(bands: readonly Band[], income: number): number {
  return bands.find(({ upTo }) => income <= upTo)?.amount ?? 0;
}

/**
 * A band of a premium table: up to and including `upTo` yen of premiums, a `part` of them (1, or one half, one quarter as
 * 2, 4) plus `plus` yen.
 */
export interface PremiumBand {
  readonly upTo: number;
  readonly part: 1 | 2 | 4;
  readonly plus: number;
}

/** A table of premiums: its bands, and the most it gives (above the last band). */
export interface PremiumTable {
  readonly bands: readonly PremiumBand[];
  readonly most: number;
}

/** What `paid` yen of premiums give by `table`, 1円未満切上げ. */
export function ofPremiums({ bands, most }: PremiumTable, paid: number): number {
  const band = bands.find(({ upTo }) => paid <= upTo);
  return band ? Math.ceil(Math.max(0, paid) / band.part) + band.plus : most;
}
