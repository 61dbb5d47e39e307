import { z } from "zod";

/** How far a year's adjustment is: nobody began, the 管理者 sets it up (年末調整設定), requests go out. */
export const SEASON_STATES = ["not_started", "setting_up", "open"] as const;
export type SeasonState = typeof SEASON_STATES[number];

/** One year's adjustment of a tenant. Times are ms since the epoch. */
export const seasonSchema = z.object({
  v: z.literal(1),
  state: z.enum(SEASON_STATES),
  /** ［はじめる］. */
  startedAt: z.number().nullable(),
  /** ［完了］ of 年末調整設定2/2. */
  openedAt: z.number().nullable(),
});
export type Season = z.infer<typeof seasonSchema>;

/** Of a year that nobody began. */
export const NOT_STARTED: Season = { v: 1, state: "not_started", startedAt: null, openedAt: null };

/**
 * The year that ［はじめる］ begins: the tenant's own while nobody began it, the present one when the tenant still works
 * on an earlier year; null when there is nothing to begin. @param today year in Tokyo, 西暦
 */
export function yearToStart(season: Season, year: number, today: number): number | null {
  if (season.state === "not_started") return year;
  return season.state === "open" && today > year ? today : null;
}
