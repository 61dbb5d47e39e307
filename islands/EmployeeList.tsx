import { useEffect, useState } from "preact/hooks";
import { cls } from "../components/cls.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { ChangeGroup, ChangeLink } from "../components/members/ChangeGroup.tsx";
import { DeletePeople } from "../components/members/DeletePeople.tsx";
import { EMPLOYEE_COLUMNS } from "../components/members/employee_columns.tsx";
import type { EmployeeRow } from "../components/members/employee_row.ts";
import { PlainSelection } from "../components/members/PlainSelection.tsx";
import type { FormField } from "../components/members/selection_fields.ts";
import { NOTHING, pageState } from "../components/selection/selection.ts";
import { SelectionBar } from "../components/selection/SelectionBar.tsx";
import { tickColumn, type Ticking } from "../components/selection/Ticks.tsx";
import { type Column, Table } from "../components/Table.tsx";
import type { MenuItem } from "../jobs/service.ts";

interface Props {
  rows: EmployeeRow[];
  /** How many match in all; null where that is not known. */
  total: number | null;
  /** True when there are more pages than this. */
  more: boolean;
  filtered: boolean;
  /** Names of the groups, newest first. */
  groups: string[];
  /** Deletes all who match (row 11). */
  item: MenuItem;
  /** All who match, as the fields of its form. */
  everybody: FormField[];
  returnTo: string;
}

const WORDS = { noun: "従業員", counter: "名" };

/**
 * 対象従業員 with tick boxes, ［選択した従業員を削除］ and ［グループを変更］. Without JavaScript the ticks are a form that
 * leads to the page that asks, and ［グループを変更］ is a link.
 */
export function EmployeeList({ rows, total, more, filtered, groups, item, everybody, returnTo }: Props) {
  const [selection, onChange] = useState(NOTHING);
  const [changing, setChanging] = useState<EmployeeRow | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const ticking: Ticking = { selection, page: rows.map((row) => row.id), words: WORDS, onChange };
  // All that there are is the whole list, on one page or on many.
  const all = selection.kind === "all" || !more && pageState(selection, ticking.page) === "all";
  const change: Column<EmployeeRow> = {
    key: "change",
    label: "操作",
    bare: true,
    class: cls("whitespace-nowrap"),
    render: (row) => (
      <span class="flex -ml-4 wide:-my-2.5">
        <ChangeLink row={row} returnTo={returnTo} onOpen={ready ? setChanging : null} />
      </span>
    ),
  };
  const table = (
    <Table
      caption="年末調整の対象従業員。依頼グループごとに、社員番号の順に並んでいます。"
      columns={[tickColumn<EmployeeRow>(ticking), ...EMPLOYEE_COLUMNS, change]}
      rows={rows}
      rowKey={(row) => row.id}
      empty={filtered
        ? <EmptyState title="該当する従業員はありません。">別の条件を試してください。</EmptyState>
        : (
          <EmptyState title="従業員はありません。">
            ［従業員情報を同期］で、基本機能の従業員を追加してください。
          </EmptyState>
        )}
    />
  );
  if (!ready) {
    return (
      <PlainSelection empty={rows.length === 0} everybody={everybody} returnTo={returnTo}>
        {table}
      </PlainSelection>
    );
  }
  return (
    <>
      {rows.length > 0 && (
        <SelectionBar {...ticking} total={total} more={more}>
          <DeletePeople
            chosen={rows.filter(({ id }) => selection.kind === "some" && selection.ids.has(id))}
            all={all}
            item={item}
            everybody={everybody}
            returnTo={returnTo}
          />
        </SelectionBar>
      )}
      {table}
      <ChangeGroup
        row={changing}
        groups={groups}
        returnTo={returnTo}
        onClose={() => setChanging(null)}
      />
    </>
  );
}
