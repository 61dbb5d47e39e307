/** What is wrong with a CSV: a quotation mark without its fellow, or a record that does not end. */
export type CsvFault = "quote" | "too_long";

/** What a piece of text completed. */
export interface Cut {
  /** Whole records with `\n` between them, none behind the last; null: none has ended. Quoted text is as it was. */
  records: string | null;
  /** Whether a quoted cell may hold a line break: then a record may take several lines. */
  breaksInside: boolean;
  /** What is wrong with the record behind `records`; nothing can be read any more. */
  fault: CsvFault | null;
}

/** Cuts text that arrives in any pieces into whole records. */
export interface Cutter {
  push(text: string): Cut;
  finish(): Cut;
}

const BREAK = /[\r\n]/;

/**
 * Finds the ends of records, for which it is enough to know where quotes open and close (RFC 4180), and makes every
 * CRLF and lone CR outside of quotes a LF. So the parser behind it never guesses a newline, a file that mixes them
 * reads right, no record is parsed twice, and an open quote swallows `maxRecord` characters at most.
 */
export function cutter(maxRecord: number): Cutter {
  /** `closing`: behind a quotation mark in a quoted cell, which ends the cell or is the first of two. */
  let state: "outside" | "quoted" | "closing" = "outside";
  let atCellStart = true;
  let heldCr = "";
  /** The record that has not ended yet, then all that was taken of a piece. */
  let taken = "";
  let breaksInside = false;
  /** Where in `taken` the last whole record ends. */
  let end = -1;

  function outside(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    const part = unify(text.slice(at, quote < 0 ? text.length : quote));
    if (part !== "") {
      const lastBreak = part.lastIndexOf("\n");
      if (lastBreak >= 0) end = taken.length + lastBreak;
      atCellStart = part.endsWith(",") || lastBreak === part.length - 1;
      taken += part;
    }
    if (quote < 0) return text.length;
    // A quotation mark in a cell that began without one is a character like others.
    if (atCellStart) state = "quoted";
    atCellStart = false;
    taken += '"';
    return quote + 1;
  }

  function quoted(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    const part = text.slice(at, quote < 0 ? text.length : quote + 1);
    if (BREAK.test(part)) breaksInside = true;
    if (quote >= 0) state = "closing";
    taken += part;
    return at + part.length;
  }

  function closing(text: string, at: number): number | null {
    const next = text[at];
    if (next === '"') {
      state = "quoted";
      taken += next;
      return at + 1;
    }
    if (next !== "," && next !== "\r" && next !== "\n") return null;
    state = "outside";
    return at;
  }

  function scan(text: string): CsvFault | null {
    let at: number | null = 0;
    while (at < text.length) {
      if (state === "outside") at = outside(text, at);
      else if (state === "quoted") at = quoted(text, at);
      else at = closing(text, at);
      if (at === null) return "quote";
    }
    return taken.length - end - 1 > maxRecord ? "too_long" : null;
  }

  function cut(text: string): Cut {
    const fault = scan(text);
    if (end < 0) return { records: null, breaksInside, fault };
    const records = taken.slice(0, end);
    taken = taken.slice(end + 1);
    end = -1;
    const done = { records, breaksInside, fault };
    breaksInside = BREAK.test(taken);
    return done;
  }

  return {
    push(text) {
      const whole = heldCr + text;
      // The LF of a CRLF may stand in the next piece.
      heldCr = whole.endsWith("\r") ? "\r" : "";
      return cut(heldCr ? whole.slice(0, -1) : whole);
    },
    finish() {
      if (taken + heldCr === "") return { records: null, breaksInside: false, fault: null };
      const open = state === "quoted";
      // A last record without a line end gets one.
      return open ? { records: null, breaksInside, fault: "quote" } : cut(heldCr || "\n");
    },
  };
}

function unify(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
