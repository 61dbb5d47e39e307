import type { Declaration } from "../../domain/declaration/declaration.ts";
import {
  type IncomeAnswers,
  type Incomes,
  NO_INCOMES,
  type YearIncome,
} from "../../domain/declaration/income.ts";
import type { Request } from "../../domain/request.ts";
import { ADJUSTMENTS_FROM, at, type Turn } from "./answers_turn.ts";

const WAN = 10_000;

/** 給与収入 of this company, in 万円, as often as they stand here. */
const SALARIES = [210, 280, 330, 380, 420, 460, 510, 580, 640, 720, 860, 910];

/** Other income: each kind with its costs, all at once, and losses. */
const OTHER: readonly Partial<Incomes>[] = [
  { misc: { revenue: 300_000, cost: 80_000 } },
  { business: { revenue: 2_400_000, cost: 900_000 } },
  { dividend: { revenue: 150_000, cost: 10_000 } },
  { property: { revenue: 1_800_000, cost: 700_000 } },
  { retirement: { revenue: 9_000_000, cost: 8_000_000 } },
  { other: { revenue: 1_200_000, cost: 200_000, special: 500_000 } },
  { property: { revenue: 600_000, cost: 900_000 } },
  { salaryElsewhere: 600_000 },
];
const OTHER_FROM = 20;

/** Who earns more: 区分Ⅰ A, B, C and none, and more than 2,500万円 in all. 万円 of salary. */
const HIGH: readonly number[] = [1095, 1145, 1195, 1500, 1300, 1800];
const HIGH_FROM = 50;
/** Of HIGH the last earns this from property besides, and gets no 基・配・所. */
const RENTS = 14_000_000;

/** What the section 所得 holds when it is answered. */
export function answerIncome(
  turn: Turn,
  { self, spouse, family }: Declaration,
  request: Request,
): IncomeAnswers {
  const incomes = incomesOf(turn, request);
  const ground = groundOf(turn, { self, spouse, family });
  return {
    thisYear: { incomes, total: null },
    nextYear: nextYearOf(turn, incomes),
    adjustment: ground,
  };
}

function incomesOf(turn: Turn, { documents }: Request): Incomes {
  const high = at(turn, HIGH_FROM, HIGH);
  const salary = at(turn, ADJUSTMENTS_FROM, [900, 950, 1000, 1050]) ?? high ?? turn.draws.pick(SALARIES);
  const richest = turn.place === HIGH_FROM + HIGH.length - 1 && !documents.basic_spouse_adjustment;
  return {
    ...NO_INCOMES,
    salary: salary * WAN,
    ...at(turn, OTHER_FROM, OTHER),
    ...(richest ? { property: { revenue: RENTS, cost: 0 } } : {}),
  };
}

/** An estimate; one in four tells it by kind. */
function nextYearOf(turn: Turn, incomes: Incomes): YearIncome {
  const { draws } = turn;
  if (draws.oneIn(4)) return { incomes: { ...NO_INCOMES, salary: incomes.salary }, total: null };
  return { incomes: null, total: Math.floor((incomes.salary ?? 0) * 0.75) };
}

/** The ground at places 37 to 40, and whom it is for; see answers_spouse.ts and answers_family.ts. */
function groundOf(
  turn: Turn,
  { family, spouse }: Pick<Declaration, "self" | "spouse" | "family">,
): IncomeAnswers["adjustment"] {
  switch (turn.place - ADJUSTMENTS_FROM) {
    case 0:
      return { ground: "self_special_disability", person: null };
    case 1:
      return { ground: "spouse_special_disability", person: spouse.person?.id ?? null };
    case 2:
      return { ground: "dependant_special_disability", person: family.shared[0]?.id ?? null };
    case 3:
      return { ground: "dependant_under_23", person: family.people[0]?.id ?? null };
    default:
      return null;
  }
}
