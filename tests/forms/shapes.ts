import type { Address } from "../../domain/address.ts";
import type { Collected } from "../../domain/declaration/collected.ts";
import type { Declaration } from "../../domain/declaration/declaration.ts";
import type { Disability } from "../../domain/declaration/disability.ts";
import {
  type Incomes,
  NO_INCOMES,
  NO_YEAR_INCOME,
  type YearIncome,
} from "../../domain/declaration/income.ts";
import { NO_PREVIOUS_JOB } from "../../domain/declaration/initial.ts";
import type { Person, PersonYear } from "../../domain/declaration/person.ts";
import type { Residence, SelfYear } from "../../domain/declaration/self.ts";
import { type HousingLoan, type HousingLoanInput, housingLoanSchema } from "../../domain/housing_loan.ts";
import type { Contract } from "../../domain/insurance.ts";

/*
 * Facts about people as a person writes them down for these tests: what is not said here was not declared.
 */

export const address = (
  zip: string,
  prefecture: string,
  city: string,
  street: string,
  building = "",
): Address => ({ zip, prefecture, city, street, building, kana: "", country: "" });

/** An address abroad, as the questionnaire stores it. */
export const abroadAt = (country: string, city: string, street: string): Address => ({
  ...address("", "", city, street),
  country,
});

export const living = (at: Address | null, head: string, relation: string): Residence => ({
  address: at,
  head,
  relation,
});

/** 姓, 名 and their ヨミガナ. */
export const named = (lastName: string, firstName: string, lastNameKana: string, firstNameKana: string) => ({
  lastName,
  firstName,
  lastNameKana,
  firstNameKana,
});

/** 給与収入 in yen, and what comes besides. */
export const wages = (salary: number, more: Partial<Incomes> = {}): YearIncome => ({
  incomes: { ...NO_INCOMES, salary, ...more },
  total: null,
});

/** 合計所得金額の見積額 in yen alone. */
export const estimate = (total: number): YearIncome => ({ incomes: null, total });

export const disabled = (
  kind: Disability["kind"],
  certificate: Disability["certificate"],
  issuedOn: string,
  detail = "",
): Disability => ({ kind, certificate, detail, issuedOn });

const PERSON_YEAR: PersonYear = {
  living: "together",
  address: null,
  abroad: null,
  disability: null,
  support: true,
  income: estimate(0),
  qualifiedOn: null,
  qualifiedReason: "",
};

/** Somebody of the family: what holds for both years, and where next year differs. */
export function kin(
  id: string,
  relation: string,
  naming: ReturnType<typeof named>,
  birthOn: string,
  both: Partial<PersonYear> = {},
  { next = {}, diedOn = null }: { next?: Partial<PersonYear>; diedOn?: string | null } = {},
): Person {
  const thisYear = { ...PERSON_YEAR, ...both };
  return {
    id,
    code: "",
    relation: { name: relation, preset: null, isChild: false },
    ...naming,
    birthOn,
    gender: null,
    ascendant: null,
    diedOn,
    thisYear,
    nextYear: { ...thisYear, ...next },
  };
}

const SELF_YEAR: SelfYear = {
  home: living(null, "", ""),
  registered: living(null, "", ""),
  disability: null,
  widow: null,
  widowReason: null,
  commonLaw: null,
  student: null,
  secondarySalary: null,
  changedOn: null,
  changeReason: "",
};

/** What an employee declares. */
export interface Facts extends ReturnType<typeof named> {
  birthOn: string;
  /** Of both years; what differs next year. */
  both: Partial<SelfYear>;
  next?: Partial<SelfYear>;
  income: YearIncome;
  incomeNext?: YearIncome;
  adjustment?: Declaration["income"]["adjustment"];
  /** Absent: none, in both years. */
  spouse?: Person;
  people?: Person[];
  shared?: Declaration["family"]["shared"];
  under23?: string;
  mutualAid?: Partial<Record<keyof Declaration["insurance"]["mutualAid"], number>>;
  contracts?: Contract[];
  /** 企業型年金加入者掛金. */
  corporate?: number;
  loan?: HousingLoan;
}

/** 収集情報 of an employee with these facts. */
export function collectedFrom(facts: Facts): Collected {
  const thisYear = { ...SELF_YEAR, ...facts.both };
  const { lastName, firstName, lastNameKana, firstNameKana, birthOn } = facts;
  const paid = (one: keyof NonNullable<Facts["mutualAid"]>) => ({
    amount: facts.mutualAid?.[one] ?? null,
    electronic: false,
  });
  return {
    declaration: {
      v: 1,
      self: {
        ...named(lastName, firstName, lastNameKana, firstNameKana),
        birthOn,
        gender: null,
        thisYear,
        nextYear: { ...thisYear, ...facts.next },
        leaving: false,
        endsHere: null,
      },
      previousJob: NO_PREVIOUS_JOB,
      spouse: {
        thisYear: facts.spouse !== undefined,
        nextYear: facts.spouse !== undefined,
        person: facts.spouse ?? null,
      },
      family: { people: facts.people ?? [], shared: facts.shared ?? [] },
      income: {
        thisYear: facts.income,
        nextYear: facts.incomeNext ?? NO_YEAR_INCOME,
        adjustment: facts.adjustment ?? null,
      },
      insurance: {
        claims: facts.contracts !== undefined,
        under23: facts.under23 === undefined ? null : true,
        under23Person: facts.under23 ?? null,
        mutualAid: {
          small_business: paid("small_business"),
          individual: paid("individual"),
          disabled: paid("disabled"),
        },
      },
      housingLoan: { claim: facts.loan ? "yes" : "no", electronic: false },
      pictures: [],
      answers: {},
      progress: [],
    },
    insurance: {
      v: 1,
      contracts: facts.contracts ?? [],
      dc: facts.corporate === undefined ? null : { amount: facts.corporate, editable: true },
      registered: [],
    },
    housingLoan: facts.loan ?? null,
  };
}

/** A contract that the employee entered. */
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

/** A housing loan about which only this is said. */
export const loan = (
  more:
    & Pick<HousingLoanInput, "form" | "movedInOn" | "acquisition" | "application">
    & Partial<HousingLoanInput>,
): HousingLoan =>
  housingLoanSchema.parse({
    v: 1,
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
