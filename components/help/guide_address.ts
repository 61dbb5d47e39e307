/** The guide for administrators, docs/guide.ja.md as a page. */
export const GUIDE = "/help";

/** Where the part of the guide under this heading stands; the heading is its own anchor, as on GitHub. */
export function guideAddress(heading: string): string {
  return `${GUIDE}#${encodeURIComponent(heading)}`;
}
