/** A URL pattern made ready: the part of URLPattern's pathname syntax that routes use. */
export interface Pattern {
  /** The pattern as written, e.g. "/groups/:group/requests". */
  readonly source: string;
  /** True when it matches exactly one path. */
  readonly isStatic: boolean;
  readonly regex: RegExp;
  readonly names: readonly string[];
}

const PARAM = /^:(\w+)([?*+]?)/;
const SPECIAL = /[.+^$|\\()[\]]/g;

/**
 * Reads `/literal`, `/:name`, `:name?`, `:name*`, `:name+`, `*`, `{group}` and `{group}?`.
 * A trailing slash matches with and without.
 * @throws TypeError for anything else of URLPattern's syntax
 */
export function compilePattern(source: string): Pattern {
  const names: string[] = [];
  const body = translate(source === "/" ? "" : source.replace(/\/$/, ""), source, names);
  return {
    source,
    isStatic: !/[:*{]/.test(source),
    regex: new RegExp(`^${body}/?$`, "u"),
    names,
  };
}

function translate(rest: string, source: string, names: string[]): string {
  let out = "";
  while (rest !== "") {
    const [piece, length] = next(rest, source, names);
    out += piece;
    rest = rest.slice(length);
  }
  return out;
}

/** The regular expression of what stands first in `rest`, and how many characters of it that was. */
function next(rest: string, source: string, names: string[]): [string, number] {
  if (rest.startsWith("{")) return group(rest, source, names);
  if (rest.startsWith("*")) return [wildcard(names), 1];
  const slash = rest.startsWith("/");
  const param = PARAM.exec(slash ? rest.slice(1) : rest);
  if (param) {
    names.push(param[1]!);
    return [paramRegex(param[2]!, slash ? "/" : ""), param[0].length + (slash ? 1 : 0)];
  }
  if (rest[0] === ":" || rest[0] === "(" || rest[0] === "\\") {
    throw new TypeError(`Cannot read the route pattern "${source}" at "${rest}"`);
  }
  return [rest[0]!.replace(SPECIAL, "\\$&"), 1];
}

function wildcard(names: string[]): string {
  names.push(String(names.filter((name) => /^\d+$/.test(name)).length));
  return "(.*)";
}

function paramRegex(modifier: string, prefix: string): string {
  if (modifier === "?") return `(?:${prefix}([^/]+))?`;
  if (modifier === "*") return `(?:${prefix}([^/]+(?:/[^/]+)*))?`;
  if (modifier === "+") return `${prefix}([^/]+(?:/[^/]+)*)`;
  return `${prefix}([^/]+)`;
}

function group(rest: string, source: string, names: string[]): [string, number] {
  const end = rest.indexOf("}");
  if (end === -1) throw new TypeError(`The route pattern "${source}" opens a group that it does not close`);
  const optional = rest[end + 1] === "?";
  return [
    `(?:${translate(rest.slice(1, end), source, names)})${optional ? "?" : ""}`,
    end + (optional ? 2 : 1),
  ];
}

/** The parameters of `pathname` (percent-decoded, but %2F and its like stay), or null when it does not match. */
export function matchPattern(pattern: Pattern, pathname: string): Record<string, string> | null {
  const match = pattern.regex.exec(pathname);
  if (match === null) return null;
  const params: Record<string, string> = Object.create(null);
  pattern.names.forEach((name, index) => {
    const value = match[index + 1];
    if (value !== undefined) params[name] = decode(value);
  });
  return params;
}

function decode(value: string): string {
  try {
    return decodeURI(value);
  } catch {
    return value;
  }
}
