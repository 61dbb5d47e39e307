import { decodeTime } from "ulid";
import type { JobControl } from "../../jobs/service.ts";
import type { JobView } from "../../jobs/view.ts";
import { type Definition, DefinitionList } from "../DefinitionList.tsx";
import { duration } from "../relative_time.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";

/** 処理情報: 対象 (absent for operations on everything), 実行者, 受付日時, 所要時間, and the runs before and after. */
export function JobInfo({ job, control }: { job: JobView; control: JobControl }) {
  const began = Date.parse(job.startedAt ?? job.acceptedAt);
  const ended = job.finishedAt === null ? null : Date.parse(job.finishedAt);
  return (
    <DefinitionList
      items={[
        ...(job.group ? [{ term: "対象", value: job.group.name }] : []),
        { term: "実行者", value: job.actor },
        { term: "受付日時", value: <AbsoluteTime at={Date.parse(job.acceptedAt)} /> },
        { term: "所要時間", value: duration(began, ended) },
        ...runs("再実行元", control.rerunOf === null ? [] : [control.rerunOf]),
        ...runs("再実行した処理", control.reruns),
      ]}
    />
  );
}

/** Links to other runs of the same content, named by when they were accepted: their titles are alike. */
function runs(term: string, ids: readonly string[]): Definition[] {
  if (ids.length === 0) return [];
  const links = (
    <ul class="grid gap-1">
      {ids.map((id) => (
        <li key={id}>
          <a href={`/background-jobs/${id}`}>
            <AbsoluteTime at={decodeTime(id)} />に受け付けた処理
          </a>
        </li>
      ))}
    </ul>
  );
  return [{ term, value: links }];
}
