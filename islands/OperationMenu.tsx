import { useEffect, useRef, useState } from "preact/hooks";
import { buttonClass } from "../components/Button.tsx";
import { cls } from "../components/cls.ts";
import { Icon } from "../components/Icon.tsx";
import { OperationDialogBox } from "../components/operation/OperationDialogBox.tsx";
import { StaticMenu } from "../components/operation/StaticMenu.tsx";
import { MENU_ITEM, MENU_LIST } from "../components/operation/menu_classes.ts";
import { useMenu } from "../components/operation/use_menu.ts";
import { menuEntries, type MenuLink } from "../components/operation/menu_link.ts";
import type { MenuItem } from "../jobs/service.ts";

interface Props {
  /** The words on the trigger, without ▼. */
  label: string;
  items: MenuItem[];
  /** Pages that stand among the operations. */
  links?: MenuLink[];
  group: string | null;
  returnTo: string;
  /** The menu opens to the left of its trigger's right edge. */
  alignRight?: boolean;
}

/** A dropdown of operations, each opening its dialog; without JavaScript a list of links. */
export function OperationMenu(props: Props) {
  const { label, items, links = [], group, returnTo, alignRight } = props;
  const [ready, setReady] = useState(false);
  const [chosen, setChosen] = useState<MenuItem | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useMenu(trigger);
  useEffect(() => setReady(true), []);
  if (items.length + links.length === 0) return null;
  if (!ready) return <StaticMenu {...props} />;
  const id = `menu-${items[0]?.kind ?? "links"}-${group ?? "all"}`;
  return (
    <div class="relative" onKeyDown={menu.onKeyDown} onFocusOut={menu.onFocusOut}>
      <button
        ref={trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded={menu.open}
        aria-controls={id}
        onClick={menu.toggle}
        class={buttonClass("plain")}
      >
        {label}
        <Icon name="chevron" />
      </button>
      <ul
        id={id}
        role="menu"
        aria-label={label}
        hidden={!menu.open}
        class={cls(MENU_LIST, alignRight && "wide:right-0")}
      >
        {menuEntries(links, items).map((entry) => (
          <li key={"link" in entry ? entry.link.href : entry.item.kind} role="none">
            {"link" in entry
              ? (
                <a href={entry.link.href} role="menuitem" tabIndex={-1} class={MENU_ITEM}>
                  {entry.link.label}
                </a>
              )
              : (
                <button
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  aria-haspopup="dialog"
                  onClick={() => {
                    menu.close();
                    setChosen(entry.item);
                  }}
                  class={MENU_ITEM}
                >
                  {entry.item.label}
                </button>
              )}
          </li>
        ))}
      </ul>
      {items.map((item) => (
        <OperationDialogBox
          key={item.kind}
          item={item}
          group={group}
          returnTo={returnTo}
          open={chosen === item}
          onClose={() => setChosen(null)}
        />
      ))}
    </div>
  );
}
