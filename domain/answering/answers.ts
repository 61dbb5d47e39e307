import type { Collected } from "../declaration/collected.ts";
import { type Declaration, MOST_ANSWER } from "../declaration/declaration.ts";
import { oneOf, type Texts, textsOf } from "./fields/fields.ts";
import type { ControlView, View } from "./fields/view.ts";
import type { AnswerPage, Asking } from "./page.ts";

/** Where a page was saved and nothing of it has to be said. */
const SEEN = "回答済み";

type Answers = Declaration["answers"];

/** True for a page that was saved since the questionnaire began. */
export function isAnswered({ question }: AnswerPage, { collected }: Pick<Asking, "collected">): boolean {
  return Object.hasOwn(collected.declaration.answers, String(question));
}

/**
 * アンケート回答履歴 once the page was saved: what it said before goes, what it says now comes. `asking` holds what was saved.
 */
export function withAnswersOf(page: AnswerPage, asking: Asking): Answers {
  const fields = page.fields(asking);
  const said = [
    ...answersIn(fields.views, textsOf(fields, asking.collected)),
    ...page.lists.map((list): [number, string] => [list.question, `${list.rows(asking).length}件`]),
  ];
  const numbers = new Set([...numbersIn(fields.views), ...page.lists.map(({ question }) => question)]);
  const kept = Object.entries(asking.collected.declaration.answers)
    .filter(([number]) => !numbers.has(Number(number)));
  const answers: Answers = {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(said.map(([number, text]) => [String(number), cut(text)])),
  };
  answers[page.question] ??= SEEN;
  return answers;
}

/** What is collected once an entry of a list of the page was changed: 回答履歴 counts again where the page was saved before. */
export function recounted(page: AnswerPage, asking: Asking): Collected {
  const { collected } = asking;
  if (!isAnswered(page, asking)) return collected;
  return { ...collected, declaration: { ...collected.declaration, answers: withAnswersOf(page, asking) } };
}

function cut(text: string): string {
  return text.length <= MOST_ANSWER ? text : `${text.slice(0, MOST_ANSWER - 1).toWellFormed()}…`;
}

/** The 設問 of a form with what is said to each, those of closed branches left out. */
function answersIn(views: readonly View[], texts: Texts): [number, string][] {
  return views.flatMap((view): [number, string][] => {
    switch (view.view) {
      case "control":
      case "note":
        return [];
      case "branch":
        return answersIn(openWay(view, texts), texts);
      case "block":
        return answersIn(view.views, texts);
      case "question": {
        const text = ownText(view.views, texts);
        const own: [number, string][] = text === "" ? [] : [[view.number, text]];
        return [...own, ...answersIn(view.views, texts)];
      }
    }
  });
}

function openWay({ ask, ways }: Extract<View, { view: "branch" }>, texts: Texts): readonly View[] {
  const answer = oneOf(texts, ask.name);
  return ways.find(({ opens }) => opens.includes(answer))?.views ?? [];
}

/** What the controls of a 設問 say, those of the 設問 inside of it left out. */
function ownText(views: readonly View[], texts: Texts): string {
  return views.flatMap((view) => {
    if (view.view === "control") return [controlText(view, texts)];
    if (view.view === "branch") {
      return [controlText(view.ask, texts), ownText(openWay(view, texts), texts)];
    }
    return view.view === "block" ? [ownText(view.views, texts)] : [];
  }).filter((text) => text !== "").join("、");
}

/** What one control says, in words. */
export function controlText({ name, control }: ControlView, texts: Texts): string {
  const sent = texts.get(name) ?? [];
  if (control.kind === "radio" || control.kind === "select" || control.kind === "ticks") {
    const chosen = control.options.filter(({ value }) => value !== "" && sent.includes(value));
    return chosen.map(({ label }) => label).join("、");
  }
  const text = sent[0] ?? "";
  if (text === "") return "";
  if (control.kind === "date") return text.replaceAll("-", "/");
  if (control.kind === "text") return text;
  return `${control.unit === "円" ? Number(text).toLocaleString("ja-JP") : text}${control.unit}`;
}

/** Every 設問 of a form, whether asked or not. */
function numbersIn(views: readonly View[]): number[] {
  return views.flatMap((view) => {
    if (view.view === "question") return [view.number, ...numbersIn(view.views)];
    if (view.view === "block") return numbersIn(view.views);
    return view.view === "branch" ? view.ways.flatMap((way) => numbersIn(way.views)) : [];
  });
}
