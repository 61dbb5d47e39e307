import { OperationDialog } from "../../islands/OperationDialog.tsx";
import { OperationMenu } from "../../islands/OperationMenu.tsx";
import type { MenuItem } from "../../jobs/service.ts";

interface Props {
  items: readonly MenuItem[];
  group: string | null;
  returnTo: string;
  /** Menus stand at the right edge and open to the left. */
  alignRight?: boolean;
}

/** The operations of a place: a dropdown for each menu, a button for those in none, in the order of the registry. */
export function OperationButtons({ items, ...place }: Props) {
  const menus = Map.groupBy(items, (item) => item.menu ?? `:${item.kind}`);
  return (
    <>
      {[...menus.entries()].map(([key, entries]) =>
        entries[0]?.menu
          ? <OperationMenu key={key} label={entries[0].menu} items={entries} {...place} />
          : entries.map((item) => (
            <OperationDialog key={item.kind} item={item} group={place.group} returnTo={place.returnTo} />
          ))
      )}
    </>
  );
}
