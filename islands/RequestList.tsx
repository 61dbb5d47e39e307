import { useEffect, useRef, useState } from "preact/hooks";
import { EmptyState } from "../components/EmptyState.tsx";
import type { FormField } from "../components/members/selection_fields.ts";
import { REQUEST_COLUMNS } from "../components/requests/columns.tsx";
import { PlainRequestActs } from "../components/requests/PlainRequestActs.tsx";
import { RequestActs } from "../components/requests/RequestActs.tsx";
import type { RequestRow } from "../components/requests/request_row.ts";
import { NOTHING } from "../components/selection/selection.ts";
import { SelectionBar } from "../components/selection/SelectionBar.tsx";
import { tickColumn, type Ticking } from "../components/selection/Ticks.tsx";
import { Table } from "../components/Table.tsx";
import type { MenuItem } from "../jobs/service.ts";

interface Props {
  rows: RequestRow[];
  /** How many 依頼 match in all; null where that is not known. */
  total: number | null;
  /** True when there are more pages than this. */
  more: boolean;
  filtered: boolean;
  group: string;
  /** What this person may do with ticked 依頼. */
  items: MenuItem[];
  /** All who match, as the fields of a form. */
  everybody: FormField[];
  returnTo: string;
}

const WORDS = { noun: "依頼", counter: "件" };

/**
 * 依頼一覧 with its tick boxes and what can be done with ticked rows. Another page begins with nothing ticked. Without
 * JavaScript the ticks are a form that leads to the page that asks.
 */
export function RequestList(props: Props) {
  const { rows, total, more, filtered, group, items, everybody, returnTo } = props;
  const [selection, onChange] = useState(NOTHING);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  // What was pressed goes with the ticks: the focus stays at the list.
  const bar = useRef<HTMLDivElement>(null);
  const [accepted, setAccepted] = useState(0);
  useEffect(() => {
    if (accepted > 0) bar.current?.focus({ preventScroll: true });
  }, [accepted]);
  const ticking: Ticking = { selection, page: rows.map((row) => row.id), words: WORDS, onChange };
  const table = (
    <Table
      caption="依頼の一覧。社員番号の順に並んでいます。"
      columns={[tickColumn<RequestRow>(ticking), ...REQUEST_COLUMNS]}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<NoRequests filtered={filtered} />}
    />
  );
  const acts = { items, group, returnTo };
  if (!ready) {
    return (
      <PlainRequestActs {...acts} empty={rows.length === 0} everybody={everybody} total={total}>
        {table}
      </PlainRequestActs>
    );
  }
  const chosen = selection.kind === "all"
    ? everybody
    : [...selection.ids].map((id): FormField => ["ids", id]);
  return (
    <>
      {rows.length > 0 && (
        <div ref={bar} tabIndex={-1}>
          <SelectionBar {...ticking} total={total} more={more}>
            <RequestActs
              {...acts}
              chosen={chosen}
              onAccepted={() => {
                onChange(NOTHING);
                setAccepted(accepted + 1);
              }}
            />
          </SelectionBar>
        </div>
      )}
      {table}
    </>
  );
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
