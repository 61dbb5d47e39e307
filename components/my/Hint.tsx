import { questionOf } from "../../domain/questionnaire.ts";
import { HintPreview } from "../hints/HintPreview.tsx";

/** The hints of a group, and whose they are. */
export interface Hints {
  /** Its own, by 設問番号. */
  own: ReadonlyMap<number, string>;
  company: string;
}

/**
 * The hint beside a 設問: the group's own, else the product's; nothing where there is none.
 * @param hints null: no hints are shown, as to staff
 */
export function Hint({ question: number, hints }: { question: number; hints: Hints | null }) {
  if (hints === null) return null;
  const question = questionOf(number);
  const written = hints.own.get(number) ?? "";
  if (!question || (written === "" && question.hint === null)) return null;
  return <HintPreview question={question} written={written} company={hints.company} />;
}
