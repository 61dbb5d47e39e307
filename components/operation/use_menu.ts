import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { itemForKey } from "./menu_keys.ts";

/** Opening, closing and keys of a dropdown whose items are `[role=menuitem]` beside `trigger`. */
export function useMenu(trigger: RefObject<HTMLButtonElement>) {
  const [open, setOpen] = useState(false);
  const items =
    () => [...trigger.current?.parentElement?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? []];
  // Before the next key: a hidden item cannot take the focus, and a second key must find it moved.
  useLayoutEffect(() => {
    if (open) items()[0]?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key !== "ArrowDown" || event.target !== trigger.current) return;
      event.preventDefault();
      return setOpen(true);
    }
    if (event.key === "Escape") return close();
    const all = items();
    const next = itemForKey(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };

  const onFocusOut = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false);
  };

  return { open, toggle: () => setOpen((was) => !was), close, onKeyDown, onFocusOut };
}
