import type { MasterItem } from "../../domain/master_items.ts";

/** Items of the master in two columns where there is room; - where nothing is registered. */
export function ItemList({ items }: { items: readonly MasterItem[] }) {
  return (
    <dl class="grid gap-x-8 wide:grid-cols-2">
      {items.map(({ label, value }) => (
        <div key={label} class="py-2 border-b border-dotted">
          <dt class="text-sm font-bold text-ink-soft">{label}</dt>
          <dd class="mt-1 [overflow-wrap:anywhere]">{value || "-"}</dd>
        </div>
      ))}
    </dl>
  );
}
