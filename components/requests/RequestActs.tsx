import { useState } from "preact/hooks";
import type { MenuItem } from "../../jobs/service.ts";
import { Button } from "../Button.tsx";
import type { FormField } from "../members/selection_fields.ts";
import { ActDialog } from "./ActDialog.tsx";
import { ActMenu } from "./ActMenu.tsx";

interface Props {
  /** The operations on ticked 依頼 that this person may start, in menu order. */
  items: readonly MenuItem[];
  group: string;
  /** The chosen 依頼, as fields. */
  chosen: readonly FormField[];
  returnTo: string;
  /** One of them was taken by the server. */
  onAccepted: () => void;
}

/** ［まとめて依頼を送信］ and the others, each of which asks first (reference/screens.md §4.3). */
export function RequestActs({ items, group, chosen, returnTo, onAccepted }: Props) {
  const [open, setOpen] = useState<MenuItem | null>(null);
  return (
    <>
      {placesOf(items).map(([menu, inside]) =>
        menu === null
          ? inside.map((item) => (
            <Button key={item.kind} aria-haspopup="dialog" onClick={() => setOpen(item)}>{item.label}</Button>
          ))
          : <ActMenu key={menu} label={menu} items={inside} onChoose={setOpen} />
      )}
      {items.map((item) => (
        <ActDialog
          key={item.kind}
          item={item}
          group={group}
          chosen={chosen}
          returnTo={returnTo}
          open={open === item}
          onClose={() => setOpen(null)}
          onAccepted={onAccepted}
        />
      ))}
    </>
  );
}

/** The operations by the dropdown that they lie in; null: buttons of their own. */
export function placesOf(items: readonly MenuItem[]): [menu: string | null, items: MenuItem[]][] {
  return [...Map.groupBy(items, ({ menu }) => menu)];
}
