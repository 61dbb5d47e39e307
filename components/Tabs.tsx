import { cls } from "./cls.ts";

export interface Tab {
  href: string;
  label: string;
  current: boolean;
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} class="mb-4 border-b overflow-x-auto">
      <ul class="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              class={cls(
                "inline-flex items-center min-h-[2.75rem] px-4 font-bold no-underline whitespace-nowrap border-b-4",
                // Where the row is scrolled, it begins at the current one.
                tab.current
                  ? "border-main text-ink [scroll-initial-target:nearest]"
                  : "border-transparent text-ink-soft hover:border-line",
              )}
            >
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
