import type { Address } from "../address.ts";
import { DISABILITY_LABELS, type DisabilityKind } from "../declaration/disability.ts";
import type { Living, Person } from "../declaration/person.ts";
import { twoLivings } from "./people.ts";
import { type Cell, day, gender, textOf } from "./row.ts";

/** A relative as 今年の扶養親族差分リスト tells them: of the declaration, or as the master had them. */
export interface Relative extends
  Pick<
    Person,
    | "code"
    | "relation"
    | "gender"
    | "lastName"
    | "firstName"
    | "lastNameKana"
    | "firstNameKana"
    | "birthOn"
  > {
  living: Living;
  address: Address | null;
  disability: DisabilityKind | null;
  /** 税法上の被扶養者, as its column has it. */
  support: Cell;
  /** 年間所得見積額, yen; null: not known. */
  income: number | null;
}

/** One of the items that are compared (reference/screens.md §6.3), without 税法上の被扶養者. */
export interface RelativeItem {
  /** Its header behind 被扶養者. */
  header: string;
  read(one: Relative): Cell;
  isAddress: boolean;
}

const item = (header: string, read: RelativeItem["read"]): RelativeItem => ({
  header,
  read,
  isAddress: false,
});
const address = (word: string, part: keyof Address): RelativeItem => ({
  header: `住所（${word}）`,
  read: (one) => one.address?.[part],
  isAddress: true,
});

export const RELATIVE_ITEMS: readonly RelativeItem[] = [
  item("続柄", (one) => one.relation.name),
  item("性別", (one) => gender(one.gender)),
  item("姓", (one) => one.lastName),
  item("名", (one) => one.firstName),
  item("姓（ヨミガナ）", (one) => one.lastNameKana),
  item("名（ヨミガナ）", (one) => one.firstNameKana),
  item("生年月日", (one) => day(one.birthOn)),
  item("同居・別居の別", (one) => twoLivings(one.living)),
  address("郵便番号", "zip"),
  address("都道府県", "prefecture"),
  address("市区町村", "city"),
  address("丁目・番地", "street"),
  address("建物名・部屋番号", "building"),
  address("ヨミガナ", "kana"),
  item("障害者区分", (one) => one.disability && DISABILITY_LABELS[one.disability]),
];

/** True where the item says something else. Nobody is asked for the address of who lives with them: it is none. */
export function differs({ read, isAddress }: RelativeItem, now: Relative, before: Relative): boolean {
  if (isAddress && now.living === "together" && before.living === "together") return false;
  return textOf(read(now)) !== textOf(read(before));
}
