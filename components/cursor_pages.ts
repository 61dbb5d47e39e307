/** How many former pages an address remembers; beyond it 前へ leads to the first page. */
const MAX_TRAIL = 20;

/**
 * Addresses of the pages around this one. A cursor only leads on, so the address carries the cursors of the pages
 * before it (`trail`, oldest first, joined by `~`); the first page has none. Other parameters stay.
 * @param url address of this page, with `cursor` and `trail` when it is not the first
 */
export function cursorPages(url: URL, next: string | null): { previous: string | null; next: string | null } {
  const cursor = url.searchParams.get("cursor");
  const trail = (url.searchParams.get("trail") ?? "").split("~").filter((part) => part !== "");
  const before = trail.at(-1) ?? null;
  return {
    previous: cursor === null ? null : address(url, before, trail.slice(0, -1)),
    next: next === null
      ? null
      : address(url, next, cursor === null ? [] : [...trail, cursor].slice(-MAX_TRAIL)),
  };
}

function address(url: URL, cursor: string | null, trail: readonly string[]): string {
  const params = new URLSearchParams(url.searchParams);
  for (const name of ["cursor", "trail", "accepted", "notice"]) params.delete(name);
  if (cursor !== null) params.set("cursor", cursor);
  if (trail.length > 0) params.set("trail", trail.join("~"));
  const query = params.toString();
  return query === "" ? url.pathname : `${url.pathname}?${query}`;
}
