import { fullName } from "../../domain/employee.ts";
import type { Profile } from "../../domain/profile.ts";
import type { SampleCompany } from "./companies.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { familyOf, spouseName } from "./family.ts";
import { type Household, householdOf, type Subject } from "./household.ts";
import { MALE_NAMES } from "./names.ts";
import { drawAddress } from "./places.ts";

const OLDEST_STUDENT = 25;
const SCHOOLS = ["見本大学", "サンプル工業専門学校", "架空大学大学院"] as const;

/** The rest of what the master says of person number `i`, in keeping with age and family. */
export function profileOf(company: SampleCompany, i: number, subject: Subject): Profile {
  const draws = drawsOf(company.seed ^ 0x9_80f1, i);
  const household = householdOf(company, i, subject);
  const spouse = household.married ? spouseName(familyOf(company, i, subject)) : null;
  const here = headOf(draws, subject, household, spouse);
  return {
    addressHead: here.name,
    addressRelation: here.relation,
    ...registeredOf(draws, subject, here),
    ...studentOf(draws, company.year, household.age),
    disability: draws.oneIn(25) ? "ordinary" : draws.oneIn(30) ? "special" : null,
    widow: household.widow,
    widowReason: household.widowReason,
    hasSpouse: draws.oneIn(30) ? null : household.married,
  };
}

/** 世帯主 with the 続柄 that they have to the employee; both "" where nothing is registered. */
interface Head {
  name: string;
  relation: string;
}

function headOf(draws: Draws, subject: Subject, { age, married }: Household, spouse: string | null): Head {
  if (draws.oneIn(30)) return { name: "", relation: "" };
  if (spouse !== null && (subject.gender === "female" ? !draws.oneIn(5) : draws.oneIn(15))) {
    return { name: spouse, relation: subject.gender === "female" ? "夫" : "妻" };
  }
  if (!married && age < 32 && draws.oneIn(2)) return fatherOf(draws, subject);
  return { name: fullName(subject), relation: "本人" };
}

function fatherOf(draws: Draws, { lastName }: Subject): Head {
  return { name: fullName({ lastName, firstName: draws.pick(MALE_NAMES)[0] }), relation: "父" };
}

/** 住民票住所: mostly not told or the same; one in five is still registered with the parents. */
function registeredOf(draws: Draws, subject: Subject, here: Head) {
  const kind = draws.int(5);
  if (kind < 2) return { registeredAddress: null, registeredHead: "", registeredRelation: "" };
  const elsewhere = kind === 4;
  const head = elsewhere ? fatherOf(draws, subject) : here;
  return {
    registeredAddress: elsewhere ? drawAddress(draws) : subject.address,
    registeredHead: head.name,
    registeredRelation: head.relation,
  };
}

function studentOf(draws: Draws, year: number, age: number) {
  const nothing = { school: "", enrolledOn: null };
  if (draws.oneIn(8)) return { workingStudent: null, ...nothing };
  if (age > OLDEST_STUDENT || draws.oneIn(2)) return { workingStudent: false, ...nothing };
  const enrolledOn = `${year - Math.min(3, age - 18)}-04-01`;
  return { workingStudent: true, school: draws.pick(SCHOOLS), enrolledOn };
}
