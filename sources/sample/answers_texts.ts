import type { Declaration, DeclarationSection } from "../../domain/declaration/declaration.ts";
import { ASKED_IN } from "../../domain/declaration/sections.ts";
import { SECTIONS } from "../../domain/questionnaire.ts";

const yesNo = (answer: boolean | null) => answer === null ? null : answer ? "はい" : "いいえ";

/** Questions whose answer the declaration says in one word. */
const SAID: Readonly<Record<number, (declaration: Declaration) => string | null>> = {
  2: ({ self }) => yesNo(self.leaving),
  3: ({ self }) => self.endsHere ? "退職予定があるため年末調整を終了する" : null,
  6: ({ previousJob }) => yesNo(previousJob.otherEmployer),
  7: ({ previousJob }) => yesNo(previousJob.stillThere),
  8: ({ previousJob }) => previousJob.payThere,
  9: ({ previousJob }) => yesNo(previousJob.submitsHere),
  10: ({ previousJob }) => yesNo(previousJob.submitsHereNextYear),
  11: ({ previousJob }) => yesNo(previousJob.leftEmployer),
  12: ({ previousJob }) => previousJob.payBefore,
  13: ({ previousJob }) =>
    previousJob.slipAvailable === null ? null : previousJob.slipAvailable ? "提出できる" : "入手できない",
  22: ({ self }) => yesNo(self.thisYear.disability !== null),
  24: ({ self }) => yesNo(self.thisYear.widow !== null),
  26: ({ self }) => yesNo(self.thisYear.student !== null),
  30: ({ spouse }) => spouse.thisYear === null ? null : spouse.thisYear ? "いる" : "いない",
  53: ({ family }) => yesNo(family.people.length > 0),
  78: ({ income }) => yesNo(income.thisYear.incomes?.misc.revenue !== null),
  83: ({ income }) => yesNo(income.adjustment !== null),
  90: ({ insurance }) => yesNo(insurance.claims),
  201: ({ housingLoan }) =>
    housingLoan.claim === null ? null : housingLoan.claim === "no" ? "いいえ" : "はい",
};

/** アンケート回答履歴 of the sections that somebody has been through: what can be told in a word. */
export function answerTexts(
  declaration: Declaration,
  progress: readonly DeclarationSection[],
): Declaration["answers"] {
  const asked = progress.flatMap((section) =>
    SECTIONS.find((one) => one.section === ASKED_IN[section])!.questions
  );
  return Object.fromEntries(asked.flatMap(({ number }) => {
    const text = SAID[number]?.(declaration) ?? null;
    return text === null ? [] : [[String(number), text]];
  }));
}
