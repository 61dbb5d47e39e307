import { NUMBER_USE_LABELS, type NumberUseLine } from "../../domain/my_number_use.ts";
import { cls } from "../cls.ts";
import { EmptyState } from "../EmptyState.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { type Column, Table } from "../Table.tsx";

const COLUMNS: Column<NumberUseLine>[] = [
  { key: "at", label: "日時", class: cls("wide:w-[11rem]"), render: ({ at }) => <AbsoluteTime at={at} /> },
  {
    key: "what",
    label: "利用",
    rowHeader: true,
    class: cls("wide:w-[10rem]"),
    render: ({ what }) => NUMBER_USE_LABELS[what],
  },
  {
    key: "actor",
    label: "実行者",
    class: cls("wide:w-[15rem] [overflow-wrap:anywhere]"),
    render: ({ actor }) => actor.email ?? actor.id,
  },
  {
    key: "purpose",
    label: "目的",
    class: cls("[overflow-wrap:anywhere]"),
    render: ({ purpose, job }) => job === null ? purpose : <a href={`/background-jobs/${job}`}>{purpose}</a>,
  },
  {
    key: "whose",
    label: "対象",
    class: cls("wide:w-[14rem] [overflow-wrap:anywhere]"),
    render: (use) => <Whose {...use} />,
  },
];

/** The record of uses of 個人番号, newest first. */
export function UseTable({ uses }: { uses: readonly NumberUseLine[] }) {
  return (
    <Table
      caption="マイナンバーの利用記録。日時の新しい順に並んでいます。"
      columns={COLUMNS}
      rows={uses}
      rowKey={({ id }) => id}
      empty={<EmptyState title="利用の記録はまだありません。" />}
    />
  );
}

/** 社員番号 and 続柄 of opened numbers; of a job that took some in, how many. */
function Whose({ whose, numbers }: NumberUseLine) {
  if (whose) return <>社員番号 {whose.code}（{whose.relations.join("、")}）</>;
  return (
    <>
      {numbers === null ? "処理が終わっていないか、中断されました" : `${numbers.toLocaleString("ja-JP")}名`}
    </>
  );
}
