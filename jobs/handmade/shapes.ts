import type { Address } from "../../domain/address.ts";
import { newPerson } from "../../domain/answering/pages/person.ts";
import type { Disability } from "../../domain/declaration/disability.ts";
import type { Declaration } from "../../domain/declaration/declaration.ts";
import { NO_INCOMES, type YearIncome } from "../../domain/declaration/income.ts";
import type { Person, PersonYear } from "../../domain/declaration/person.ts";
import type { Picture } from "../../domain/declaration/picture.ts";
import type { PreviousJob } from "../../domain/declaration/previous_job.ts";
import type { MasterEmployee } from "../../domain/employee.ts";
import type { FamilyMember } from "../../domain/family.ts";
import { type HousingLoan, type HousingLoanInput, housingLoanSchema } from "../../domain/housing_loan.ts";
import type { Contract, Insurance } from "../../domain/insurance.ts";
import type { Profile } from "../../domain/profile.ts";
import type { Request, Review } from "../../domain/request.ts";

/** Somebody of the hand-made company: what the master said, then what was declared. */
export interface HandPerson {
  code: string;
  group: string;
  self: Partial<MasterEmployee>;
  profile?: Partial<Profile>;
  family?: FamilyMember[];
  request: Partial<Request>;
  /** Nothing is stored where nobody declared anything. */
  declared?(initial: Declaration): Declaration;
  insurance?: Partial<Insurance>;
  housingLoan?: HousingLoan;
  /** Whose 個人番号 is there: "" the employee's own, else 姓 and 名 of a relative. */
  numbered?: readonly string[];
}

/** 姓, 名 and their ヨミガナ, which many of these people do not have. */
export const named = (lastName: string, firstName: string, lastNameKana = "", firstNameKana = "") => ({
  lastName,
  firstName,
  lastNameKana,
  firstNameKana,
});

/** ms of a time of Tokyo, such as "2026-10-30T16:05". */
export const at = (text: string) => Date.parse(`${text}+09:00`);

/** 確認状況 that came about at one time only. */
export const review = (status: Review["status"], created: string, more: Partial<Review> = {}): Review => ({
  status,
  createdAt: at(created),
  updatedAt: null,
  returnedAt: null,
  doubleWaitingAt: null,
  checkedAt: null,
  beforeReturn: null,
  ...more,
});

const BARE: FamilyMember = {
  sourceId: "",
  code: "",
  relation: { name: "", preset: null, isChild: false },
  isSpouse: false,
  ...named("", ""),
  birthOn: null,
  gender: null,
  livingTogether: true,
  address: null,
  disability: null,
  socialSupport: null,
  taxSupport: null,
  taxIncome: null,
  taxQualifiedOn: null,
  taxQualifiedReason: "",
  remittance: null,
};
const WIFE = { name: "妻", preset: "wife", isChild: false };
const CHILD = { name: "子", preset: "child", isChild: true };

export const member = (sourceId: string, more: Partial<FamilyMember>): FamilyMember => ({
  ...BARE,
  ...more,
  sourceId,
});
export const wife = (more: Partial<FamilyMember>) =>
  member("w", { relation: WIFE, isSpouse: true, gender: "female", ...more });
export const child = (sourceId: string, more: Partial<FamilyMember>) =>
  member(sourceId, { relation: CHILD, ...more });

/** Somebody who was added in the questionnaire, the same in both years. */
export function added(
  id: string,
  { year, ...more }: Partial<Person> & { year: Partial<PersonYear> },
): Person {
  const blank = newPerson(id);
  const both = { ...blank.thisYear, ...year };
  return { ...blank, thisYear: both, nextYear: both, ...more };
}

export const salary = (yen: number): YearIncome => ({ incomes: { ...NO_INCOMES, salary: yen }, total: null });
export const total = (yen: number): YearIncome => ({ incomes: null, total: yen });

/** Declares incomes of the employee. */
export function earning(declaration: Declaration, thisYear: YearIncome, nextYear: YearIncome = total(0)) {
  return { ...declaration.income, thisYear, nextYear };
}

/** A person who is otherwise in a year. */
export const inYear = (
  person: Person,
  year: "thisYear" | "nextYear",
  change: Partial<PersonYear>,
): Person => ({ ...person, [year]: { ...person[year], ...change } });

export const disability = (
  kind: Disability["kind"],
  certificate: Disability["certificate"],
  issuedOn: string,
): Disability => ({ kind, certificate, detail: "", issuedOn });

export const home = (zip: string, prefecture: string, city: string, street: string): Address => ({
  zip,
  prefecture,
  city,
  street,
  building: "",
  kana: "",
  country: "",
});

export const contract = (id: string, kind: Contract["kind"], more: Partial<Contract>): Contract => ({
  id,
  kind,
  source: "self",
  company: "",
  type: "",
  period: "",
  holder: "",
  beneficiary: "",
  relation: "",
  generation: null,
  quake: null,
  social: null,
  paymentStartsOn: null,
  amount: null,
  policyNumber: "",
  editable: true,
  electronic: false,
  ...more,
});

export const job = (id: string, more: Partial<PreviousJob>): PreviousJob => ({
  id,
  slip: null,
  lastPaidOn: null,
  leftOn: null,
  paid: null,
  withheld: null,
  socialInsurance: null,
  mutualAid: null,
  zip: "",
  address: "",
  name: "",
  phone: "",
  ...more,
});

/** A picture of a 障害者手帳. */
export const picture = (id: string, subject: string, year: Picture["year"]): Picture => ({
  id,
  kind: "disability",
  subject,
  year,
  name: `${id}.png`,
  type: "image/png",
  size: 1,
  at: at("2026-10-05T16:00"),
});

/** A housing loan about which only this is said. */
export const loan = (more: Partial<HousingLoanInput>): HousingLoan =>
  housingLoanSchema.parse({
    v: 1,
    form: "old",
    movedInOn: null,
    acquisition: "none",
    application: "home",
    houseArea: null,
    landArea: null,
    houseOwnUse: null,
    landOwnUse: null,
    refinanced: false,
    jointDebtor: null,
    lenders: [],
    housePrice: null,
    landPrice: null,
    renovationCost: null,
    firstYearDeduction: null,
    ...more,
  });
