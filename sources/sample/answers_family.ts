import type { Declaration } from "../../domain/declaration/declaration.ts";
import { relativeDisability } from "../../domain/declaration/disability.ts";
import { NO_INCOMES, type YearIncome } from "../../domain/declaration/income.ts";
import type { FamilyAnswers, Person, PersonYear } from "../../domain/declaration/person.ts";
import { fullName } from "../../domain/employee.ts";
import { PROVEN, proven } from "./answers_self.ts";
import { sharedAt } from "./answers_shared.ts";
import { ADJUSTMENTS_FROM, at, dayIn, isOver, type Turn } from "./answers_turn.ts";
import { drawAddress, FOREIGN_PLACES } from "./places.ts";
import { type RelationName, relationOf } from "./relations.ts";

/** Something to tell of a relative. */
interface Story {
  relation: RelationName;
  /** Age at the end of the year. */
  age: number;
  both?: Partial<PersonYear>;
  next?: Partial<PersonYear>;
  person?: Partial<Person>;
}

/** What the section 家族 holds when it is answered: the master's relatives, one more with a story, one fewer. */
export function answerFamily(turn: Turn, { self, family }: Declaration): FamilyAnswers {
  const story = storyOf(turn);
  const kept = turn.place >= 52 ? family.people.slice(1) : family.people;
  const told = kept.map((person) => tell(turn, person));
  return {
    people: story ? [personOf(turn, self, story), ...told].slice(0, 15) : told,
    shared: sharedAt(turn, fullName(self)),
  };
}

/** The master's relatives as answered: proofs of who is 障害者 (or is no more), of who lives abroad; nobody is 不明. */
function tell(turn: Turn, person: Person): Person {
  const over = isOver(turn);
  const year = ({ disability, abroad, support, ...rest }: PersonYear): PersonYear => ({
    ...rest,
    support: support ?? true,
    disability: disability && (over ? null : {
      ...proven(turn, PROVEN.find(({ kind }) => (kind === "ordinary") === (disability.kind === "ordinary"))!),
      kind: disability.kind,
    }),
    abroad: abroad && { ...abroad, relativePapers: true, remittancePapers: abroad.remittance !== null },
  });
  return { ...person, thisYear: year(person.thisYear), nextYear: year(person.nextYear) };
}

function storyOf(turn: Turn): Story | undefined {
  const holder = at(turn, 41, PROVEN);
  if (holder) return disabled(turn, holder);
  if (turn.place === ADJUSTMENTS_FROM + 3) return { relation: "長女", age: 20 };
  return at(turn, 0, STORIES)?.(turn);
}

/** Places 41 to 53: a mother with each 手帳, next year with another, half of them under the same roof. */
function disabled(turn: Turn, of: typeof PROVEN[number]): Story {
  const together = turn.place % 2 === 0;
  const disability = { ...proven(turn, of), kind: relativeDisability(of.kind === "special", together) };
  const next = PROVEN[(turn.place + 1) % PROVEN.length]!;
  return {
    relation: "母",
    age: 66,
    both: {
      disability,
      ...(together ? {} : { living: "apart", address: drawAddress(turn.draws) }),
    },
    next: {
      disability: { ...proven(turn, next), kind: relativeDisability(next.kind === "special", together) },
    },
  };
}

function personOf(turn: Turn, self: Declaration["self"], story: Story): Person {
  const { company: { year }, draws } = turn;
  const male = ["父", "弟", "長男", "次男"].includes(story.relation);
  const base: PersonYear = {
    living: "together",
    address: null,
    abroad: null,
    disability: null,
    support: true,
    income: { incomes: null, total: 0 },
    qualifiedOn: null,
    qualifiedReason: "",
    ...story.both,
  };
  return {
    id: `sample-relative-${draws.int(1_000_000)}`,
    code: draws.oneIn(2) ? "9" : "",
    relation: relationOf(story.relation),
    lastName: self.lastName,
    firstName: male ? "学" : "花",
    lastNameKana: self.lastNameKana,
    firstNameKana: male ? "マナブ" : "ハナ",
    birthOn: dayIn(turn, year - story.age),
    gender: male ? "male" : "female",
    ascendant: null,
    diedOn: null,
    ...story.person,
    thisYear: base,
    nextYear: { ...base, ...story.next },
  };
}

function salaryOf(salary: number): YearIncome {
  return { incomes: { ...NO_INCOMES, salary }, total: null };
}

const abroad = (papers: boolean, student = false): Partial<PersonYear> => ({
  living: "abroad",
  address: FOREIGN_PLACES[1]!,
  abroad: {
    student,
    remittance: papers ? 400_000 : 100_000,
    relativePapers: papers,
    remittancePapers: papers,
  },
});

/** Places 0 to 19. */
const STORIES: readonly ((turn: Turn) => Story)[] = [
  () => ({ relation: "長男", age: 20, both: { income: salaryOf(900_000) } }),
  () => ({ relation: "長男", age: 20, both: { income: salaryOf(1_500_000) } }),
  () => ({ relation: "長女", age: 21, both: { income: salaryOf(1_900_000) } }),
  () => ({ relation: "母", age: 74 }),
  (turn) => ({ relation: "父", age: 78, both: { living: "apart", address: drawAddress(turn.draws) } }),
  () => ({ relation: "祖母", age: 93, both: { support: null }, next: { support: true } }),
  (turn) => ({ relation: "祖母", age: 90, person: { diedOn: dayIn(turn, turn.company.year) } }),
  () => ({ relation: "弟", age: 35, both: abroad(true) }),
  () => ({ relation: "弟", age: 45, both: abroad(false) }),
  () => ({ relation: "長男", age: 24, both: abroad(true, true) }),
  (turn) => ({
    relation: "母",
    age: 68,
    both: { qualifiedOn: dayIn(turn, turn.company.year), qualifiedReason: "退職・失業" },
  }),
  () => ({ relation: "次女", age: 2, both: { qualifiedReason: "出生" } }),
  () => ({ relation: "次男", age: 22, both: { support: false }, next: { support: true } }),
  () => ({ relation: "長女", age: 5 }),
  () => ({ relation: "長男", age: 11 }),
  () => ({ relation: "母", age: 70, next: { support: false } }),
  () => ({ relation: "母", age: 71, next: { support: null } }),
  () => ({
    relation: "父",
    age: 67,
    both: {
      income: {
        incomes: { ...NO_INCOMES, retirement: { revenue: 15_000_000, cost: 14_200_000 } },
        total: null,
      },
    },
  }),
  (turn) => ({ relation: "弟", age: 17, next: { living: "apart", address: drawAddress(turn.draws) } }),
  (turn) => ({
    relation: "次男",
    age: 19,
    next: { ...abroad(false, true), qualifiedOn: dayIn(turn, turn.company.year), qualifiedReason: "留学" },
  }),
];
