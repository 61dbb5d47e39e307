import type { Tenant } from "../domain/tenant.ts";
import type { User } from "../domain/user.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { cls } from "./cls.ts";
import { GUIDE } from "./help/guide_address.ts";
import { Icon } from "./Icon.tsx";
import { navigation } from "./navigation.ts";
import { japaneseYear } from "./year.ts";

interface Props {
  tenant: Tenant;
  /** Null: nobody is signed in; then there is no navigation. */
  user: User | null;
  path: string;
}

/** Product, company and year; below, the main navigation. */
export function Header({ tenant, user, path }: Props) {
  return (
    <header class="print:hidden">
      <div class="bg-main-deep text-surface border-b-4 border-matcha-bright">
        <div class="frame flex items-center gap-x-4 gap-y-1 py-2">
          <a
            href="/"
            class="flex items-center gap-2 text-surface hover:text-surface no-underline rounded-control"
          >
            <img src="/logo.svg" alt="" width="32" height="32" />
            <span class="sr-only wide:not-sr-only text-lg font-bold whitespace-nowrap">年調</span>
          </a>
          <p class="flex-1 min-w-0 text-sm leading-tight">
            <span class="block truncate">{tenant.name}</span>
            {user && <span class="block">{japaneseYear(tenant.year)}</span>}
          </p>
          {user && <MenuButton />}
          {user && <AccountMenu user={user} />}
        </div>
      </div>
      {user && <Navigation user={user} path={path} />}
    </header>
  );
}

/** Opens the navigation on a phone, where it is a popover; on a wide page it always stands under the header. */
function MenuButton() {
  return (
    <button
      type="button"
      popovertarget="main-menu"
      class="wide:hidden inline-flex items-center gap-1 min-h-[2.75rem] px-2 text-sm text-surface rounded-control"
    >
      <Icon name="menu" />
      メニュー
    </button>
  );
}

function Navigation({ user, path }: { user: User; path: string }) {
  return (
    <nav id="main-menu" popover="auto" aria-label="メインメニュー" class="main-menu">
      <ul class="frame wide:flex gap-1">
        {navigation(user.role, path).map(({ href, label, current }) => (
          <li key={href} class={href === GUIDE ? "wide:ml-auto wide:-mr-2" : "wide:first:-ml-2"}>
            <a
              href={href}
              aria-current={current}
              class={cls(
                "flex items-center min-h-[3rem] px-2 font-bold no-underline whitespace-nowrap border-b-4",
                current
                  ? "border-main text-ink"
                  : "border-transparent text-ink-soft hover:text-ink hover:border-line",
              )}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
