import { mix } from "./draws.ts";
import type { SampleCompany } from "./companies.ts";

/** Why somebody of the master is not taken in, or `eligible`. */
export const MASTER_ONLY = [
  "eligible",
  "retired",
  "no_account",
  "outsourced",
  "eligible",
  "dispatched",
  "eligible",
  "leaving",
  "no_code",
  "incomplete",
] as const;
export type MasterOnly = typeof MASTER_ONLY[number];

/**
 * Where person number `i` stands: in the group of a site (`nth`: its how manieth member), a target in no group, or
 * in the master only.
 */
export type Standing =
  | { kind: "member"; site: 0 | 1 | 2; nth: number }
  | { kind: "target" }
  | { kind: "master"; reason: MasterOnly };

/** Ten people in a row: 60 % in the three groups, 30 % in none, 10 % not synced (design §7). */
const TEN: readonly (0 | 1 | 2 | "target" | "master")[] = [
  0,
  "target",
  1,
  0,
  "master",
  "target",
  2,
  0,
  1,
  "target",
];
const PER_TEN = [3, 2, 1] as const;

/** The standing of person number `i` (from 0). Each ten starts elsewhere, or every tenth 社員番号 would be alike. */
export function standingOf(company: SampleCompany, i: number): Standing {
  const ten = Math.floor(i / 10);
  const turned = (i + mix(company.seed, ten)) % 10;
  const place = TEN[turned]!;
  if (place === "target") return { kind: "target" };
  if (place === "master") return { kind: "master", reason: MASTER_ONLY[ten % MASTER_ONLY.length]! };
  const before = TEN.slice(0, turned).filter((other) => other === place).length;
  return { kind: "member", site: place, nth: ten * PER_TEN[place] + before };
}
