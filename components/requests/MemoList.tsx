import type { Memo } from "../../domain/request.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";

/** 管理者メモ, the latest first: it is the one that goes into 依頼状況一覧. */
export function MemoList({ memos }: { memos: readonly Memo[] }) {
  if (memos.length === 0) return <p>管理者メモはありません。</p>;
  return (
    <ul>
      {memos.toReversed().map(({ text, at, by }) => (
        <li key={at} class="py-3 border-b border-dotted first:pt-0 last:pb-0 last:border-b-0">
          <p class="text-sm text-ink-soft [overflow-wrap:anywhere]">
            <AbsoluteTime at={at} /> {by}
          </p>
          <p class="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
        </li>
      ))}
    </ul>
  );
}
