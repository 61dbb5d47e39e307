import type { ComponentChildren } from "preact";
import { Button, LinkButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

interface Props {
  /** Names the form for screen readers, e.g. 処理の絞り込み. */
  label: string;
  action: string;
  /** True when a filter is set: it can be cleared. */
  active: boolean;
  /** True when one of the folded fields is set: they stand open. As `active` unless given. */
  open?: boolean;
  /** Always visible, e.g. the search field. */
  search?: ComponentChildren;
  /** The further fields, folded away until needed. */
  children?: ComponentChildren;
}

/**
 * A search with folded filters (reference/screens.md §3). A plain GET form: every filter is in the address, and either
 * button sends all of them.
 */
export function FilterForm({ label, action, active, open = active, search, children }: Props) {
  return (
    <form method="get" action={action} role="search" aria-label={label} class="p-4 border-b">
      <div class="flex flex-wrap items-end gap-2">
        {search && <div class="flex-1 min-w-[14rem] max-w-[28rem]">{search}</div>}
        <Button type="submit" look="plain">検索</Button>
        {active && <LinkButton href={action} look="quiet">絞り込み条件を解除</LinkButton>}
      </div>
      {children && (
        <details open={open} class="group mt-3">
          <summary class="inline-flex items-center gap-1 min-h-[1.75rem] text-main font-bold rounded-control">
            絞り込み
            <Icon name="chevron" class="w-4 h-4 group-open:rotate-180" />
          </summary>
          <div class="grid gap-4 mt-2 wide:grid-cols-3">{children}</div>
          <div class="mt-4">
            <Button type="submit" look="plain">適用</Button>
          </div>
        </details>
      )}
    </form>
  );
}
