import { useState } from "preact/hooks";
import { Button } from "../components/Button.tsx";
import { cls } from "../components/cls.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { REQUEST_COLUMNS } from "../components/requests/columns.tsx";
import type { RequestRow } from "../components/requests/request_row.ts";
import {
  describe,
  isTicked,
  NOTHING,
  pageState,
  type Selection,
  toggle,
  togglePage,
} from "../components/requests/selection.ts";
import { type Column, Table } from "../components/Table.tsx";

interface Props {
  rows: RequestRow[];
  /** How many 依頼 match in all; null where that is not known. */
  total: number | null;
  /** True when there are more pages than this. */
  more: boolean;
  filtered: boolean;
}

/** 依頼一覧 with its tick boxes. Another page begins with nothing ticked. */
export function RequestList({ rows, total, more, filtered }: Props) {
  const [selection, setSelection] = useState(NOTHING);
  const page = rows.map((row) => row.id);
  const ticks: Column<RequestRow> = {
    key: "tick",
    label: "選択",
    bare: true,
    class: cls("wide:w-[3.5rem]"),
    header: (
      <>
        <span class="sr-only">選択</span>
        {page.length > 0 && <PageTick selection={selection} page={page} onChange={setSelection} />}
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
          onChange={() => setSelection(toggle(selection, id, page))}
          class="w-5 h-5"
        />
      </label>
    ),
  };
  return (
    <>
      {rows.length > 0 && (
        <SelectionBar
          selection={selection}
          page={page}
          total={total}
          more={more}
          onChange={setSelection}
        />
      )}
      <Table
        caption="依頼の一覧。社員番号の順に並んでいます。"
        columns={[ticks, ...REQUEST_COLUMNS]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<NoRequests filtered={filtered} />}
      />
    </>
  );
}

interface Ticking {
  selection: Selection;
  page: readonly string[];
  onChange: (selection: Selection) => void;
}

/** The box in the header. A phone has no header: there the bar has a button instead. */
function PageTick({ selection, page, onChange }: Ticking) {
  const state = pageState(selection, page);
  return (
    <label class="hidden wide:inline-flex items-center justify-center w-6 h-6">
      <input
        type="checkbox"
        aria-label="このページの依頼をすべて選択"
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

/** How many are ticked, and the ways to more or none. It always stands, so that nothing moves under the pointer. */
function SelectionBar({ selection, page, total, more, onChange }: Ticking & Pick<Props, "total" | "more">) {
  const state = pageState(selection, page);
  const all = total === null
    ? "条件に合う依頼すべてを選択"
    : `一覧の依頼${total.toLocaleString("ja-JP")}件すべてを選択`;
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 border-b min-h-[3.75rem]">
      <p role="status" class="font-bold">{describe(selection, total)}</p>
      {state === "none" && <p class="text-ink-soft">{pageText(page.length, total)}</p>}
      {state !== "all" && (
        <span class="wide:hidden">
          <Button look="quiet" onClick={() => onChange(togglePage(selection, page))}>
            このページの依頼をすべて選択
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
    </div>
  );
}

function pageText(shown: number, total: number | null): string {
  const here = `${shown}件を表示しています`;
  return total === null ? here : `全${total.toLocaleString("ja-JP")}件のうち${here}`;
}

function NoRequests({ filtered }: { filtered: boolean }) {
  return filtered
    ? <EmptyState title="該当する依頼はありません。">別の条件を試してください。</EmptyState>
    : (
      <EmptyState title="依頼はありません。">
        この依頼グループに従業員を追加すると、ここに表示されます。
      </EmptyState>
    );
}
