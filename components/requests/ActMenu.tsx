import { useRef } from "preact/hooks";
import type { MenuItem } from "../../jobs/service.ts";
import { buttonClass } from "../Button.tsx";
import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { MENU_ITEM, MENU_LIST } from "../operation/menu_classes.ts";
import { useMenu } from "../operation/use_menu.ts";

interface Props {
  /** The words on the trigger, without ▼. */
  label: string;
  items: readonly MenuItem[];
  onChoose: (item: MenuItem) => void;
}

/** The dropdown of what can be done with ticked rows besides. The dialog gives the focus back to its trigger. */
export function ActMenu({ label, items, onChoose }: Props) {
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
      <ul id="act-menu" role="menu" aria-label={label} hidden={!menu.open} class={cls(MENU_LIST)}>
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
      </ul>
    </div>
  );
}
