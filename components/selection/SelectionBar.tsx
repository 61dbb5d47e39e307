import type { ComponentChildren } from "preact";
import { Button } from "../Button.tsx";
import { cls } from "../cls.ts";
import { describe, NOTHING, pageState, togglePage } from "./selection.ts";
import type { Ticking } from "./Ticks.tsx";

interface Props extends Ticking {
  /** How many match in all; null where that is not known. */
  total: number | null;
  /** True when there are more pages than this. */
  more: boolean;
  /** What can be done with those that are ticked; shown while any is. On a desk its room is kept free until then. */
  children?: ComponentChildren;
}

/** How many are ticked, and the ways to more or none. It always stands, so that nothing moves under the pointer. */
export function SelectionBar({ selection, page, words, onChange, total, more, children }: Props) {
  const { noun, counter } = words;
  const state = pageState(selection, page);
  const all = total === null
    ? `条件に合う${noun}すべてを選択`
    : `一覧の${noun}${total.toLocaleString("ja-JP")}${counter}すべてを選択`;
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 border-b min-h-[3.75rem]">
      <p role="status" class="flex items-center min-h-[2.75rem] font-bold empty:-mr-4">
        {describe(selection, total, words)}
      </p>
      {state === "none" && <p class="text-ink-soft">{pageText(page.length, total, counter)}</p>}
      {state !== "all" && (
        <span class="-ml-4 wide:hidden">
          <Button look="quiet" onClick={() => onChange(togglePage(selection, page))}>
            このページの{noun}をすべて選択
          </Button>
        </span>
      )}
      {state === "all" && selection.kind === "some" && more && (
        <Button
          look="quiet"
          onClick={() => onChange({ kind: "all" })}
        >
          {all}
        </Button>
      )}
      {state !== "none" && <Button look="quiet" onClick={() => onChange(NOTHING)}>選択解除</Button>}
      {children && (
        <div class="relative">
          {state === "none" && (
            <p class="wide:absolute wide:inset-0 flex items-center text-sm text-ink-soft wide:whitespace-nowrap">
              チェックを付けると、まとめて操作できます。
            </p>
          )}
          <div
            class={cls(
              "flex-wrap gap-x-4 gap-y-2",
              state === "none" ? "hidden wide:flex wide:invisible" : "flex",
            )}
          >
            {children}
          </div>
        </div>
      )}
    </div>
  );
}

function pageText(shown: number, total: number | null, counter: string): string {
  const here = `${shown}${counter}を表示しています`;
  return total === null ? here : `全${total.toLocaleString("ja-JP")}${counter}のうち${here}`;
}
