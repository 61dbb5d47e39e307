import type { Declaration } from "../../domain/declaration/declaration.ts";
import { NO_INCOMES, type YearIncome } from "../../domain/declaration/income.ts";
import type { Person, PersonYear, SpouseAnswers } from "../../domain/declaration/person.ts";
import { isAlone, proven } from "./answers_self.ts";
import { at, dayIn, type Turn } from "./answers_turn.ts";
import { drawAddress, FOREIGN_PLACES } from "./places.ts";
import { relationOf } from "./relations.ts";

/** The places at which everybody has a spouse, about whom there is something to tell. */
const FROM = 20;

/** Something to tell of a spouse, for both years or one. */
interface Story {
  both?: Partial<PersonYear>;
  next?: Partial<PersonYear>;
  person?: Partial<Person>;
  has?: boolean;
}

/** What the section 配偶者 holds when it is answered. */
export function answerSpouse(turn: Turn, { self, spouse }: Declaration): SpouseAnswers {
  if (isAlone(turn)) return { thisYear: false, nextYear: false, person: null };
  const story = at(turn, FROM, STORIES)?.(turn);
  if (!story) return { ...spouse, thisYear: spouse.thisYear ?? false, nextYear: spouse.nextYear ?? false };
  if (story.has === false) return { thisYear: true, nextYear: true, person: null };
  const person = spouse.person ?? newSpouse(turn, self);
  return {
    thisYear: true,
    nextYear: story.person?.diedOn ? false : true,
    person: {
      ...person,
      ...story.person,
      thisYear: { ...person.thisYear, support: true, ...story.both },
      nextYear: { ...person.nextYear, support: true, ...story.both, ...story.next },
    },
  };
}

/** Somebody whom the master does not know: married this year. */
function newSpouse(turn: Turn, self: Declaration["self"]): Person {
  const wife = self.gender !== "female";
  const wedOn = dayIn(turn, turn.company.year);
  const year: PersonYear = {
    living: "together",
    address: null,
    abroad: null,
    disability: null,
    support: true,
    income: salaryOf(900_000),
    qualifiedOn: wedOn,
    qualifiedReason: "婚姻",
  };
  return {
    id: `sample-spouse-${turn.draws.int(1_000_000)}`,
    code: "",
    relation: relationOf(wife ? "妻" : "夫"),
    lastName: self.lastName,
    firstName: wife ? "佳子" : "一郎",
    lastNameKana: self.lastNameKana,
    firstNameKana: wife ? "ヨシコ" : "イチロウ",
    birthOn: dayIn(turn, turn.company.year - 40),
    gender: wife ? "female" : "male",
    ascendant: null,
    diedOn: null,
    thisYear: year,
    nextYear: year,
  };
}

function salaryOf(salary: number): YearIncome {
  return { incomes: { ...NO_INCOMES, salary }, total: null };
}

/** Income of a spouse from 公的年金 and others. */
function pension(revenue: number): YearIncome {
  return { incomes: { ...NO_INCOMES, salary: 0, misc: { revenue, cost: 0 } }, total: null };
}

const abroad = (papers: boolean): Partial<PersonYear> => ({
  living: "abroad",
  address: FOREIGN_PLACES[3]!,
  abroad: { student: false, remittance: 600_000, relativePapers: papers, remittancePapers: papers },
});

/** Places 20 to 38. The place of 所得金額調整控除 for a spouse is 38. */
const STORIES: readonly ((turn: Turn) => Story)[] = [
  // 区分Ⅱ ① to ④, and beyond.
  (turn) => ({
    person: { birthOn: dayIn(turn, turn.company.year - 72) },
    both: { income: pension(300_000) },
  }),
  () => ({ both: { income: salaryOf(1_100_000) } }),
  () => ({ both: { income: salaryOf(1_600_000) } }),
  () => ({ both: { income: salaryOf(1_900_000) } }),
  () => ({ both: { income: salaryOf(4_000_000), support: null } }),
  (turn) => ({ person: { diedOn: dayIn(turn, turn.company.year) }, both: { income: salaryOf(0) } }),
  () => ({ both: { ...abroad(true), income: salaryOf(0) } }),
  () => ({ both: { ...abroad(false), income: salaryOf(500_000) } }),
  (turn) => ({
    both: {
      disability: proven(turn, { kind: "ordinary", certificate: "body_3" }),
      income: salaryOf(800_000),
    },
  }),
  (turn) => ({
    both: {
      living: "apart",
      address: drawAddress(turn.draws),
      disability: proven(turn, { kind: "special", certificate: "mental_1" }),
      income: salaryOf(0),
    },
  }),
  (turn) => ({
    both: {
      living: "apart",
      address: drawAddress(turn.draws),
      qualifiedOn: dayIn(turn, turn.company.year),
      qualifiedReason: "退職・失業",
    },
    next: { living: "together", address: null },
  }),
  () => ({ has: false }),
  () => ({ next: { support: false } }),
  () => ({ both: { support: false, income: salaryOf(0) }, next: { support: true } }),
  (turn) => ({
    next: { living: "apart", address: drawAddress(turn.draws), income: { incomes: null, total: 400_000 } },
  }),
  () => ({ both: { income: salaryOf(900_000) }, next: { ...abroad(true) } }),
  (turn) => ({
    both: {
      income: {
        incomes: { ...NO_INCOMES, retirement: { revenue: 6_000_000, cost: 5_000_000 } },
        total: null,
      },
    },
    next: { disability: proven(turn, { kind: "ordinary", certificate: "mental_2" }), income: salaryOf(0) },
  }),
  (turn) => ({
    both: { income: { incomes: null, total: 0 } },
    next: { disability: proven(turn, { kind: "special", certificate: "body_1" }), ...abroad(false) },
  }),
  (turn) => ({
    both: {
      living: "together",
      address: null,
      abroad: null,
      disability: proven(turn, { kind: "special_living_together", certificate: "nursing_a" }),
      income: salaryOf(0),
    },
  }),
];
