/** What a file under routes/ is for. */
export type RouteFileKind = "app" | "middleware" | "layout" | "error" | "notFound" | "route";

/** Where a route file belongs. */
export interface RoutePath {
  kind: RouteFileKind;
  /** URL pattern of a page, e.g. "/groups/:id". */
  pattern: string;
  /** The folder as a path of segments, groups included, e.g. "/(app)/groups". */
  segment: string;
}

const SPECIAL: Record<string, RouteFileKind> = {
  _app: "app",
  _middleware: "middleware",
  _layout: "layout",
  _error: "error",
  _500: "error",
  _404: "notFound",
};

/** True for a folder or file name under routes/ that holds no route, such as "(_components)". */
export function isIgnoredName(name: string): boolean {
  return name.startsWith("(_") || /_test\.[jt]sx?$/.test(name);
}

/** True for the name of a module that may be a route file. */
export function isRouteFileName(name: string): boolean {
  return /\.[jt]sx?$/.test(name) && !name.endsWith(".d.ts") && !isIgnoredName(name);
}

/**
 * Reads the path of a file under routes/ ("(app)/groups/[id].tsx").
 * @throws TypeError when a part of it cannot be read or a special file stands where it has no meaning
 */
export function readRoutePath(path: string): RoutePath {
  const parts = path.replace(/\.[jt]sx?$/, "").split("/");
  const name = parts.pop()!;
  const segment = "/" + parts.map((part) => isGroup(part) ? part : patternPart(part, path)).join("/");
  const kind = SPECIAL[name] ?? "route";
  if (parts.length > 0 && (kind === "app" || kind === "notFound")) {
    throw new TypeError(`${name} belongs at the top of the routes folder, found ${path}`);
  }
  const visible = [...parts, name].filter((part) => !isGroup(part));
  if (visible.at(-1) === "index") visible.pop();
  return { kind, segment, pattern: kind === "route" ? toPattern(visible, path) : "" };
}

function isGroup(part: string): boolean {
  return /^\([^_][^)]*\)$/.test(part);
}

function toPattern(parts: string[], path: string): string {
  let out = "";
  for (const part of parts) {
    const optional = /^\[\[(\w+)\]\]$/.exec(part);
    out += optional ? `{/:${optional[1]}}?` : "/" + patternPart(part, path);
  }
  return out === "" ? "/" : out;
}

function patternPart(part: string, path: string): string {
  const optional = /^\[\[(\w+)\]\]$/.exec(part);
  if (optional) return `:${optional[1]}?`;
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part);
  if (rest) return `:${rest[1]}*`;
  const whole = /^\[(\w+)\]$/.exec(part);
  if (whole) return `:${whole[1]}`;
  const mixed = part.replace(/\[(\w+)\]/g, "{:$1}");
  if (/[[\]]/.test(mixed)) throw new TypeError(`Cannot read "${part}" in the route ${path}`);
  return mixed;
}

const RANK: Record<RouteFileKind, number> = {
  app: 0,
  middleware: 1,
  layout: 2,
  error: 3,
  notFound: 4,
  route: 5,
};

/**
 * Orders route files so that what wraps stands before what is wrapped, and the more exact pattern before
 * the looser: index, literals, `[x]`, `[[x]]`, `[...x]`. The order does not depend on how files were listed.
 */
export function compareRoutePaths(a: RoutePath, b: RoutePath): number {
  if (a.kind !== "route" || b.kind !== "route") {
    return RANK[a.kind] - RANK[b.kind] || compareText(a.segment, b.segment);
  }
  const left = split(a.pattern);
  const right = split(b.pattern);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareParts(left[i], right[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function split(pattern: string): string[] {
  return pattern.replaceAll("{/", "/{").split("/").filter((part) => part !== "");
}

function compareParts(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return looseness(a) - looseness(b) || compareText(a, b);
}

/** 0 literal, 1 literal with a parameter in it, 2 `:x`, 3 optional, 4 rest. */
function looseness(part: string): number {
  if (part.endsWith("*")) return 4;
  if (part.endsWith("?")) return 3;
  if (part.startsWith(":")) return 2;
  return part.includes("{") ? 1 : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
