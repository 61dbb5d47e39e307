import type { ComponentChildren } from "preact";
import type { JobView } from "../../jobs/view.ts";
import { cls } from "../cls.ts";
import { RelativeTime } from "../RelativeTime.tsx";
import { StatusLabel } from "../StatusLabel.tsx";
import { type Column, Table } from "../Table.tsx";
import { JobMessage } from "./JobMessage.tsx";

interface Props {
  jobs: readonly JobView[];
  /** The server's time, ms since the epoch: what 受付日時 is relative to. */
  now: number;
  empty: ComponentChildren;
}

/** バックグラウンド処理, newest first: ステータス, 処理名, 受付日時, メッセージ. */
export function JobTable({ jobs, now, empty }: Props) {
  return (
    <Table
      caption="バックグラウンド処理。受付日時の新しい順に並んでいます。"
      columns={columns(now)}
      rows={jobs}
      rowKey={(job) => job.id}
      empty={empty}
    />
  );
}

function columns(now: number): Column<JobView>[] {
  return [
    {
      key: "status",
      label: "ステータス",
      bare: true,
      class: cls("wide:w-[11rem]"),
      render: (job) => <StatusLabel status={job.status} />,
    },
    {
      key: "title",
      label: "処理名",
      rowHeader: true,
      class: cls("[overflow-wrap:anywhere]"),
      render: (job) => <a href={`/background-jobs/${job.id}`} class="font-bold">{job.title}</a>,
    },
    {
      key: "acceptedAt",
      label: "受付日時",
      class: cls("wide:w-[8rem]"),
      render: (job) => <RelativeTime at={Date.parse(job.acceptedAt)} now={now} />,
    },
    {
      key: "message",
      label: "メッセージ",
      bare: true,
      class: cls("wide:w-[24rem] [overflow-wrap:anywhere]"),
      render: (job) => <JobMessage job={job} />,
    },
  ];
}
