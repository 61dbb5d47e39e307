import type { OverviewView } from "../../jobs/view.ts";
import { cls } from "../cls.ts";
import { EmptyState } from "../EmptyState.tsx";
import { duration } from "../relative_time.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { type Column, Table } from "../Table.tsx";

type Process = OverviewView["processes"][number];

const columnsOf = (now: number): Column<Process>[] => [
  {
    key: "id",
    label: "プロセス",
    rowHeader: true,
    class: cls("wide:w-[9rem] tabular-nums"),
    render: ({ id }) => id,
  },
  { key: "started", label: "起動した日時", render: ({ startedAt }) => <AbsoluteTime at={startedAt} /> },
  { key: "up", label: "起動からの時間", render: ({ startedAt }) => duration(startedAt, now) },
  {
    key: "seen",
    label: "最終応答",
    render: ({ seenAt }) => seenAt === null ? "–" : <AbsoluteTime at={seenAt} />,
  },
];

/** Processes that run jobs. */
export function ProcessTable({ processes, now }: { processes: readonly Process[]; now: number }) {
  return (
    <Table
      caption="処理を実行するプロセス"
      columns={columnsOf(now)}
      rows={processes}
      rowKey={({ id }) => id}
      empty={<EmptyState title="プロセスがありません。" />}
    />
  );
}
