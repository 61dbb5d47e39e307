import { correctionTitle, partsText } from "../../domain/correction.ts";
import type { Correction } from "../../domain/request.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { Label } from "../StatusLabel.tsx";

/** What the employee was asked to correct and has not yet, by 修正依頼 and by 差し戻し; the latest first. */
export function CorrectionList({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return <p>修正待ちの項目はありません。</p>;
  return (
    <ul>
      {corrections.toReversed().map((correction, i) => (
        <li key={corrections.length - i} class="py-3 border-b border-dotted first:pt-0 last:border-b-0">
          <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span class="sr-only">修正依頼状況：</span>
            <Label tone="warning">修正待ち</Label>
            <span class="text-sm text-ink-soft">
              {correction.from === "request" ? "修正依頼" : "差し戻し"} <AbsoluteTime at={correction.at} />
            </span>
          </div>
          <p class="mt-1 font-bold [overflow-wrap:anywhere]">{correctionTitle(correction)}</p>
          <p>修正項目：{partsText(correction.parts) || "-"}</p>
          <p class="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{correction.comment}</p>
        </li>
      ))}
    </ul>
  );
}
