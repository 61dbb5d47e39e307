import type { ReminderDay } from "../../domain/reminder.ts";

const WEEKDAYS = ["月", "火", "水", "木", "金", "土", "日"];

/** The dates on which mails go, one a line. @param days null: no 再通知 is set */
export function ReminderDates({ days }: { days: readonly ReminderDay[] | null }) {
  if (!days) return <p>再通知は設定されていません。自動では送りません。</p>;
  return (
    <ol>
      {days.map((day) => (
        <li
          key={day.date}
          class="flex flex-wrap gap-x-4 py-2 border-b border-dotted first:pt-0 last:pb-0 last:border-b-0"
        >
          <time dateTime={day.date} class="tabular-nums">{dateText(day.date)}</time>
          <span class="text-ink-soft">{noteOf(day)}</span>
        </li>
      ))}
    </ol>
  );
}

/** `2026/11/11（水）`. */
function dateText(date: string): string {
  return `${date.replaceAll("-", "/")}（${WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]}）`;
}

function noteOf({ past, closed }: ReminderDay): string | null {
  if (past) return "過ぎています";
  return closed ? "受付終了後のため、修正依頼中の従業員だけに送ります" : null;
}
