import { type AuditLineView, factTexts } from "../../jobs/audit_view.ts";
import { cls } from "../cls.ts";
import { EmptyState } from "../EmptyState.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { type Column, Table } from "../Table.tsx";

const COLUMNS: Column<AuditLineView>[] = [
  {
    key: "at",
    label: "日時",
    class: cls("wide:w-[11rem]"),
    render: ({ at }) => <AbsoluteTime at={Date.parse(at)} />,
  },
  {
    key: "event",
    label: "出来事",
    rowHeader: true,
    class: cls("wide:w-[13rem]"),
    render: ({ eventLabel }) => eventLabel,
  },
  {
    key: "actor",
    label: "実行者",
    class: cls("wide:w-[15rem] [overflow-wrap:anywhere]"),
    render: ({ actor }) => actor ?? "システム",
  },
  {
    key: "job",
    label: "対象の処理",
    class: cls("[overflow-wrap:anywhere]"),
    render: (line) => <Job {...line} />,
  },
  {
    key: "facts",
    label: "内容",
    class: cls("wide:w-[18rem] text-sm [overflow-wrap:anywhere]"),
    render: ({ facts }) => <Facts facts={facts} />,
  },
];

/** 監査ログ, newest first: 日時, 出来事, 実行者, 対象の処理, 内容. */
export function AuditTable({ entries }: { entries: readonly AuditLineView[] }) {
  return (
    <Table
      caption="監査ログ。日時の新しい順に並んでいます。"
      columns={COLUMNS}
      rows={entries}
      rowKey={({ id }) => id}
      empty={<EmptyState title="該当する記録はありません。">別の条件を試してください。</EmptyState>}
    />
  );
}

/** A link while the job is kept; afterwards its id, by which its other entries are found. */
function Job({ job, title, system }: AuditLineView) {
  if (job === null) return <>-</>;
  if (system) return <>{title}</>;
  return title === null ? <>{job}</> : <a href={`/background-jobs/${job}`}>{title}</a>;
}

function Facts({ facts }: Pick<AuditLineView, "facts">) {
  const texts = factTexts(facts);
  if (texts.length === 0) return <>-</>;
  return (
    <ul>
      {texts.map(({ label, text }) => <li key={label}>{label}：{text}</li>)}
    </ul>
  );
}
