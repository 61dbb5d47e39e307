import { collected, LOAN, relative } from "../declaration/declaration_fixture.ts";
import type { Collected } from "../declaration/collected.ts";
import type { Declaration } from "../declaration/declaration.ts";
import { NO_INCOMES } from "../declaration/income.ts";
import type { Contract } from "../insurance.ts";
import { allBoxes, type Form, type FormContext } from "./mod.ts";

const HOME = { zip: "100-0001", prefecture: "東京都", city: "千代田区", street: "千代田1-1", building: "" };
const TOWN = {
  zip: "530-0001",
  prefecture: "大阪府",
  city: "大阪市北区",
  street: "梅田2-2",
  building: "201号",
};
/** For tests: two addresses that can be told apart, as text and stored. */
export const ADDRESSES = {
  home: { ...HOME, kana: "", country: "" },
  town: { ...TOWN, kana: "", country: "" },
  homeText: "〒100-0001 東京都千代田区千代田1-1",
  townText: "〒530-0001 大阪府大阪市北区梅田2-2 201号",
};

/** For tests: the adjustment of 令和8年 in a company with one 事業所. */
export const CONTEXT: FormContext = {
  year: 2026,
  printedAddress: "registered",
  company: {
    name: "株式会社八景",
    representative: "八景 一郎",
    representativeKana: "ハッケイ イチロウ",
    corporateNumber: "1234567890123",
  },
  establishment: { sourceId: "e1", name: "本社", taxOffice: "麹町", payerAddress: ADDRESSES.town },
};

/** For tests: a contract of a kind. */
export function contract(more: Partial<Contract>): Contract {
  return {
    id: "c",
    kind: "life",
    source: "self",
    company: "八景生命",
    type: "終身",
    period: "終身",
    holder: "山田 花子",
    beneficiary: "山田 次郎",
    relation: "夫",
    generation: null,
    quake: null,
    social: null,
    paymentStartsOn: null,
    amount: 50_000,
    policyNumber: "",
    editable: true,
    electronic: false,
    ...more,
  };
}

const spouse = relative("s", {
  isSpouse: true,
  relation: { name: "夫", preset: "husband", isChild: false },
  firstName: "次郎",
  firstNameKana: "ジロウ",
  birthOn: "1984-02-03",
  taxIncome: 500_000,
});

const RETIREMENT = {
  incomes: { ...NO_INCOMES, retirement: { revenue: 900_000, cost: 400_000 } },
  total: null,
};

/** For tests: somebody of whom every part of every form has something to say. */
export function everything(form: "old" | "new" | "from_2022" = "new"): Collected {
  const family = [
    spouse,
    relative("16", { firstName: "一", birthOn: "2008-05-05" }),
    relative("young", { firstName: "二", birthOn: "2020-05-05" }),
    relative("student", { firstName: "三", birthOn: "2006-05-05", taxIncome: 1_200_000 }),
    relative("retired", { firstName: "四", birthOn: "1960-05-05" }),
  ];
  return {
    ...collected(family, filled, 9_000_000),
    insurance: {
      v: 1,
      contracts: [
        contract({ id: "1", generation: "new" }),
        contract({ id: "2", generation: "old", amount: 30_000 }),
        contract({ id: "3", kind: "care" }),
        contract({ id: "4", kind: "pension", generation: "new", paymentStartsOn: "2050-01-01" }),
        contract({ id: "5", kind: "earthquake", quake: "earthquake" }),
        contract({ id: "6", kind: "social", social: "national_pension", type: "" }),
      ],
      dc: { amount: 12_000, editable: false },
      registered: [],
    },
    housingLoan: {
      ...LOAN,
      form,
      movedInOn: { old: "2017-04-01", new: "2019-04-01", from_2022: "2023-04-01" }[form],
      house: "new",
      energy: "certified",
      housePrice: 30_000_000,
      houseArea: 100,
      houseOwnArea: 100,
      houseOwnUse: form === "old" ? null : 100,
      lenders: [{ name: "八景銀行", purpose: 1, balance: 20_000_000, ownPart: null }],
    },
  };
}

function filled(declaration: Declaration): Declaration {
  const { self, spouse, family } = declaration;
  const [one, ...people] = family.people;
  const [two, three, four] = people;
  const residence = { address: ADDRESSES.home, head: "山田 花子", relation: "本人" };
  const town = { address: ADDRESSES.town, head: "山田 父", relation: "父" };
  return {
    ...declaration,
    self: {
      ...self,
      thisYear: { ...self.thisYear, home: residence, registered: town },
      nextYear: { ...self.nextYear, home: town, registered: residence },
    },
    spouse: { ...spouse, thisYear: true, nextYear: true },
    family: {
      people: [one!, two!, three!, { ...four!, thisYear: { ...four!.thisYear, income: RETIREMENT } }],
      shared: [{
        ...one!,
        id: "shared",
        living: "apart",
        address: ADDRESSES.town,
        disability: null,
        income: 0,
        earner: { name: "山田 次郎", relation: "夫", address: "東京都" },
      }],
    },
    income: {
      ...declaration.income,
      nextYear: declaration.income.thisYear,
      adjustment: { ground: "dependant_under_23", person: two!.id },
    },
    insurance: { ...declaration.insurance, claims: true, under23: true, under23Person: two!.id },
  };
}

/** For tests: the boxes by id. */
export function boxesById(form: Form): Record<string, string> {
  return Object.fromEntries(allBoxes(form).map(({ id, value }) => [id, value]));
}
