import type { Collected } from "../declaration/collected.ts";
import { initialDeclaration } from "../declaration/initial.ts";
import type { MasterEmployee } from "../employee.ts";
import { NO_INSURANCE } from "../insurance.ts";
import type { RelationEntry } from "../master.ts";
import { EMPTY_PROFILE } from "../profile.ts";
import type { Asking } from "./page.ts";
import { newPerson } from "./pages/person.ts";

/** 続柄 of a small company. For tests. */
export const RELATIONS: RelationEntry[] = [
  { sourceId: "r1", name: "妻", preset: "wife", isChild: false },
  { sourceId: "r2", name: "夫", preset: "husband", isChild: false },
  { sourceId: "r3", name: "長男", preset: "first_son", isChild: true },
  { sourceId: "r4", name: "義母", preset: null, isChild: false },
];

const ADDRESS = {
  zip: "100-0001",
  prefecture: "東京都",
  city: "千代田区",
  street: "千代田1-1",
  building: "",
  kana: "",
  country: "",
};

/** Of somebody with a child, as the master gives it: nobody has answered anything. For tests. */
export function sampleCollected(): Collected {
  const declaration = initialDeclaration({
    self: {
      lastName: "山田",
      firstName: "花子",
      lastNameKana: "ヤマダ",
      firstNameKana: "ハナコ",
      birthOn: "1990-04-01",
      gender: "female",
      address: ADDRESS,
      profile: { ...EMPTY_PROFILE, addressHead: "山田 花子", addressRelation: "本人" },
    } as MasterEmployee,
    family: [],
  });
  const child = { ...newPerson("child"), lastName: "山田", firstName: "一郎", birthOn: "2012-05-05" };
  return {
    declaration: { ...declaration, family: { ...declaration.family, people: [child] } },
    insurance: NO_INSURANCE,
    housingLoan: null,
  };
}

/** What the questionnaire asks about them. For tests. */
export function sampleAsking(change: (collected: Collected) => Collected = (same) => same): Asking {
  return { year: 2026, relations: RELATIONS, collected: change(sampleCollected()) };
}
