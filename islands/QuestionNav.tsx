import { useLayoutEffect, useRef } from "preact/hooks";
import { cls } from "../components/cls.ts";
import { type Question, SECTIONS } from "../domain/questionnaire.ts";

interface Props {
  /** 設問番号 of the one that is shown. */
  current: number;
  /** 設問番号 of those that have a hint of the group's own. */
  own: number[];
}

/** アンケート（画面）一覧: every question by section, each leading to its hint. The current one is scrolled to. */
export function QuestionNav({ current, own }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const link = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (list.current && link) list.current.scrollTop = link.offsetTop - list.current.clientHeight / 2;
  }, [current]);
  return (
    <nav aria-labelledby="question-list">
      <h2 id="question-list" class="text-lg mb-3">アンケート（画面）一覧</h2>
      <div
        ref={list}
        class="relative max-h-[16rem] wide:max-h-[75vh] overflow-y-auto bg-surface rounded-card shadow-card py-2"
      >
        {SECTIONS.map(({ section, questions }) => (
          <section key={section}>
            <h3 class="px-4 pt-3 pb-1 text-sm font-bold text-ink-soft">{section}</h3>
            <ul>
              {questions.map((question) => (
                <li key={question.number}>{link(question, current, own.includes(question.number))}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function link({ number, title }: Question, current: number, own: boolean) {
  return (
    <a
      href={`?question=${number}`}
      aria-current={number === current ? "page" : undefined}
      class={cls(
        "flex items-baseline gap-3 min-h-[2.75rem] px-4 py-2 no-underline border-l-4",
        number === current
          ? "border-main bg-main-soft text-ink font-bold"
          : "border-transparent text-ink hover:bg-paper hover:text-ink",
      )}
    >
      <span class="tabular-nums w-8 flex-none text-right">{number}</span>
      <span class="flex-1 min-w-0 [overflow-wrap:anywhere]">{title}</span>
      {own && <span class="text-xs font-bold text-matcha whitespace-nowrap">設定済み</span>}
    </a>
  );
}
