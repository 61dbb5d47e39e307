import type { Address } from "../../domain/address.ts";
import { type Draws, drawsOf } from "./draws.ts";
import type { SampleCompany } from "./companies.ts";

/**
 * Whose turn it is: people who answered everything take the sixty places of the tables of answers_*.ts one after the
 * other, so that a company of 300 shows each value that a declaration can hold.
 */
export interface Turn {
  company: SampleCompany;
  /** Place in the tables, 0 to 59. */
  place: number;
  /** For what no table decides. */
  draws: Draws;
}

/** Places of every table. */
export const PLACES_OF_TABLES = 60;

/** Where the four grounds of 所得金額調整控除 stand, whatever table makes them hold. */
export const ADJUSTMENTS_FROM = 37;

/** Where each site begins: in a company of 300 the sites have 45, 30 and 16 people who answered everything. */
const SITE_BEGINS = [0, 45, 75] as const;

/** The turn of person number `i`, the `nth` of a site who answered everything. */
export function turnOf(company: SampleCompany, i: number, site: 0 | 1 | 2, nth: number): Turn {
  const place = (SITE_BEGINS[site] + nth) % PLACES_OF_TABLES;
  return { company, place, draws: drawsOf(company.seed ^ 0xdec1, i) };
}

/** What a table that begins at place `from` has for this turn; undefined: nothing. */
export function at<T>({ place }: Turn, from: number, table: readonly T[]): T | undefined {
  return table[place - from];
}

/** Of some people what the master says of 障害者, 寡婦 and ひとり親 is over, so that something changed. */
export function isOver({ place }: Turn): boolean {
  return place % 3 === 0 || place % 11 === 0;
}

/** A day of the year `year`. */
export function dayIn({ draws }: Turn, year: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(1 + draws.int(12))}-${two(1 + draws.int(28))}`;
}

/** An address in one line. */
export function inOneLine({ prefecture, city, street, building }: Address): string {
  return [prefecture, city, street, building].filter(Boolean).join("");
}
