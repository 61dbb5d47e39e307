import type { Address } from "../address.ts";
import type { Baseline } from "../baseline.ts";
import type { FamilyMember } from "../family.ts";
import type { Profile } from "../profile.ts";
import type { Declaration } from "./declaration.ts";
import { type Disability, type DisabilityKind } from "./disability.ts";
import { MOST_YEN, TEXT_LIMITS, type TextLimit } from "./fields.ts";
import { NO_YEAR_INCOME } from "./income.ts";
import { idOfSource, MOST_PEOPLE, type Person, type PersonYear } from "./person.ts";
import type { SelfYear } from "./self.ts";

/**
 * What a declaration is before anybody answered: what the master said when the employee was taken in, for both years.
 * Nothing of it is stored until somebody edits or answers. A text of the master that is longer than a declaration holds
 * is cut; a 16th relative is left out.
 */
export function initialDeclaration({ self, family }: Pick<Baseline, "self" | "family">): Declaration {
  const year = selfYear(self);
  const spouse = family.find(({ isSpouse }) => isSpouse) ?? null;
  const married = spouse !== null || self.profile.hasSpouse === true ? true : self.profile.hasSpouse;
  return {
    v: 1,
    self: {
      ...namesOf(self),
      birthOn: dayOf(self.birthOn),
      gender: self.gender,
      thisYear: year,
      nextYear: year,
      leaving: null,
      endsHere: null,
    },
    previousJob: NO_PREVIOUS_JOB,
    spouse: { thisYear: married, nextYear: married, person: spouse && personOf(spouse) },
    family: {
      people: family.filter(({ isSpouse }) => !isSpouse).slice(0, MOST_PEOPLE).map(personOf),
      shared: [],
    },
    income: { thisYear: NO_YEAR_INCOME, nextYear: NO_YEAR_INCOME, adjustment: null },
    insurance: { claims: null, under23: null, under23Person: null, mutualAid: NO_MUTUAL_AID },
    housingLoan: { claim: null, electronic: false },
    pictures: [],
    answers: {},
    progress: [],
  };
}

/** Where nothing of 前職 is answered. */
export const NO_PREVIOUS_JOB: Declaration["previousJob"] = {
  otherEmployer: null,
  stillThere: null,
  payThere: null,
  submitsHere: null,
  submitsHereNextYear: null,
  leftEmployer: null,
  payBefore: null,
  slipAvailable: null,
  knowsConsequence: null,
  knowsNoAdjustment: null,
  jobs: [],
};

const NO_CONTRIBUTION = { amount: null, electronic: false };
const NO_MUTUAL_AID = {
  small_business: NO_CONTRIBUTION,
  individual: NO_CONTRIBUTION,
  disabled: NO_CONTRIBUTION,
};

function selfYear({ address, profile }: Baseline["self"]): SelfYear {
  return {
    home: {
      address: addressOf(address),
      head: cut(profile.addressHead, "title"),
      relation: cut(profile.addressRelation, "word"),
    },
    registered: {
      address: addressOf(profile.registeredAddress),
      head: cut(profile.registeredHead, "title"),
      relation: cut(profile.registeredRelation, "word"),
    },
    disability: disabilityOf(profile.disability),
    widow: profile.widow,
    widowReason: profile.widowReason,
    commonLaw: null,
    student: studentOf(profile),
    secondarySalary: null,
    changedOn: null,
    changeReason: "",
  };
}

/** 勤労学生 at the sync is also who has a 学校名 or 入学年月日 there (reference/screens.md §6.3). */
function studentOf({ workingStudent, school, enrolledOn }: Profile): SelfYear["student"] {
  if (!workingStudent && school === "" && enrolledOn === null) return null;
  return { school: cut(school, "title"), enrolledOn: dayOf(enrolledOn), income: null, incomes: [] };
}

function personOf(member: FamilyMember): Person {
  const { relation } = member;
  const year = personYear(member);
  return {
    id: idOfSource(member.sourceId),
    code: cut(member.code, "word"),
    relation: {
      name: cut(relation.name, "word"),
      preset: relation.preset && cut(relation.preset, "word"),
      isChild: relation.isChild,
    },
    ...namesOf(member),
    birthOn: dayOf(member.birthOn),
    gender: member.gender,
    ascendant: null,
    diedOn: null,
    thisYear: year,
    nextYear: year,
  };
}

function personYear(member: FamilyMember): PersonYear {
  const abroad = !member.livingTogether && (member.address?.country ?? "") !== "";
  return {
    living: member.livingTogether ? "together" : abroad ? "abroad" : "apart",
    address: addressOf(member.address),
    abroad: abroad
      ? {
        student: false,
        remittance: yenOf(member.remittance),
        relativePapers: false,
        remittancePapers: false,
      }
      : null,
    disability: disabilityOf(member.disability),
    support: supportOf(member.taxSupport),
    income: { incomes: null, total: yenOf(member.taxIncome) },
    qualifiedOn: dayOf(member.taxQualifiedOn),
    qualifiedReason: cut(member.taxQualifiedReason, "title"),
  };
}

/** 両年扶養する for who is supported there, 扶養しない else; null: 不明 (reference/csv-columns.md §3.2). */
function supportOf(support: FamilyMember["taxSupport"]): boolean | null {
  if (support === null || support === "unknown") return null;
  return support === "supported" || support === "special_spousal_exemption";
}

function disabilityOf(kind: DisabilityKind | null): Disability | null {
  return kind && { kind, certificate: null, detail: "", issuedOn: null };
}

function namesOf(one: Pick<FamilyMember, "lastName" | "firstName" | "lastNameKana" | "firstNameKana">) {
  return {
    lastName: cut(one.lastName, "name"),
    firstName: cut(one.firstName, "name"),
    lastNameKana: cut(one.lastNameKana, "name"),
    firstNameKana: cut(one.firstNameKana, "name"),
  };
}

function addressOf(address: Address | null): Address | null {
  return address && {
    zip: cut(address.zip, "word"),
    prefecture: cut(address.prefecture, "word"),
    city: cut(address.city, "line"),
    street: cut(address.street, "line"),
    building: cut(address.building, "line"),
    kana: cut(address.kana, "long"),
    country: cut(address.country, "word"),
  };
}

/** The beginning of a text that is too long, never half a character. */
function cut(text: string, limit: TextLimit): string {
  if (text.length <= TEXT_LIMITS[limit]) return text;
  return text.slice(0, TEXT_LIMITS[limit]).replace(/[\ud800-\udbff]$/, "");
}

/** YYYY-MM-DD, should the master ever say a time of day as well. */
function dayOf(date: string | null): string | null {
  return date && date.slice(0, 10);
}

function yenOf(amount: number | null): number | null {
  return amount === null ? null : Math.min(Math.max(Math.trunc(amount), 0), MOST_YEN);
}
