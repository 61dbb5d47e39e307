import { type HintPart, hintParts, ownHintOf } from "../../domain/hint.ts";
import type { Question } from "../../domain/questionnaire.ts";

interface Props {
  question: Question;
  /** What is written for it. */
  written: string;
  /** Whose hint it is. */
  company: string;
}

/** The hint as the people who answer will see it under the question. */
export function HintPreview({ question, written, company }: Props) {
  const setting = ownHintOf(question, written);
  if ("problem" in setting) {
    return <p class="text-ink-soft">入力内容に誤りがあるため、表示できません。</p>;
  }
  const text = setting.own ?? question.hint;
  if (text === null) return <p class="text-ink-soft">この設問にはヒントが表示されません。</p>;
  return (
    <div class="bg-paper rounded-control p-4">
      <p class="font-bold mb-1">{setting.own === null ? "ヒント" : `${company}からのお知らせ`}</p>
      <p class="whitespace-pre-line [overflow-wrap:anywhere]">{hintParts(text).map(partOf)}</p>
    </div>
  );
}

function partOf({ text, href }: HintPart, index: number) {
  if (href === null) return text;
  return (
    <a key={index} href={href} target="_blank" rel="noopener noreferrer">
      {text}
      <span class="sr-only">（別のタブで開きます）</span>
    </a>
  );
}
