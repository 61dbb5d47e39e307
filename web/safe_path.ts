/** Stands for our own origin while an address is looked at; no real one. */
const HERE = "http://here.invalid";

/**
 * A return address that somebody sent, if it is a path of this site, else `fallback`. Answers path and query in
 * their normal form: what it answers can go into a `Location` header and does not leave the site.
 */
export function safePath(given: unknown, fallback = "/"): string {
  if (typeof given !== "string" || !given.startsWith("/")) return fallback;
  const url = URL.parse(given, HERE);
  if (!url || url.origin !== HERE) return fallback;
  const path = url.pathname + url.search;
  // "/.//host" has our origin, and its normal form would lead to another one.
  return path.startsWith("//") ? fallback : path;
}
