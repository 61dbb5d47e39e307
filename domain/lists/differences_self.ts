import type { Address } from "../address.ts";
import type { Declaration } from "../declaration/declaration.ts";
import type { Residence, SelfAnswers } from "../declaration/self.ts";
import { type DifferenceColumns, flag, orDash } from "./difference_list.ts";
import { familyChanges } from "./family_changes.ts";
import { masterDeclaration } from "./master_declaration.ts";
import { type Cell, day, disabilityKind, type Row, textOf, WIDOW_REASONS, WIDOWS, yesNo } from "./row.ts";
import { isMarried, spouseStanding } from "./spouse_standing.ts";

/** One of the 28 items of the employee (reference/screens.md §6.3). */
interface Item {
  header: string;
  read(declaration: Declaration): Cell;
  /** Says something else also where both read the same. */
  alsoDiffers?(row: Row): boolean;
}

const own = (header: string, read: (self: SelfAnswers) => Cell): Item => ({
  header,
  read: ({ self }) => read(self),
});

function residence(of: string, key: "home" | "registered"): Item[] {
  const said = (header: string, read: (residence: Residence) => Cell) =>
    own(header, ({ thisYear }) => read(thisYear[key]));
  const part = (word: string, name: keyof Address) =>
    said(`${of}（${word}）`, ({ address }) => address?.[name]);
  return [
    part("郵便番号", "zip"),
    part("都道府県", "prefecture"),
    part("市区町村", "city"),
    part("丁目・番地", "street"),
    part("建物名、部屋番号", "building"),
    part("ヨミガナ", "kana"),
    said(`${of}の世帯主`, ({ head }) => head),
    said(`${of}の世帯主の続柄`, ({ relation }) => relation),
  ];
}

/** The items under the ★ column that flags them. */
const GROUPS: readonly (readonly [flag: string, items: readonly Item[]])[] = [
  ["★名前変更の有無", [
    own("姓", (one) => one.lastName),
    own("名", (one) => one.firstName),
    own("姓（ヨミガナ）", (one) => one.lastNameKana),
    own("名（ヨミガナ）", (one) => one.firstNameKana),
  ]],
  ["★生年月日の差分有無", [own("生年月日", (one) => day(one.birthOn))]],
  ["★現住所変更の有無", residence("現住所", "home")],
  ["★住民票住所変更の有無", residence("住民票住所", "registered")],
  ["★勤労学生変更の有無", [
    own("勤労学生フラグ", ({ thisYear }) => thisYear.student !== null),
    own("勤労学生：学校名", ({ thisYear }) => thisYear.student?.school),
    own("勤労学生：入学年月日", ({ thisYear }) => day(thisYear.student?.enrolledOn)),
  ]],
  ["★障害者変更の有無", [own("障害者区分", ({ thisYear }) => disabilityKind(thisYear.disability))]],
  ["★寡婦・ひとり親変更の有無", [
    own("寡婦・ひとり親", ({ thisYear }) => thisYear.widow && WIDOWS[thisYear.widow]),
    own(
      "寡婦・ひとり親の理由",
      ({ thisYear }) => thisYear.widowReason && WIDOW_REASONS[thisYear.widowReason],
    ),
  ]],
  ["★配偶者の有無変更の有無", [{
    header: "配偶者の有無",
    read: ({ spouse }) => yesNo(isMarried(spouse)),
    // 有 without a record, and now claimed: reference/csv-columns.md §3.2.
    alsoDiffers(row) {
      const { before, claimChanged } = spouseStanding(row);
      return before === null && claimChanged;
    },
  }]],
];
const ITEMS = GROUPS.flatMap(([, items]) => items);

/** The employee beside what the master said: by item, in their order. */
export interface SelfDifference {
  now: readonly string[];
  before: readonly string[];
  differs: readonly boolean[];
  /** Something differs of them, of the family. */
  self: boolean;
  family: boolean;
}

/** What 今年の本人情報差分リスト says of an employee. */
export function selfDifference(row: Row): SelfDifference {
  const master = masterDeclaration(row);
  const now = ITEMS.map(({ read }) => textOf(read(row.declaration)));
  const before = ITEMS.map(({ read }) => textOf(read(master)));
  const differs = ITEMS.map(({ alsoDiffers }, i) => now[i] !== before[i] || (alsoDiffers?.(row) ?? false));
  return { now, before, differs, self: differs.includes(true), family: familyChanges(row).length > 0 };
}

const items = ITEMS.flatMap(({ header }, i): [string, DifferenceColumns<SelfDifference>[string]][] => [
  [header, ({ now }) => now[i]],
  [`変更前_${header}`, ({ before, differs }) => differs[i] ? orDash(before[i]!) : ""],
]);

const flags = GROUPS.map(([name, group]): [string, DifferenceColumns<SelfDifference>[string]] => {
  const places = group.map((item) => ITEMS.indexOf(item));
  return [name, ({ differs }) => flag(places.some((i) => differs[i]))];
});

/** The columns of 今年の本人情報差分リスト. */
export const SELF_DIFFERENCE: DifferenceColumns<SelfDifference> = {
  ...Object.fromEntries([...items, ...flags]),
  "★今年のマルフ": ({ self, family }) => !self && !family,
  "★本人情報の差分有無": ({ self }) => flag(self),
  "★扶養親族情報の差分有無": ({ family }) => flag(family),
};
