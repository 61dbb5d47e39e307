import type { OpenJobLine } from "../../jobs/view.ts";
import { cls } from "../cls.ts";
import { EmptyState } from "../EmptyState.tsx";
import { duration } from "../relative_time.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { Label } from "../StatusLabel.tsx";
import { type Column, Table } from "../Table.tsx";

/** An open job, and what its kind is called. */
export interface NamedJob extends OpenJobLine {
  name: string;
}

const columnsOf = (now: number): Column<NamedJob>[] => [
  { key: "name", label: "処理", rowHeader: true, render: (job) => <Name {...job} /> },
  { key: "state", label: "状態", class: cls("wide:w-[9rem]"), render: (job) => <State {...job} /> },
  {
    key: "age",
    label: "受付からの時間",
    class: cls("wide:w-[9rem]"),
    render: ({ acceptedAt }) => (
      <time dateTime={new Date(acceptedAt).toISOString()}>{duration(acceptedAt, now)}</time>
    ),
  },
  {
    key: "owner",
    label: "プロセス",
    class: cls("wide:w-[7rem] tabular-nums"),
    render: ({ owner }) => owner ?? "–",
  },
  { key: "attempt", label: "開始した回数", numeric: true, render: ({ attempt }) => attempt },
  { key: "losses", label: "停止で中断した回数", numeric: true, render: ({ losses }) => losses },
  {
    key: "next",
    label: "次に試す日時",
    class: cls("wide:w-[11rem]"),
    render: ({ state, notBefore }) => state === "later" ? <AbsoluteTime at={notBefore} wraps /> : "–",
  },
];

/** Open jobs, oldest first. */
export function OpenJobTable({ jobs, now }: { jobs: readonly NamedJob[]; now: number }) {
  return (
    <Table
      caption="終わっていない処理。受付の古い順に並んでいます。"
      columns={columnsOf(now)}
      rows={jobs}
      rowKey={({ id }) => id}
      empty={<EmptyState title="終わっていない処理はありません。" />}
    />
  );
}

/** Work of the system has no page; the number is the one that error messages name. */
function Name({ id, name, system }: NamedJob) {
  const number = <span class="block text-sm text-ink-soft tabular-nums font-normal">番号 {id.slice(-8)}
  </span>;
  if (system) return <>{name}{number}</>;
  return (
    <>
      <a href={`/background-jobs/${id}`}>{name}</a>
      {number}
    </>
  );
}

function State({ state }: OpenJobLine) {
  if (state === "running") return <Label tone="blue" icon="run">実行中</Label>;
  return state === "later"
    ? <Label tone="warning" icon="warning">再試行待ち</Label>
    : <Label tone="outline">順番待ち</Label>;
}
