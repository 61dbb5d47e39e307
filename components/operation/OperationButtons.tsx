import { OperationDialog } from "../../islands/OperationDialog.tsx";
import { OperationMenu } from "../../islands/OperationMenu.tsx";
import type { MenuItem } from "../../jobs/service.ts";
import type { MenuLink } from "./menu_link.ts";

interface Props {
  items: readonly MenuItem[];
  /** Pages that stand in the dropdown `menu`, among its operations. */
  links?: { menu: string; pages: readonly MenuLink[] };
  group: string | null;
  returnTo: string;
  /** Menus stand at the right edge and open to the left. */
  alignRight?: boolean;
}

/**
 * The operations of a place: a dropdown for each menu, a button for those in none, in the order of the registry. Those
 * that work on chosen people stand with the list in which people are ticked.
 */
export function OperationButtons({ items, links, ...place }: Props) {
  const started = items.filter(({ selection }) => !selection);
  const places = Map.groupBy(started, (item) => item.menu ?? `:${item.kind}`);
  if (links && !places.has(links.menu)) places.set(links.menu, []);
  return (
    <>
      {[...places.entries()].map(([key, entries]) => {
        const pages = links?.menu === key ? [...links.pages] : [];
        const [only] = entries;
        return only?.menu === null
          ? <OperationDialog key={key} item={only} group={place.group} returnTo={place.returnTo} />
          : <OperationMenu key={key} label={key} items={entries} links={pages} {...place} />;
      })}
    </>
  );
}
