import type { MenuItem } from "../../jobs/service.ts";

/** A page that stands in a dropdown beside its operations. */
export interface MenuLink {
  label: string;
  href: string;
  /** Kind of the operation that stands right behind it, where this person may start that. */
  followedBy?: string | null;
}

/** An entry of a dropdown. */
export type MenuEntry = { link: MenuLink } | { item: MenuItem };

/** The entries of a dropdown in order: the pages, each with what follows it, then the other operations. */
export function menuEntries(links: readonly MenuLink[], items: readonly MenuItem[]): MenuEntry[] {
  const rest = new Set(items);
  const entries: MenuEntry[] = [];
  for (const link of links) {
    entries.push({ link });
    const item = items.find(({ kind }) => kind === link.followedBy);
    if (item && rest.delete(item)) entries.push({ item });
  }
  return [...entries, ...[...rest].map((item) => ({ item }))];
}
