import { type Asked, QUESTIONS_2026 } from "./questionnaire/questions_2026.ts";

/** The parts of the year-end questionnaire (アンケート), in the order in which they are asked for. */
export type Section = keyof typeof QUESTIONS_2026;

/** One question (設問): a screen of the questionnaire. */
export interface Question {
  /** 設問番号; unique. */
  number: number;
  section: Section;
  /** アンケートタイトル. */
  title: string;
  /** The product's own ヒント, shown until a group says something else; null: none. */
  hint: string | null;
}

/** Every section with its questions, each in order of 設問番号. */
export const SECTIONS: readonly { section: Section; questions: readonly Question[] }[] =
  (Object.entries(QUESTIONS_2026) as [Section, readonly Asked[]][]).map(([section, asked]) => ({
    section,
    questions: asked.map(([number, title, hint = null]) => ({ number, section, title, hint })),
  }));

/** Every question in order of 設問番号. */
export const QUESTIONS: readonly Question[] = SECTIONS.flatMap(({ questions }) => questions)
  .toSorted((a, b) => a.number - b.number);

const BY_NUMBER = new Map(QUESTIONS.map((question) => [String(question.number), question]));

/** The question with this 設問番号, written as we write it (no zeros before it); null: there is none. */
export function questionOf(number: string | number): Question | null {
  return BY_NUMBER.get(String(number)) ?? null;
}
