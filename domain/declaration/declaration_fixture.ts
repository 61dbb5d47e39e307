import fc from "fast-check";
import { EMPTY_PROFILE } from "../profile.ts";
import type { FamilyMember } from "../family.ts";
import { type HousingLoan, housingLoanSchema } from "../housing_loan.ts";
import { NO_INSURANCE } from "../insurance.ts";
import type { Collected } from "./collected.ts";
import type { Declaration } from "./declaration.ts";
import { NO_INCOMES } from "./income.ts";
import { initialDeclaration } from "./initial.ts";
import type { Person } from "./person.ts";

/** For tests: somebody of the master, as a baseline holds them. */
export const MASTER = {
  sourceId: "crew-1",
  code: "000001",
  lastName: "山田",
  firstName: "花子",
  lastNameKana: "ヤマダ",
  firstNameKana: "ハナコ",
  birthOn: "1985-04-01",
  gender: "female" as const,
  department: null,
  employmentType: null,
  employmentPreset: null,
  establishment: null,
  status: "employed" as const,
  resignedOn: null,
  address: null,
  account: { email: null },
  profile: EMPTY_PROFILE,
};

/** For tests: a housing loan about which little is said. */
export const LOAN: HousingLoan = housingLoanSchema.parse({
  v: 1,
  form: "new",
  movedInOn: "2019-04-01",
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
});

/** For tests: a relative of the master. */
export function relative(sourceId: string, more: Partial<FamilyMember> = {}): FamilyMember {
  return {
    sourceId,
    code: "",
    relation: { name: "長男", preset: "first_son", isChild: true },
    isSpouse: false,
    lastName: "山田",
    firstName: "太郎",
    lastNameKana: "ヤマダ",
    firstNameKana: "タロウ",
    birthOn: "2015-05-05",
    gender: "male",
    livingTogether: true,
    address: null,
    disability: null,
    socialSupport: "supported",
    taxSupport: "supported",
    taxIncome: 0,
    taxQualifiedOn: null,
    taxQualifiedReason: "",
    remittance: null,
    ...more,
  };
}

/** For tests: what is collected of somebody with this family, who earns `salary` yen; `change` edits the declaration. */
export function collected(
  family: FamilyMember[] = [],
  change: (declaration: Declaration) => Declaration = (one) => one,
  salary = 5_000_000,
): Collected {
  const initial = initialDeclaration({ self: MASTER, family });
  const thisYear = { incomes: { ...NO_INCOMES, salary }, total: null };
  return {
    declaration: change({ ...initial, income: { ...initial.income, thisYear } }),
    insurance: NO_INSURANCE,
    housingLoan: null,
  };
}

/** For tests: a declaration with another first relative. */
export function withPerson(declaration: Declaration, change: (person: Person) => Person): Declaration {
  const [first, ...rest] = declaration.family.people;
  return { ...declaration, family: { ...declaration.family, people: [change(first!), ...rest] } };
}

/** Japanese and other characters that take two bytes in a stored string. */
export const anyText = (max: number) =>
  fc.string({ unit: fc.constantFrom("漢", "あ", "ｱ", "a", "　", "-"), maxLength: max });
