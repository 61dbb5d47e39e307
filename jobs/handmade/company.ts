import { initialDeclaration } from "../../domain/declaration/initial.ts";
import { NO_INSURANCE } from "../../domain/insurance.ts";
import { OWN } from "../../domain/my_number.ts";
import { EMPTY_PROFILE } from "../../domain/profile.ts";
import { set } from "../../kv/commit.ts";
import { commitChange } from "../../kv/guarded.ts";
import { accountKeys } from "../../kv/keys.ts";
import { testMaster } from "../../kv/test_year.ts";
import { numbersOf } from "../my_numbers_fixture.ts";
import { type Company, openCompany, TENANT } from "../test_tools.ts";
import { DECLARERS } from "./declarers.ts";
import { HEAD_OFFICE } from "./head_office.ts";
import { at, type HandPerson } from "./shapes.ts";
import { SHOP_PEOPLE } from "./shop.ts";

/** 差分確認用基準日時 of everybody here. */
const TAKEN_AT = at("2026-10-05T11:35");
/** A 個人番号 that stands in no file. */
export const CANARY = "123456789018";
/** 本社, and 店舗, which is newer. */
export const GROUPS: Readonly<Record<string, string>> = { 本社: "01A", 店舗: "01B" };

/** The hand-made company: twelve people in two groups, entered through the stores as a sync and answers leave them. */
export async function handmadeCompany(): Promise<Company> {
  const c = await openCompany();
  await c.committer.commit({ checks: [], mutations: [set(accountKeys.tenant(TENANT.id), TENANT)] });
  for (const [name, id] of Object.entries(GROUPS)) await c.group(id, name);
  for (const person of [...SHOP_PEOPLE, ...DECLARERS, ...HEAD_OFFICE]) await enter(c, person);
  return c;
}

async function enter(c: Company, person: HandPerson): Promise<void> {
  const { code, self, profile, family = [] } = person;
  const { members } = c.stores;
  const group = GROUPS[person.group]!;
  const master = testMaster(code, { ...self, profile: { ...EMPTY_PROFILE, ...profile } });
  const change = (compute: Parameters<typeof commitChange>[2]["compute"]) =>
    commitChange(c.files.kv, c.committer, { guards: [members.guard(group)], compute });
  const newcomer = { master, family, carried: null };
  await change(() => Promise.resolve(members.add(`id-${code}`, newcomer, group, TAKEN_AT)));
  await change(async () => {
    const [member] = await members.byCodes([code]);
    const { declarations, insurance, housingLoans } = c.stores;
    const initial = initialDeclaration({ self: master, family });
    return [
      ...members.putRequest(member!, { ...member!.request!, ...person.request }, []),
      ...(person.declared ? declarations.put(member!, person.declared(initial)) : []),
      ...(person.insurance ? insurance.put(member!, { ...NO_INSURANCE, ...person.insurance }) : []),
      ...(person.housingLoan ? housingLoans.put(member!, person.housingLoan) : []),
      ...(person.numbered ? numbersOf(c).put(member!, await numbersOfPerson(c, person)) : []),
    ];
  });
}

/** Seals a 個人番号 of each: "" is the employee's own. */
function numbersOfPerson(c: Company, { code, numbered = [] }: HandPerson) {
  const given = numbered.map((name) => {
    const [lastName = "", firstName = ""] = name.split(" ");
    return { holder: name === "" ? OWN : { relation: "妻", lastName, firstName }, number: CANARY };
  });
  return numbersOf(c).seal(`id-${code}`, given);
}
