import type { ComponentChildren } from "preact";
import { cls } from "./cls.ts";

interface Props {
  /** Shown as h2 above the card. */
  title?: string;
  /** No padding: for tables that reach the edges. */
  flush?: boolean;
  /** Menus inside may reach over its edges. */
  open?: boolean;
  children: ComponentChildren;
}

/** A white panel, with its heading outside of it. */
export function Card({ title, flush = false, open = false, children }: Props) {
  return (
    <section class="mt-8 first:mt-0">
      {title !== undefined && <h2 class="text-lg mb-3">{title}</h2>}
      <div
        class={cls(
          "bg-surface rounded-card shadow-card",
          !open && "overflow-hidden",
          !flush && "p-4 wide:p-6",
        )}
      >
        {children}
      </div>
    </section>
  );
}
