/** `<address>; rel="next"` of a Link header (RFC 8288), with other parameters before or after `rel`. */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s,;"=][^,;"=]*=(?:"[^"]*"|[^,;"]*))*)/g;
const NEXT = /;\s*rel=(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s*(?:;|$)))/i;

/** The longest header that is looked at: four links with every parameter take 4,000 characters. */
const MAX_CHARS = 16_384;

/**
 * The number of the next page that a Link header names; null: there is none. The address itself is not followed: it
 * is the server's word for a host.
 */
export function nextPage(header: string | null): number | null {
  for (const [, address, parameters] of (header ?? "").slice(0, MAX_CHARS).matchAll(LINK)) {
    if (!NEXT.test(parameters ?? "")) continue;
    const page = URL.parse(address ?? "", "https://nowhere.invalid")?.searchParams.get("page") ?? "";
    if (/^[1-9]\d{0,8}$/.test(page)) return Number(page);
  }
  return null;
}
