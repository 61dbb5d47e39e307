import type { Person, PersonYear } from "../declaration/person.ts";
import { fullName } from "../employee.ts";
import { holderOf, type NumberHolder } from "../my_number.ts";
import { type Box, numberBox, textBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { addressText, changeText, dayText } from "./values.ts";

/** Somebody as forms name them. */
export interface Named {
  lastName: string;
  firstName: string;
  lastNameKana: string;
  firstNameKana: string;
  birthOn: string | null;
}

/** フリガナ, 氏名, 個人番号 and 生年月日; null: the form names nobody there. `holder`: whose number may be printed. */
export function namingBoxes(person: Named | null, holder: NumberHolder | null): Box[] {
  const kana = person && fullName({ lastName: person.lastNameKana, firstName: person.firstNameKana });
  return [
    textBox("kana", "フリガナ", kana),
    textBox("name", "氏名", person && fullName(person)),
    numberBox(person !== null, holder),
    textBox("birth", "生年月日", person && dayText(person.birthOn)),
  ];
}

/** `namingBoxes` of a spouse or relative of the employee's own. */
export function familyBoxes(person: Person | null): Box[] {
  return namingBoxes(person, person && relativeHolder(person));
}

/** Whose number that of a spouse or relative is. */
export function relativeHolder({ relation, lastName, firstName }: Person): NumberHolder {
  return holderOf({ relation: relation.name, lastName, firstName });
}

/** Where somebody of the family lives: who lives together with the employee, where the form says the employee does. */
export function homeText(
  { living, address }: Pick<PersonYear, "living" | "address">,
  { residence }: Pick<Filling, "residence">,
): string {
  return addressText(living === "together" ? residence.address : address);
}

/** 生計を一にする事実: what is sent to a 非居住者 in the year. */
export function remittanceText({ abroad }: Pick<PersonYear, "abroad">): string {
  const yen = abroad?.remittance ?? null;
  return yen === null ? "" : `送金額 ${yen.toLocaleString("ja-JP")}円`;
}

/** 異動月日及び事由 of a spouse or relative in a year. */
export function personChange({ diedOn }: Person, { qualifiedOn, qualifiedReason }: PersonYear): string {
  return changeText([[qualifiedOn, qualifiedReason], [diedOn, diedOn === null ? "" : "死亡"]]);
}

/** What a row about somebody is called. */
export function rowTitle(n: number, person: Named): string {
  return `${n + 1}人目 ${fullName(person)}`;
}
