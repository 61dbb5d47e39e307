import type { MenuItem } from "../../jobs/service.ts";
import { buttonClass } from "../Button.tsx";
import { cls } from "../cls.ts";
import { Icon } from "../Icon.tsx";
import { operationAddress } from "./address.ts";
import { MENU_ITEM, MENU_LIST } from "./menu_classes.ts";
import { menuEntries, type MenuLink } from "./menu_link.ts";

interface Props {
  label: string;
  items: MenuItem[];
  links?: MenuLink[];
  group: string | null;
  returnTo: string;
  alignRight?: boolean;
}

/** The dropdown before, and without, JavaScript: a disclosure with links. */
export function StaticMenu({ label, items, links = [], group, returnTo, alignRight }: Props) {
  return (
    <details class="relative">
      <summary class={buttonClass("plain")}>
        {label}
        <Icon name="chevron" />
      </summary>
      <ul class={cls(MENU_LIST, alignRight && "wide:right-0")}>
        {menuEntries(links, items).map((entry) => {
          const { href, label } = "link" in entry
            ? entry.link
            : { href: operationAddress(entry.item.kind, group, returnTo), label: entry.item.label };
          return (
            <li key={href}>
              <a href={href} class={MENU_ITEM}>{label}</a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
