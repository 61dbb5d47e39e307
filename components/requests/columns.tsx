import { Fragment } from "preact";
import { cls } from "../cls.ts";
import { Label } from "../StatusLabel.tsx";
import { type Column, WRITTEN, WRITTEN_LONGER } from "../Table.tsx";
import type { RequestRow } from "./request_row.ts";
import { STATUS_TONES } from "./status_tones.ts";

/** The columns of 依頼一覧 without the tick boxes (reference/screens.md §4.3). */
export const REQUEST_COLUMNS: readonly Column<RequestRow>[] = [
  {
    key: "status",
    label: "依頼状況",
    bare: true,
    render: ({ status, statusLabel }) => <Label tone={STATUS_TONES[status]}>{statusLabel}</Label>,
  },
  {
    key: "name",
    label: "依頼名",
    rowHeader: true,
    class: cls("wide:min-w-[8rem] [overflow-wrap:anywhere]"),
    render: ({ href, name, code }) => (
      <>
        <a href={href} class="font-bold">{name}</a>
        <span class="block text-sm text-ink-soft tabular-nums">{code}</span>
      </>
    ),
  },
  { key: "department", label: "対象者の部署", class: WRITTEN_LONGER, render: (row) => row.department || "-" },
  { key: "employment", label: "雇用形態", class: WRITTEN, render: (row) => row.employmentType || "-" },
  {
    key: "documents",
    label: "作成書類",
    // Two names a line.
    class: cls("text-sm wide:w-[30%]"),
    render: (row) => row.documents.length === 0 ? "-" : <DocumentNames names={row.documents} />,
  },
  { key: "exclusion", label: "対象外", class: cls("text-sm"), render: (row) => row.exclusion || "-" },
];

/** None of them is broken between two lines. */
function DocumentNames({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.map((name, i) => (
        <Fragment key={name}>
          <span class="whitespace-nowrap">{name}{i < names.length - 1 && "、"}</span>
          <wbr />
        </Fragment>
      ))}
    </>
  );
}
