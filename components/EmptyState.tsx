import type { ComponentChildren } from "preact";

/** What stands where there is nothing to list: what is missing, and what can be done. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="py-10 px-4 text-center">
      <p class="font-bold [word-break:auto-phrase]">{title}</p>
      {children && <div class="mt-1 text-ink-soft">{children}</div>}
    </div>
  );
}
