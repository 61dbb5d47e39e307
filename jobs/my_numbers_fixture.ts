import type { MasterEmployee } from "../domain/employee.ts";
import type { FamilyMember } from "../domain/family.ts";
import type { NumberHolder } from "../domain/my_number.ts";
import { commitChange } from "../kv/guarded.ts";
import { myNumberPagesOf } from "../kv/my_numbers/pages.ts";
import { myNumberStore } from "../kv/my_numbers/store.ts";
import { ADMIN, type Company, TENANT } from "./test_tools.ts";

/** A relative as the master holds them. */
export function relative(relation: string, lastName: string, firstName: string): FamilyMember {
  return {
    sourceId: `${relation}-${firstName}`,
    code: "",
    relation: { name: relation, preset: null, isChild: false },
    isSpouse: false,
    lastName,
    firstName,
    lastNameKana: "",
    firstNameKana: "",
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
}

/** Adds a person with a family to a group. */
export async function addFamily(
  { files, stores }: Company,
  group: string,
  master: MasterEmployee & { code: string },
  family: FamilyMember[] = [],
): Promise<void> {
  await commitChange(files.kv, files.committer, {
    guards: [stores.members.guard(group)],
    compute: () =>
      Promise.resolve(
        stores.members.add(`id-${master.code}`, { master, family, carried: null }, group, 1),
      ),
  });
}

/** 個人番号 of a company as its jobs reach them. */
export const numbersOf = ({ files }: Company) => myNumberStore(files, TENANT);

/** 個人番号 of a company as its pages reach them. */
export const numberPagesOf = ({ files }: Company) => myNumberPagesOf(files.kv, TENANT);

/** The year's numbers of an employee in the clear, as the writer of a form gets them: 続柄 姓 名 → number. */
export async function openedOf(c: Company, code: string): Promise<Record<string, string>> {
  const use = { job: "test", actor: ADMIN, purpose: "テスト" };
  const [numbers] = await numbersOf(c).openForForm(use, [{ id: `id-${code}`, code }]);
  return Object.fromEntries(numbers!.map(({ holder, number }) => [nameOf(holder), number]));
}

/** The imported numbers of an employee: which of these holders have one. */
export async function keptOf(c: Company, code: string, holders: NumberHolder[]): Promise<boolean[]> {
  const kept = await numbersOf(c).sealKept({ id: "any", code }, holders);
  return kept.map((one) => one !== null && one !== "damaged");
}

function nameOf({ relation, lastName, firstName }: NumberHolder): string {
  return [relation, lastName, firstName].filter((part) => part !== "").join(" ");
}
