import type { ComponentChildren } from "preact";
import type { AttachmentView, JobResultView, JobView } from "../../jobs/view.ts";
import { DefinitionList } from "../DefinitionList.tsx";
import { JobErrors } from "./JobErrors.tsx";
import { isRunning } from "./merge.ts";

interface Props {
  job: JobView;
  /** Null: this person may see the line of the list only. */
  result: JobResultView | null;
  renderAttachment: (file: AttachmentView) => ComponentChildren;
}

/** 処理結果: 結果詳細, エラー詳細, 添付ファイル. */
export function JobResult({ job, result, renderAttachment }: Props) {
  if (result === null) return <p>この処理の結果を確認する権限がありません。</p>;
  return (
    <DefinitionList
      items={[
        { term: "結果詳細", value: <Details job={job} details={result.details} /> },
        { term: "エラー詳細", value: <JobErrors job={job} result={result} /> },
        {
          term: "添付ファイル",
          value: <Attachments job={job} result={result} renderAttachment={renderAttachment} />,
        },
      ]}
    />
  );
}

function Details({ job, details }: { job: JobView; details: string[] }) {
  if (isRunning(job)) return <>処理が終わると表示されます。</>;
  const lines = details.length > 0 ? details : [job.message];
  return <>{lines.map((line, n) => <p key={n}>{line}</p>)}</>;
}

function Attachments({ job, result, renderAttachment }: Props & { result: JobResultView }) {
  if (result.attachments.length > 0) return <>{result.attachments.map(renderAttachment)}</>;
  return <>{isRunning(job) ? "処理が終わると表示されます。" : "添付ファイルはありません。"}</>;
}
