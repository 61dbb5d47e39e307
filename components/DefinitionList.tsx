import type { ComponentChildren } from "preact";

export interface Definition {
  term: string;
  value: ComponentChildren;
}

/** Terms above their values, parted by lines. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl>
      {items.map(({ term, value }) => (
        <div key={term} class="py-3 border-b border-dotted first:pt-0 last:pb-0 last:border-b-0">
          <dt class="text-sm font-bold text-ink-soft">{term}</dt>
          <dd class="mt-1 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
