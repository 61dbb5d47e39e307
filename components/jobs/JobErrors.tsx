import type { JobResultView, JobView, RowErrorView } from "../../jobs/view.ts";
import { isRunning } from "./merge.ts";

/** エラー詳細: the first rows that were refused, or why the whole failed. */
export function JobErrors({ job, result }: { job: JobView; result: JobResultView }) {
  const { errors, errorCount } = result;
  const rest = errorCount - errors.length;
  if (errorCount === 0) return <>{withoutRows(job)}</>;
  return (
    <>
      {/* A box of its own, so that a hundred rows do not push the files out of sight; the keyboard scrolls it. */}
      <div role="region" aria-label="エラー詳細" tabIndex={0} class="max-h-[24rem] overflow-y-auto">
        <ul class="grid gap-1">
          {errors.map((error, n) => <li key={n}>{rowText(error)}</li>)}
        </ul>
      </div>
      {rest > 0 && <p class="mt-2 font-bold">ほか{rest.toLocaleString("ja-JP")}件</p>}
    </>
  );
}

function withoutRows(job: JobView): string {
  if (isRunning(job)) return "処理が終わると表示されます。";
  return job.status === "failed" && job.message !== "" ? job.message : "エラーはありません。";
}

/** `n行目：{社員番号}：{原因}。{対処}。`, without the parts that there are none of. */
function rowText({ line, key, reason }: RowErrorView): string {
  return [line === null ? "" : `${line}行目`, key, reason].filter((part) => part !== "").join("：");
}
