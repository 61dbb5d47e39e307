import { questionOf } from "../../domain/questionnaire.ts";

/** What the employee answered, by 設問番号. */
export function AnswerHistory({ answers }: { answers: Readonly<Record<string, string>> }) {
  const numbers = Object.keys(answers).map(Number).toSorted((a, b) => a - b);
  if (numbers.length === 0) return <p>アンケートの回答はありません。</p>;
  return (
    <dl>
      {numbers.map((number) => (
        <div key={number} class="py-3 border-b border-dotted first:pt-0 last:pb-0 last:border-b-0">
          <dt class="[overflow-wrap:anywhere]">
            <span class="text-sm text-ink-soft mr-2">設問{number}</span>
            <span class="font-bold">{questionOf(number)?.title ?? ""}</span>
          </dt>
          <dd class="mt-1 [overflow-wrap:anywhere]">{answers[number]}</dd>
        </div>
      ))}
    </dl>
  );
}
