import { DOCUMENT_KINDS, DOCUMENT_LABELS, type Request, type Review } from "../../domain/request.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { type Column, Table } from "../Table.tsx";
import { ReviewLabel } from "./RequestLabels.tsx";

interface Row {
  name: string;
  review: Review | undefined;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", label: "書類・前職情報", rowHeader: true, render: ({ name }) => name },
  {
    key: "status",
    label: "確認状況",
    bare: true,
    render: ({ review }) => <ReviewLabel review={review} />,
  },
  { key: "created", label: "作成日時", render: ({ review }) => time(review?.createdAt) },
  { key: "updated", label: "更新日時", render: ({ review }) => time(review?.updatedAt) },
];

function time(at: number | null | undefined) {
  return at === null || at === undefined ? "-" : <AbsoluteTime at={at} />;
}

/** The five documents and 前職情報 of a 依頼 with their 確認状況. */
export function ReviewTable({ request }: { request: Request }) {
  const rows = [
    ...DOCUMENT_KINDS.map((kind) => ({ name: DOCUMENT_LABELS[kind], review: request.documents[kind] })),
    { name: "前職情報", review: request.previousJob },
  ];
  return (
    <Table
      caption="書類と前職情報の確認状況"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ name }) => name}
    />
  );
}
