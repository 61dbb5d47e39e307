import type { ComponentChildren } from "preact";
import { cls } from "./cls.ts";

/** One column of a Table. */
export interface Column<Row> {
  key: string;
  /** Header text; on a phone it stands before the value, unless `bare`. */
  label: string;
  render: (row: Row) => ComponentChildren;
  /** The cell that names its row (th scope="row"). */
  rowHeader?: boolean;
  /** Numbers stand at the right. */
  numeric?: boolean;
  /** On a phone: without its label. */
  bare?: boolean;
  /** Classes of header and cells, e.g. a width. */
  class?: string;
  /** Shown as header instead of `label`, e.g. a check box that selects all. */
  header?: ComponentChildren;
}

/** Classes of a column that holds what people wrote: however long it is, it is broken and the others keep their room. */
export const WRITTEN = cls("wide:min-w-[7rem] [overflow-wrap:anywhere]");

/** The same with room for a department of seven characters, such as 情報システム部, in one line. */
export const WRITTEN_LONGER = cls("wide:min-w-[8.5rem] [overflow-wrap:anywhere]");

interface Props<Row> {
  /** Says what the table holds; for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown in the place of the rows when there are none. */
  empty?: ComponentChildren;
}

const ROW = cls(
  "block px-4 py-3 border-t first:border-t-0 wide:table-row wide:px-0 wide:first:border-t hover:bg-paper",
);
const CELL = cls(
  "block py-0.5 wide:table-cell wide:px-3 wide:first:pl-4 wide:last:pr-4 wide:py-3 wide:align-top text-left font-normal",
);

/**
 * A table that becomes a list of its rows on a phone, and scrolls in its own frame where it does not fit. Roles are
 * written out, because `display: block` takes the table semantics away in some browsers.
 */
export function Table<Row>({ caption, columns, rows, rowKey, empty }: Props<Row>) {
  return (
    <div class="relative wide:overflow-x-auto last:rounded-b-card">
      <table role="table" class="block w-full wide:table">
        <caption class="sr-only">{caption}</caption>
        <thead role="rowgroup" class="sr-only wide:not-sr-only wide:table-header-group">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" class={headClass(column)}>
                {column.header ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" class="block wide:table-row-group">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" class={ROW}>
              {columns.map((column) => <Cell key={column.key} column={column} row={row} />)}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr role="row" class="block wide:table-row">
              <td role="cell" colSpan={columns.length} class="block wide:table-cell border-t p-8 text-center">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const classes = cls(CELL, column.numeric && "wide:text-right tabular-nums", column.class);
  const content = (
    <>
      {!column.bare && !column.rowHeader && (
        <span aria-hidden="true" class="wide:hidden text-sm text-ink-soft mr-2">{column.label}</span>
      )}
      {column.render(row)}
    </>
  );
  return column.rowHeader
    ? <th role="rowheader" scope="row" class={classes}>{content}</th>
    : <td role="cell" class={classes}>{content}</td>;
}

function headClass<Row>(column: Column<Row>): string {
  return cls(
    "wide:px-3 wide:first:pl-4 wide:last:pr-4 wide:py-3 bg-head text-sm font-bold whitespace-nowrap",
    column.numeric ? "text-right" : "text-left",
    column.class,
  );
}
