import assert from "node:assert/strict";
import { QUESTIONS } from "../questionnaire.ts";
import type { View } from "./fields/view.ts";
import { PAGES } from "./pages.ts";
import { sampleAsking } from "./testing.ts";

/** 設問99 stands above the pictures (components/my/PicturesPage.tsx). */
const ELSEWHERE = [99];

function numbersIn(views: readonly View[]): number[] {
  return views.flatMap((view) => {
    if (view.view === "question") return [view.number, ...numbersIn(view.views)];
    if (view.view === "block") return numbersIn(view.views);
    return view.view === "branch" ? view.ways.flatMap((way) => numbersIn(way.views)) : [];
  });
}

Deno.test("every 設問 is asked on a page, so that its hint is read", () => {
  const asking = sampleAsking();
  const asked = PAGES.flatMap((page) => [
    page.question,
    ...numbersIn(page.fields(asking).views),
    ...page.lists.flatMap((list) => [
      list.question,
      ...numbersIn(list.form(asking, "new", true)!.views),
    ]),
  ]);
  const known = new Set([...asked, ...ELSEWHERE]);
  assert.deepEqual(QUESTIONS.filter(({ number }) => !known.has(number)).map(({ number }) => number), []);
  assert.deepEqual([...known].filter((number) => !QUESTIONS.some((one) => one.number === number)), []);
});
