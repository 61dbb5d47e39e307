import type { ComponentChildren } from "preact";
import { Button, LinkButton } from "../Button.tsx";
import type { FormField } from "./selection_fields.ts";

interface Props {
  /** Nobody can be ticked. */
  empty: boolean;
  /** All who match, as fields. */
  everybody: readonly FormField[];
  returnTo: string;
  /** The table with its tick boxes. */
  children: ComponentChildren;
}

/** The list before, and without, JavaScript: a form whose ticks go to the page that asks. */
export function PlainSelection({ empty, everybody, returnTo, children }: Props) {
  const all = new URLSearchParams([...everybody, ["return_to", returnTo]].map(([n = "", v = ""]) => [n, v]));
  return (
    <form method="get" action="/employees/deletions">
      <input type="hidden" name="return_to" value={returnTo} />
      {!empty && (
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 border-b min-h-[3.75rem]">
          <Button type="submit">選択した従業員を削除</Button>
          <LinkButton look="quiet" href={`/employees/deletions?${all}`}>
            条件に合う従業員すべてを削除
          </LinkButton>
        </div>
      )}
      {children}
    </form>
  );
}
