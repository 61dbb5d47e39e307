import { cls } from "../cls.ts";
import type { Column } from "../Table.tsx";
import { isTicked, pageState, type Selection, toggle, togglePage, type Words } from "./selection.ts";

/** What is ticked on a page, and how that is changed. */
export interface Ticking {
  selection: Selection;
  /** Ids of the page's rows. */
  page: readonly string[];
  words: Words;
  onChange: (selection: Selection) => void;
}

/** The column of tick boxes, with one for the whole page in its header. */
export function tickColumn<Row extends { id: string; name: string; code: string }>(
  ticking: Ticking,
): Column<Row> {
  const { selection, page, onChange } = ticking;
  return {
    key: "tick",
    label: "選択",
    bare: true,
    // On a phone the box stands before the first line of its row.
    class: cls("float-left mr-3 wide:float-none wide:mr-0 wide:w-[3.5rem]"),
    header: (
      <>
        <span class="sr-only">選択</span>
        {page.length > 0 && <PageTick {...ticking} />}
      </>
    ),
    render: ({ id, name, code }) => (
      <label class="inline-flex items-center justify-center w-6 h-6">
        <input
          type="checkbox"
          name="ids"
          value={id}
          aria-label={`${name}（${code}）を選択`}
          checked={isTicked(selection, id)}
          onChange={() => onChange(toggle(selection, id, page))}
          class="w-5 h-5"
        />
      </label>
    ),
  };
}

/** The box in the header. A phone has no header: there the bar has a button instead. */
function PageTick({ selection, page, words, onChange }: Ticking) {
  const state = pageState(selection, page);
  return (
    <label class="hidden wide:inline-flex items-center justify-center w-6 h-6">
      <input
        type="checkbox"
        aria-label={`このページの${words.noun}をすべて選択`}
        checked={state === "all"}
        ref={(box) => {
          if (box) box.indeterminate = state === "mixed";
        }}
        onChange={() => onChange(togglePage(selection, page))}
        class="w-5 h-5"
      />
    </label>
  );
}
