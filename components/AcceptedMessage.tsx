import { NotificationBar } from "./NotificationBar.tsx";

/** Says that an operation was accepted, and leads to its job. `live` false inside a live region. */
export function AcceptedMessage({ id, title, live }: { id: string; title: string; live?: boolean }) {
  return (
    <NotificationBar tone="success" live={live}>
      <a href={`/background-jobs/${id}`} class="font-bold">{title}</a>
      を受け付けました。処理の結果は［<a href="/background-jobs">バックグラウンド処理</a>］で確認してください
    </NotificationBar>
  );
}
