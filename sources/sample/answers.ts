import {
  type Declaration,
  DECLARATION_SECTIONS,
  type DeclarationSection,
  withSection,
} from "../../domain/declaration/declaration.ts";
import { initialDeclaration } from "../../domain/declaration/initial.ts";
import type { HousingLoan } from "../../domain/housing_loan.ts";
import type { Insurance } from "../../domain/insurance.ts";
import type { Request } from "../../domain/request.ts";
import type { Newcomer } from "../../domain/stores.ts";
import { answerCandidate } from "./answers_candidate.ts";
import { answerHousingLoan, answerInsurance } from "./answers_deductions.ts";
import { answerFamily } from "./answers_family.ts";
import { answerIncome } from "./answers_income.ts";
import { answerLoan } from "./answers_loan.ts";
import { picturesFor } from "./answers_pictures.ts";
import { answerPreviousJob } from "./answers_previous_job.ts";
import { answerSelf } from "./answers_self.ts";
import { answerSpouse } from "./answers_spouse.ts";
import { answerTexts } from "./answers_texts.ts";
import { PLACES_OF_TABLES, type Turn, turnOf } from "./answers_turn.ts";
import { type SampleCompany, setUpAt } from "./companies.ts";
import { drawsOf } from "./draws.ts";
import { answererOf } from "./requests.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What somebody of a sample company answered; null: nobody asked, or nothing was answered yet. */
export interface Answers {
  declaration: Declaration;
  housingLoan: HousingLoan | null;
}

/** The answers of person number `i`, in keeping with the 依頼; the same every time. */
export function answersOf(
  company: SampleCompany,
  i: number,
  request: Request | null,
  newcomer: Newcomer,
  insurance: Insurance,
): Answers | null {
  if (!request || !hasAnswered(request)) return null;
  const initial = initialDeclaration({ self: newcomer.master, family: [...newcomer.family] });
  const left = newcomer.housingLoan ?? null;
  const answerer = answererOf(company, i);
  const turn = answerer ? turnOf(company, i, answerer.site, answerer.nth) : someTurn(company, i);
  if (request.exclusion) {
    return {
      declaration: told(answerCandidate(turn, initial, request), ["self", "previousJob"]),
      housingLoan: left,
    };
  }
  const done = answerer ? DECLARATION_SECTIONS : DECLARATION_SECTIONS.slice(0, 1 + turn.draws.int(5));
  const declaration = done.reduce((so, section) => answer(turn, so, section, request), initial);
  const pictures = answerer ? picturesFor(i, turn, declaration, insurance, shownAt(company, request)) : [];
  return {
    declaration: told({ ...declaration, pictures }, done),
    housingLoan: declaration.housingLoan.claim === "yes" ? answerLoan(turn, left) : left,
  };
}

/** Pictures came before the first document was made of the answers. */
function shownAt(company: SampleCompany, { documents, previousJob }: Request): number {
  const made = [...Object.values(documents), ...(previousJob ? [previousJob] : [])];
  return Math.min(setUpAt(company) + 60 * DAY, ...made.map(({ createdAt }) => createdAt)) - HOUR;
}

/** 入力中 and everything later, unless staff made them 対象外 without asking. */
function hasAnswered({ status, answeredOnce, beforeExpiry }: Request): boolean {
  return answeredOnce || status === "answering" || beforeExpiry === "answering";
}

function someTurn(company: SampleCompany, i: number): Turn {
  const draws = drawsOf(company.seed ^ 0xdec2, i);
  return { company, place: draws.int(PLACES_OF_TABLES), draws };
}

function told(declaration: Declaration, progress: readonly DeclarationSection[]): Declaration {
  return { ...declaration, answers: answerTexts(declaration, progress), progress: [...progress] };
}

function answer(
  turn: Turn,
  declaration: Declaration,
  section: DeclarationSection,
  request: Request,
): Declaration {
  switch (section) {
    case "self":
      return withSection(declaration, section, answerSelf(turn, declaration));
    case "previousJob":
      return withSection(declaration, section, answerPreviousJob(turn, request));
    case "spouse":
      return withSection(declaration, section, answerSpouse(turn, declaration));
    case "family":
      return withSection(declaration, section, answerFamily(turn, declaration));
    case "income":
      return withSection(declaration, section, answerIncome(turn, declaration, request));
    case "insurance":
      return withSection(declaration, section, answerInsurance(turn, declaration, request));
    case "housingLoan":
      return withSection(declaration, section, answerHousingLoan(turn, request));
  }
}
