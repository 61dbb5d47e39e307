import type { ReasonCode, ReasonParams } from "./reasons.ts";
import type { AddressRules } from "./source_address.ts";

/** Where a tenant's master comes from (設定 › データ連携). */
export const SOURCE_KINDS = ["sample", "smarthr", "none"] as const;
export type SourceKind = typeof SOURCE_KINDS[number];

export const SOURCE_LABELS: Record<SourceKind, string> = {
  sample: "サンプル企業",
  smarthr: "SmartHR",
  none: "連携しない",
};

/** The settings as people see them: never the token. */
export interface SourceSettings {
  kind: SourceKind;
  /** Base address of the API; null: not asked for. */
  baseUrl: string | null;
  hasToken: boolean;
  /** Null: nobody ever saved any; these are the defaults. */
  saved: { at: number; by: string } | null;
}

/** What somebody enters. A `token` of null keeps the one that is stored. */
export type SourceChoice =
  | { kind: "sample" | "none" }
  | { kind: "smarthr"; baseUrl: string; token: string | null };

/** What a source is connected with; a token that cannot be opened any more is null. */
export type SourceConnection = SourceChoice;

/** What limits sources in this environment. */
export interface SourceLimits {
  /** People of the sample companies; null: there are none here. */
  sampleEmployees: number | null;
  /** Where a SmartHR API may lie. */
  smarthr: AddressRules;
}

/** One thing that a connection test tried: what it found, or why not. */
export interface Probe {
  /** In the words of the page: 会社情報, 従業員情報, … */
  what: string;
  found: string | null;
  problem: { code: ReasonCode; params: ReasonParams } | null;
}
