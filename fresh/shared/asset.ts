/** Query parameter that makes a static file's address change with the build. */
export const CACHE_KEY = "__frsh_c";

/** `path` with the build's id, if it is a path of this site that does not carry one; else unchanged. */
export function assetUrl(path: string, basePath: string, buildId: string): string {
  if (!/^\/(?![/\\])/.test(path) || buildId === "") return path;
  try {
    const url = new URL(path, "http://localhost");
    if (url.searchParams.has(CACHE_KEY)) return path;
    const separator = url.search === "" ? "?" : "&";
    const [rest, hash] = split(path);
    const based = basePath !== "" && !rest.startsWith(basePath + "/") ? basePath + rest : rest;
    return `${based}${separator}${CACHE_KEY}=${buildId}${hash}`;
  } catch {
    return path;
  }
}

function split(path: string): [string, string] {
  const index = path.indexOf("#");
  return index === -1 ? [path, ""] : [path.slice(0, index), path.slice(index)];
}

declare const __FRSH_BUILD_ID__: string;
let current = typeof __FRSH_BUILD_ID__ === "string" ? __FRSH_BUILD_ID__ : "";
let base = "";

/** Tells `asset()` which build is served, and under which path. */
export function setAssets(buildId: string, basePath: string): void {
  current = buildId;
  base = basePath;
}

/** The address of a static file under which it may be cached for ever: `path` with the build's id. */
export function asset(path: string): string {
  return assetUrl(path, base, current);
}
