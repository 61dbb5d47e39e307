/** Where a list of utility classes was found. */
export interface ClassList {
  classes: string;
  file: string;
}

const OPENERS = /\bclass=(?=["'{])|\bcls(?=\()/g;
const LITERAL = /(["'`])((?:\\.|(?!\1)[\s\S])*)\1/g;
const CLOSERS: Record<string, string> = { "{": "}", "(": ")" };

/**
 * The class lists of one source: the values of `class` attributes and the texts in `cls(…)`. A text that is compared
 * (`status === "failed"`) is none; one with `${…}` cannot be known before it runs and throws.
 */
export function classLists(source: string, file: string): ClassList[] {
  const found = new Map<number, string>();
  for (const opener of source.matchAll(OPENERS)) {
    const start = opener.index + opener[0].length;
    const end = endOf(source, start);
    const region = source.slice(start, end);
    const inCall = inCalls(region);
    for (const literal of region.matchAll(LITERAL)) {
      const at = start + literal.index;
      const taken = inCall(literal.index) || isCompared(source, at, at + literal[0].length);
      if (!taken) found.set(at, literal[2]!);
    }
  }
  for (const classes of found.values()) {
    if (classes.includes("${")) throw new Error(`${file}: a class list must not be put together: ${classes}`);
  }
  return [...found.values()].map((classes) => ({ classes, file }));
}

/** Index behind the attribute value or argument list that starts at `start`. */
function endOf(source: string, start: number): number {
  const open = source[start]!;
  const close = CLOSERS[open];
  if (close === undefined) return source.indexOf(open, start + 1) + 1;
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const char = source[at]!;
    if (char === open) depth++;
    if (char === close && --depth === 0) return at + 1;
    if ("\"'`".includes(char)) at = source.indexOf(char, at + 1);
  }
  return source.length;
}

/** True at each place of `expression` that lies in a call: what functions take are no classes, `cls` apart. */
function inCalls(expression: string): (at: number) => boolean {
  let rest = expression.replace(LITERAL, (literal) => "_".repeat(literal.length));
  for (let before = ""; before !== rest;) {
    before = rest;
    rest = rest.replace(/\w+\([^()]*\)/g, (call) => " ".repeat(call.length));
  }
  return (at) => rest[at] === " ";
}

function isCompared(source: string, from: number, to: number): boolean {
  return /[=!]==\s*$/.test(source.slice(Math.max(0, from - 8), from)) ||
    /^\s*[=!]==/.test(source.slice(to, to + 8));
}
