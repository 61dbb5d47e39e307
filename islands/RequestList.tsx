import { useState } from "preact/hooks";
import { EmptyState } from "../components/EmptyState.tsx";
import { REQUEST_COLUMNS } from "../components/requests/columns.tsx";
import type { RequestRow } from "../components/requests/request_row.ts";
import { NOTHING } from "../components/selection/selection.ts";
import { SelectionBar } from "../components/selection/SelectionBar.tsx";
import { tickColumn, type Ticking } from "../components/selection/Ticks.tsx";
import { Table } from "../components/Table.tsx";

interface Props {
  rows: RequestRow[];
  /** How many 依頼 match in all; null where that is not known. */
  total: number | null;
  /** True when there are more pages than this. */
  more: boolean;
  filtered: boolean;
}

const WORDS = { noun: "依頼", counter: "件" };

/** 依頼一覧 with its tick boxes. Another page begins with nothing ticked. */
export function RequestList({ rows, total, more, filtered }: Props) {
  const [selection, onChange] = useState(NOTHING);
  const ticking: Ticking = { selection, page: rows.map((row) => row.id), words: WORDS, onChange };
  return (
    <>
      {rows.length > 0 && <SelectionBar {...ticking} total={total} more={more} />}
      <Table
        caption="依頼の一覧。社員番号の順に並んでいます。"
        columns={[tickColumn<RequestRow>(ticking), ...REQUEST_COLUMNS]}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<NoRequests filtered={filtered} />}
      />
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
