import { compilePattern, matchPattern, type Pattern } from "./pattern.ts";
import type { Method } from "./types.ts";

/** What one method of a pattern leads to; "ALL" answers the methods that have none of their own. */
type Targets<T> = Map<Method | "ALL", T>;

interface Entry<T> {
  pattern: Pattern;
  targets: Targets<T>;
}

/** The way a request goes. */
export interface RouteMatch<T> {
  /** The pattern as registered. */
  pattern: string;
  params: Record<string, string>;
  /** Null when the pattern does not answer this method. */
  target: T | null;
  /** Some target of the pattern: it says which middlewares a refused method passes. */
  any: T;
  /** Methods that the pattern answers, for the `Allow` header. */
  allowed: Method[];
}

/** Finds the target of a method and a path. Literal paths come first, then patterns as they were added. */
export interface Router<T> {
  add(method: Method | "ALL", pattern: string, target: T): void;
  match(method: string, pathname: string): RouteMatch<T> | null;
}

const EVERY_METHOD: Method[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** An empty router. The first target added for a method and pattern stays. */
export function createRouter<T>(): Router<T> {
  const literal = new Map<string, Entry<T>>();
  const dynamic: Entry<T>[] = [];
  const bySource = new Map<string, Entry<T>>();

  function add(method: Method | "ALL", source: string, target: T): void {
    let entry = bySource.get(source);
    if (!entry) {
      entry = { pattern: compilePattern(source), targets: new Map() };
      bySource.set(source, entry);
      if (entry.pattern.isStatic) literal.set(withoutSlash(source), entry);
      else dynamic.push(entry);
    }
    if (!entry.targets.has(method)) entry.targets.set(method, target);
  }

  function match(method: string, pathname: string): RouteMatch<T> | null {
    const entry = literal.get(withoutSlash(pathname));
    if (entry) return found(entry, method, Object.create(null));
    for (const candidate of dynamic) {
      const params = matchPattern(candidate.pattern, pathname);
      if (params) return found(candidate, method, params);
    }
    return null;
  }

  return { add, match };
}

function found<T>(entry: Entry<T>, method: string, params: Record<string, string>): RouteMatch<T> {
  const { targets, pattern } = entry;
  const [any] = targets.values();
  return {
    pattern: pattern.source,
    params,
    target: pick(targets, method),
    any: any!,
    allowed: allowed(targets),
  };
}

/** HEAD is answered by GET where it has no target of its own. */
function pick<T>(targets: Targets<T>, method: string): T | null {
  const own = targets.get(method as Method) ?? (method === "HEAD" ? targets.get("GET") : undefined);
  return own ?? targets.get("ALL") ?? null;
}

function allowed<T>(targets: Targets<T>): Method[] {
  if (targets.has("ALL")) return EVERY_METHOD;
  return EVERY_METHOD.filter((m) =>
    m === "OPTIONS" || targets.has(m) || (m === "HEAD" && targets.has("GET"))
  );
}

function withoutSlash(pathname: string): string {
  return pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
}
