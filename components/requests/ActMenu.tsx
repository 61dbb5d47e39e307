import { useRef } from "preact/hooks";
import { buttonClass } from "../Button.tsx";
import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { MENU_ITEM, MENU_LIST } from "../operation/menu_classes.ts";
import type { MenuLink } from "../operation/menu_link.ts";
import { useMenu } from "../operation/use_menu.ts";

interface Props<Item> {
  /** The words on the trigger, without ▼. */
  label: string;
  items: readonly Item[];
  /** What stands behind them and opens no dialog. */
  links?: readonly MenuLink[];
  onChoose: (item: Item) => void;
  /** The menu opens to the left of its trigger's right edge. */
  alignRight?: boolean;
}

/** A dropdown of what opens dialogs, and of links. The dialog gives the focus back to its trigger. */
export function ActMenu<Item extends { kind: string; label: string }>(
  { label, items, links = [], onChoose, alignRight }: Props<Item>,
) {
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useMenu(trigger);
  return (
    <div class="relative" onKeyDown={menu.onKeyDown} onFocusOut={menu.onFocusOut}>
      <button
        ref={trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded={menu.open}
        aria-controls="act-menu"
        onClick={menu.toggle}
        class={buttonClass("plain")}
      >
        {label}
        <Icon name="chevron" />
      </button>
      <ul
        id="act-menu"
        role="menu"
        aria-label={label}
        hidden={!menu.open}
        class={cls(MENU_LIST, alignRight && "wide:right-0")}
      >
        {items.map((item) => (
          <li key={item.kind} role="none">
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-haspopup="dialog"
              onClick={() => {
                menu.close();
                onChoose(item);
              }}
              class={MENU_ITEM}
            >
              {item.label}
            </button>
          </li>
        ))}
        {links.map(({ href, label }) => (
          <li key={href} role="none">
            <a href={href} role="menuitem" tabIndex={-1} class={MENU_ITEM}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
