import { type HistoryEntry, historyText } from "../../domain/history.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";

/** 操作履歴, the latest first; an entry with 修正内容 shows it. @param entries oldest first */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return <p>操作履歴はありません。</p>;
  return (
    <ol>
      {entries.toReversed().map((entry, i) => (
        <li key={entries.length - i} class="py-3 border-b border-dotted first:pt-0 last:pb-0 last:border-b-0">
          <p class="text-sm text-ink-soft">
            <AbsoluteTime at={entry.at} />
          </p>
          <p class="mt-1 [overflow-wrap:anywhere]">{historyText(entry)}</p>
          {entry.comment && (
            <p class="mt-1 pl-4 border-l-4 whitespace-pre-wrap [overflow-wrap:anywhere]">{entry.comment}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
