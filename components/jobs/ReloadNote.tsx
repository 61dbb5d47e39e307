import type { JobView } from "../../jobs/view.ts";
import { isRunning } from "./merge.ts";

/** Where no script moves the page: how what runs is looked at again. Nothing when nothing runs. */
export function ReloadNote({ jobs }: { jobs: readonly JobView[] }) {
  if (!jobs.some(isRunning)) return null;
  return (
    <noscript>
      <p class="mb-4">
        実行中の処理があります。この画面は自動では更新されません。<a href="">最新の状態に更新</a>
      </p>
    </noscript>
  );
}
