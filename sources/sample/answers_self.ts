import type { Declaration } from "../../domain/declaration/declaration.ts";
import {
  type Disability,
  ORDINARY_CERTIFICATES,
  SPECIAL_CERTIFICATES,
} from "../../domain/declaration/disability.ts";
import type { SelfAnswers, SelfYear, Student } from "../../domain/declaration/self.ts";
import { fullName } from "../../domain/employee.ts";
import { ADJUSTMENTS_FROM, at, dayIn, isOver, type Turn } from "./answers_turn.ts";
import { drawAddress, FOREIGN_PLACES } from "./places.ts";

/** Every 手帳 with the 障害者区分 that it goes with. */
export const PROVEN: readonly Omit<Disability, "detail" | "issuedOn">[] = [
  ...ORDINARY_CERTIFICATES.map((certificate) => ({ kind: "ordinary" as const, certificate })),
  ...SPECIAL_CERTIFICATES.map((certificate) => ({ kind: "special" as const, certificate })),
];

/** A 障害者 with a 手帳 of some years ago. */
export function proven(turn: Turn, of: Omit<Disability, "detail" | "issuedOn">): Disability {
  const detail = of.certificate === "other" ? "医師の診断書による" : "";
  return { ...of, detail, issuedOn: dayIn(turn, turn.company.year - 1 - turn.draws.int(12)) };
}

/** What the section 本人 holds when it is answered: the master's, with 世帯主 and 住民票住所 told, and changes. */
export function answerSelf(turn: Turn, { self }: Declaration): SelfAnswers {
  const { company: { year } } = turn;
  const told = tellHome(turn, self);
  const thisYear: SelfYear = {
    ...told,
    disability: ownDisability(turn) ?? (isOver(turn) ? null : proveIt(turn, told.disability)),
    ...widowOf(turn, told),
    student: studentOf(turn, told.student, year),
    commonLaw: at(turn, 18, [true]) ?? (told.widow === null ? null : isOver(turn) && !isAlone(turn)),
    secondarySalary: at(turn, 19, [true]) ?? false,
  };
  const changed = thisYear.disability !== null && told.disability === null;
  return {
    ...self,
    ...marriage(turn, self),
    leaving: false,
    thisYear: changed
      ? { ...thisYear, changedOn: dayIn(turn, year), changeReason: "障害者手帳の交付" }
      : thisYear,
    nextYear: nextYear(turn, thisYear),
  };
}

/** Some took another name since the sync, or had their 生年月日 put right. */
function marriage(turn: Turn, self: SelfAnswers): Partial<SelfAnswers> {
  if (at(turn, 58, [true])) return { lastName: "新婚", lastNameKana: "シンコン" };
  return at(turn, 59, [true]) ? { firstName: "改", firstNameKana: "アラタ", birthOn: dayIn(turn, 1980) } : {
    lastName: self.lastName,
  };
}

/** 世帯主 is always asked for; one in five has moved, and somebody lives abroad. */
function tellHome(turn: Turn, self: SelfAnswers): SelfYear {
  const { home, registered } = self.thisYear;
  const head = home.head === "" ? { head: fullName(self), relation: "本人" } : {};
  const moved = turn.draws.oneIn(5) || turn.place >= 58 ? drawAddress(turn.draws) : home.address;
  const here = { ...home, ...head, address: at(turn, 57, [FOREIGN_PLACES[0]!]) ?? moved };
  return { ...self.thisYear, home: here, registered: registered.address ? registered : here };
}

/** Places 0 to 12 hold a 手帳 each, next year one place later; so does who claims 所得金額調整控除 for that. */
function ownDisability(turn: Turn): Disability | null {
  const found = at(turn, 0, PROVEN) ?? at(turn, ADJUSTMENTS_FROM, PROVEN.slice(-1));
  return found ? proven(turn, found) : null;
}

/** Whose 障害者区分 the master knows shows a 手帳 now. */
function proveIt(turn: Turn, disability: Disability | null): Disability | null {
  if (!disability || disability.certificate) return disability;
  return proven(turn, PROVEN.find(({ kind }) => kind === disability.kind)!);
}

/** Places 13 to 17: 寡婦 and ひとり親 with each reason. */
const WIDOWS = [
  { widow: "single_parent", widowReason: "unmarried" },
  { widow: "single_parent", widowReason: "divorce" },
  { widow: "widow", widowReason: "bereavement" },
  { widow: "widow", widowReason: "missing" },
] as const;
export const WIDOWS_FROM = 13;

function widowOf(turn: Turn, year: SelfYear): Pick<SelfYear, "widow" | "widowReason"> {
  const found = at(turn, WIDOWS_FROM, WIDOWS);
  if (found || !isOver(turn)) return found ?? { widow: year.widow, widowReason: year.widowReason };
  return { widow: null, widowReason: null };
}

/** True where the tables make somebody 寡婦 or ひとり親: then there is no spouse. */
export function isAlone(turn: Turn): boolean {
  return at(turn, WIDOWS_FROM, WIDOWS) !== undefined;
}

/** Places 44 to 47 study and work; the others as the master says, with what they earn. */
function studentOf(turn: Turn, student: Student | null, year: number): Student | null {
  const incomes = at(turn, 44, [["salary"], ["business"], ["dividend"], ["salary", "property"]] as const);
  if (incomes) {
    return { school: "見本大学", enrolledOn: `${year - 2}-04-01`, income: 800_000, incomes: [...incomes] };
  }
  return student && { ...student, income: 750_000, incomes: ["salary"] };
}

/** Next year: some move on 1 January, study no longer, or have another 手帳. */
function nextYear(turn: Turn, thisYear: SelfYear): SelfYear {
  const { company: { year } } = turn;
  const moved = turn.draws.oneIn(6) || turn.place === 57;
  const home = turn.place === 56
    ? { address: FOREIGN_PLACES[1]!, head: "見本 主子", relation: "母" }
    : { ...thisYear.home, address: drawAddress(turn.draws) };
  const again = at(turn, 1, PROVEN);
  const student = at(turn, 48, [["salary"], ["business"], ["dividend"], ["property"]] as const);
  return {
    ...thisYear,
    ...(moved || turn.place === 56 ? { home, registered: home } : {}),
    disability: again ? proven(turn, again) : turn.place === 0 ? null : thisYear.disability,
    ...(at(turn, WIDOWS_FROM + 4, WIDOWS) ?? { widow: thisYear.widow, widowReason: thisYear.widowReason }),
    // The unmarried and the two 寡婦 of the table marry.
    ...([0, 2, 3].includes(turn.place - WIDOWS_FROM) ? { widow: null, widowReason: null } : {}),
    commonLaw: at(turn, 19, [true]) ?? thisYear.commonLaw,
    student: student
      ? { school: "サンプル大学", enrolledOn: `${year + 1}-04-01`, income: 700_000, incomes: [...student] }
      : turn.place === 44
      ? null
      : thisYear.student,
  };
}
