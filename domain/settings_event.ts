import { isDeepStrictEqual } from "node:util";
import type { Person } from "./user.ts";

/** What the audit log tells of settings; the words are stored. */
export const SETTINGS_EVENTS = ["group_settings_changed", "company_settings_changed"] as const;
export type SettingsEventName = typeof SETTINGS_EVENTS[number];

/** Settings that somebody changed. */
export interface SettingsEvent {
  event: SettingsEventName;
  /** Null: the product itself. */
  by: Person | null;
  facts: Record<string, string | number | null>;
}

/** What is written freely: of it the log tells only that it changed. */
const FREE_TEXTS = new Set(["notice", "closedMessage"]);

/** Mails are told apart by their kind, and their words are as free. */
const MAILS = "mails";

/**
 * Every setting that differs, by its path, such as `set.print.insurance`, with its value from now on: `on`/`off` of
 * what is one of two, `none` of what is not set any more, `changed` of what was written freely.
 */
export function changedSettings(before: object, after: object): SettingsEvent["facts"] {
  const facts: SettingsEvent["facts"] = {};
  collect(before, after, ["set"], facts);
  return facts;
}

function collect(before: unknown, after: unknown, path: readonly string[], facts: SettingsEvent["facts"]) {
  if (isDeepStrictEqual(before, after)) return;
  if (!isRecord(after) || path.at(-2) === MAILS) {
    facts[path.join(".")] = told(after, FREE_TEXTS.has(path.at(-1)!));
    return;
  }
  const former = isRecord(before) ? before : {};
  for (const [name, value] of Object.entries(after)) collect(former[name], value, [...path, name], facts);
}

function told(value: unknown, free: boolean): string | number {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "number") return value;
  return free || typeof value !== "string" ? "changed" : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
