import type { JobView } from "../../jobs/view.ts";
import { DefinitionList } from "../DefinitionList.tsx";
import { duration } from "../relative_time.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";

/** 処理情報: 対象 (absent for operations on everything), 実行者, 受付日時, 所要時間. */
export function JobInfo({ job }: { job: JobView }) {
  const began = Date.parse(job.startedAt ?? job.acceptedAt);
  const ended = job.finishedAt === null ? null : Date.parse(job.finishedAt);
  return (
    <DefinitionList
      items={[
        ...(job.group ? [{ term: "対象", value: job.group.name }] : []),
        { term: "実行者", value: job.actor },
        { term: "受付日時", value: <AbsoluteTime at={Date.parse(job.acceptedAt)} /> },
        { term: "所要時間", value: duration(began, ended) },
      ]}
    />
  );
}
