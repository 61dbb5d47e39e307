import type { Address } from "../../domain/address.ts";
import type { Profile } from "../../domain/profile.ts";
import type { SampleCompany } from "./companies.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { type RelationName, relationOf } from "./relations.ts";

/** What a household follows from. */
export interface Subject {
  lastName: string;
  firstName: string;
  lastNameKana: string;
  gender: "female" | "male";
  /** YYYY-MM-DD. */
  birthOn: string;
  address: Address;
}

/** A relative before name and details are drawn. `age` is that of the year's end. */
export interface Kin {
  relation: RelationName;
  age: number;
}

/** Who lives with, or off, a sample person, and what that makes of them. */
export interface Household {
  age: number;
  married: boolean;
  widow: Profile["widow"];
  widowReason: Profile["widowReason"];
  /** Five at most: the spouse, children by age, then the others. */
  kin: Kin[];
}

const MOST_KIN = 5;
const REASONS = ["divorce", "bereavement", "missing", "unmarried"] as const;
type Former = typeof REASONS[number];

/** A child of this age or younger lives off the parent. */
export const OLDEST_DEPENDENT_CHILD = 22;

/** The household of person number `i`: draws of its own, so that the person stays as they are. */
export function householdOf(company: SampleCompany, i: number, { gender, birthOn }: Subject): Household {
  const draws = drawsOf(company.seed ^ 0x40_5e, i);
  const age = company.year - Number(birthOn.slice(0, 4));
  const married = age >= 20 && draws.int(12) < (age < 26 ? 2 : age < 40 ? 6 : 8);
  const former = !married && age >= 26 && draws.int(5) < 3 ? draws.pick(REASONS) : null;
  const children = childrenOf(draws, age, married, former);
  const others = othersOf(draws, age, married);
  const spouse = married ? [spouseOf(draws, gender, age)] : [];
  const kin = [...spouse, ...children, ...others].slice(0, MOST_KIN);
  return { age, married, kin, ...widowOf(gender, former, kin) };
}

function spouseOf(draws: Draws, gender: Subject["gender"], age: number): Kin {
  return { relation: gender === "male" ? "妻" : "夫", age: Math.max(20, age - 4 + draws.int(9)) };
}

/** The eldest first; whoever never married has a child, or would have no reason to be told of. */
function childrenOf(draws: Draws, age: number, married: boolean, former: Former | null): Kin[] {
  const count = married ? draws.int(4) : former === "unmarried" ? 1 : former ? draws.int(3) : 0;
  const eldest = age - 24 - draws.int(10);
  const ages = Array.from({ length: count }, (_, n) => eldest - 2 * n - draws.int(2));
  const sexes = ages.map(() => draws.oneIn(2) ? "男" as const : "女" as const);
  return ages.flatMap((childAge, n) =>
    childAge < 0 ? [] : [{ relation: childName(sexes, n), age: childAge }]
  );
}

function childName(sexes: readonly ("男" | "女")[], n: number): RelationName {
  const before = sexes.slice(0, n).filter((sex) => sex === sexes[n]).length;
  if (before > 1) return "子";
  return `${before === 0 ? "長" : "次"}${sexes[n]!}`;
}

/** Parents and others whom the person supports, or has registered without supporting them. */
function othersOf(draws: Draws, age: number, married: boolean): Kin[] {
  const older = (years: number) => age + years + draws.int(10);
  const found: (Kin | null)[] = [
    draws.oneIn(5) ? { relation: "母", age: older(21) } : null,
    draws.oneIn(9) ? { relation: "父", age: older(23) } : null,
    draws.oneIn(25) && age < 40 ? { relation: "祖母", age: older(46) } : null,
    draws.oneIn(25) && age > 20 ? { relation: "弟", age: age - 1 - draws.int(6) } : null,
    draws.oneIn(18) && married ? { relation: "義母", age: older(20) } : null,
  ];
  return found.filter((kin) => kin !== null && kin.age < 100) as Kin[];
}

/** ひとり親 has a child to support; a divorced 寡婦 somebody else, a bereaved one nobody needs. */
function widowOf(
  gender: Subject["gender"],
  former: Former | null,
  kin: readonly Kin[],
): Pick<Household, "widow" | "widowReason"> {
  const child = kin.some(({ relation, age }) =>
    relationOf(relation).isChild && age <= OLDEST_DEPENDENT_CHILD
  );
  if (former && child) return { widow: "single_parent", widowReason: former };
  const parent = kin.some(({ relation }) => relation === "母" || relation === "父");
  const widow = gender === "female" && former !== null && former !== "unmarried" &&
    (former !== "divorce" || parent);
  return widow ? { widow: "widow", widowReason: former } : { widow: null, widowReason: null };
}
