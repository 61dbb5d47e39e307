import { EmptyState } from "../EmptyState.tsx";

/** What the list says when it is empty. */
export function NoJobs({ filtered }: { filtered: boolean }) {
  return filtered
    ? (
      <EmptyState title="該当するバックグラウンド処理はありません。">
        別の条件を試してください。
      </EmptyState>
    )
    : (
      <EmptyState title="バックグラウンド処理はありません。">
        ファイルの取り込みやダウンロードなどの一括操作をすると、その結果がここに表示されます。
      </EmptyState>
    );
}
