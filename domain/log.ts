/** How much a line of the log matters: `error` is for what somebody should look at. */
export type Level = "info" | "error";

/** What a line of the log is about: ids and numbers, never names, mails or cells. */
export interface Facts {
  tenant?: string;
  job?: string;
  attempt?: number;
  /** The one that the person was shown. */
  number?: string;
  /** What was thrown, by `thrown`. */
  error?: string;
  [fact: string]: string | number | null | undefined;
}

/** Tells the log. @param event what happened, in words that are the same each time */
export type Log = (level: Level, event: string, facts?: Facts) => void;

/**
 * A thrown value as the log may hold it: its name, its message without what may come from data, and where it was thrown.
 */
export function thrown(error: unknown): string {
  if (!(error instanceof Error)) return masked(String(error));
  const stack = error.stack ?? "";
  // The message stands before the places, and may look like one.
  const from = Math.max(0, stack.indexOf(error.message)) + error.message.length;
  const places = stack.slice(from).split("\n").filter((line) => /^\s+at /.test(line));
  const head = `${error.name}: ${masked(error.message)}`;
  const cause = error.cause === undefined ? [] : [`caused by ${thrown(error.cause)}`];
  return [head, ...places, ...cause].join("\n");
}

/**
 * Parsers quote what they could not read, and that may be a cell: what stands in quotation marks, mail addresses, long
 * numbers and everything Japanese is left out.
 */
function masked(message: string): string {
  return message
    .replace(/"[^"]*"?/g, '"…"')
    .replace(/\S+@\S+/g, "…")
    .replace(/\P{ASCII}+/gu, "…")
    .replace(/\d{5,}/g, "…");
}

/** A line of the log for people: the event, what it is about, what was thrown. */
export function logText(event: string, { error, ...facts }: Facts = {}): string {
  const about = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null);
  const head = [event, ...about.map(([name, value]) => `${name}=${value}`)].join(" ");
  return error === undefined ? head : `${head}: ${error}`;
}
