import { fullName } from "../../domain/employee.ts";
import type { FamilyMember } from "../../domain/family.ts";
import type { SampleCompany } from "./companies.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { householdOf, type Kin, OLDEST_DEPENDENT_CHILD, type Subject } from "./household.ts";
import { FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES } from "./names.ts";
import { drawAddress, FOREIGN_PLACES } from "./places.ts";
import { type RelationName, relationOf } from "./relations.ts";

const MALE: readonly RelationName[] = ["夫", "父", "長男", "次男", "弟"];
/** Who may live abroad. */
const TRAVELLERS: readonly RelationName[] = ["父", "母", "弟", "長男", "長女", "次女", "次男"];
const STUDENT_AGE = 19;

/** 年間所得見積額 up to which somebody is supported for tax: 58万円 (令和7年分以後). */
const SUPPORTED_INCOME = 580_000;
/** Up to which 配偶者特別控除 is granted. */
const SPECIAL_INCOME = 1_330_000;

/** The family of person number `i`: none to five relatives, the same every time. */
export function familyOf(company: SampleCompany, i: number, subject: Subject): FamilyMember[] {
  const { kin } = householdOf(company, i, subject);
  const draws = drawsOf(company.seed ^ 0xfa_411, i);
  const coded = draws.oneIn(2);
  return kin.map((one, n) => ({
    sourceId: `${company.tenant}-family-${i + 1}-${n + 1}`,
    code: coded ? String(n + 1) : "",
    ...relativeOf(company, subject, one, draws),
  }));
}

function relativeOf(
  company: SampleCompany,
  subject: Subject,
  { relation, age }: Kin,
  draws: Draws,
): Omit<FamilyMember, "sourceId" | "code"> {
  const isSpouse = relation === "妻" || relation === "夫";
  const male = MALE.includes(relation) || (relation === "子" && draws.oneIn(2));
  const [firstName, firstNameKana] = draws.pick(male ? MALE_NAMES : FEMALE_NAMES);
  const birthOn = draws.oneIn(60) ? null : dateIn(draws, company.year - age);
  return {
    relation: relationOf(relation),
    isSpouse,
    ...surnameOf(subject, relation, draws),
    firstName,
    firstNameKana,
    birthOn,
    gender: draws.oneIn(50) ? null : male ? "male" : "female",
    ...livingOf(draws, subject, relation, age),
    ...(isSpouse
      ? spouseSupport(draws, company.year)
      : kinSupport(draws, company.year, relation, age, birthOn)),
  };
}

/** 義母 has a name of her own. */
function surnameOf({ lastName, lastNameKana }: Subject, relation: RelationName, draws: Draws) {
  if (relation !== "義母") return { lastName, lastNameKana };
  const [name, kana] = draws.pick(FAMILY_NAMES);
  return { lastName: name, lastNameKana: kana };
}

type Living = Pick<FamilyMember, "livingTogether" | "address" | "disability" | "remittance">;

/** 同居・別居, the address of who lives apart, 送金 to who lives abroad, 障害者区分. */
function livingOf(draws: Draws, subject: Subject, relation: RelationName, age: number): Living {
  const abroad = draws.oneIn(18) && TRAVELLERS.includes(relation) && age >= STUDENT_AGE;
  const apart = abroad || draws.int(12) < apartOf(relation, age);
  const impaired = draws.int(20);
  const special = apart ? "special" as const : "special_living_together" as const;
  return {
    livingTogether: !apart,
    address: abroad ? draws.pick(FOREIGN_PLACES) : apart ? drawAddress(draws) : null,
    disability: impaired === 0 ? special : impaired === 1 ? "ordinary" : null,
    remittance: abroad && subject.address.country === "" ? 100_000 * (3 + draws.int(5)) : null,
  };
}

/** How many of twelve such relatives live apart. */
function apartOf(relation: RelationName, age: number): number {
  if (relation === "妻" || relation === "夫") return 1;
  if (["父", "母", "祖母", "弟", "義母"].includes(relation)) return 6;
  return age >= STUDENT_AGE ? 4 : 0;
}

type Support = Pick<
  FamilyMember,
  "socialSupport" | "taxSupport" | "taxIncome" | "taxQualifiedOn" | "taxQualifiedReason"
>;

const NOT_QUALIFIED = { taxQualifiedOn: null, taxQualifiedReason: "" };

function spouseSupport(draws: Draws, year: number): Support {
  const taxIncome = draws.pick([0, 0, 450_000, 550_000, 900_000, 1_200_000, 2_800_000, 4_100_000]);
  const wed = draws.oneIn(6)
    ? { taxQualifiedOn: dateIn(draws, year - draws.int(2)), taxQualifiedReason: "婚姻" }
    : NOT_QUALIFIED;
  if (taxIncome > SPECIAL_INCOME) {
    return { socialSupport: "unsupported", taxSupport: "unsupported", taxIncome, ...NOT_QUALIFIED };
  }
  const socialSupport = draws.oneIn(12) ? null : "supported";
  if (taxIncome > SUPPORTED_INCOME) {
    return { socialSupport, taxSupport: "special_spousal_exemption", taxIncome, ...wed };
  }
  // 同一生計配偶者 of somebody who earns too much for the deduction.
  if (draws.oneIn(12)) {
    return { socialSupport, taxSupport: "unsupported_same_living_spouse", taxIncome, ...NOT_QUALIFIED };
  }
  return { socialSupport, taxSupport: "supported", taxIncome, ...wed };
}

function kinSupport(
  draws: Draws,
  year: number,
  relation: RelationName,
  age: number,
  birthOn: string | null,
): Support {
  if (draws.oneIn(25)) {
    const taxSupport = draws.oneIn(2) ? "unknown" : null;
    return { socialSupport: "unknown", taxSupport, taxIncome: null, ...NOT_QUALIFIED };
  }
  const isChild = relationOf(relation).isChild;
  if (isChild ? age > OLDEST_DEPENDENT_CHILD : draws.int(3) === 0) {
    const taxIncome = draws.oneIn(2) ? null : 2_400_000;
    return { socialSupport: "unsupported", taxSupport: "unsupported", taxIncome, ...NOT_QUALIFIED };
  }
  const taxIncome = isChild && age < 15 ? 0 : draws.pick([0, 0, 300_000, 480_000]);
  // 健康保険 of one's own from 75 on.
  const socialSupport = age >= 75 ? "unsupported" : "supported";
  if (isChild) {
    return { socialSupport, taxSupport: "supported", taxIncome, ...since(birthOn, "出生") };
  }
  const retired = draws.oneIn(3) ? dateIn(draws, year - draws.int(4)) : null;
  return { socialSupport, taxSupport: "supported", taxIncome, ...since(retired, "退職・失業") };
}

function since(day: string | null, reason: string) {
  return day === null ? NOT_QUALIFIED : { taxQualifiedOn: day, taxQualifiedReason: reason };
}

function dateIn(draws: Draws, year: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(1 + draws.int(12))}-${two(1 + draws.int(28))}`;
}

/** 氏名 of the spouse, or null: who may be 世帯主. */
export function spouseName(family: readonly FamilyMember[]): string | null {
  const spouse = family.find(({ isSpouse }) => isSpouse);
  return spouse ? fullName(spouse) : null;
}
