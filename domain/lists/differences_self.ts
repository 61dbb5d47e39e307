import type { Address } from "../address.ts";
import { REVIEW_STATUS_LABELS } from "../request.ts";
import { DISABILITY_LABELS } from "../declaration/disability.ts";
import { HEAD } from "./difference_head.ts";
import { familyChanges } from "./differences_family.ts";
import {
  type Cell,
  type Columns,
  day,
  disabilityKind,
  type Reader,
  type Row,
  textOf,
  WIDOW_REASONS,
  WIDOWS,
  yesNo,
} from "./row.ts";

/** An item of the employee: how it is now, and how the master had it. */
interface Item {
  header: string;
  now: (row: Row) => Cell;
  before: (row: Row) => Cell;
}

const item = (header: string, now: Item["now"], before: Item["before"]): Item => ({ header, now, before });
const isChanged = (items: readonly Item[]) => (row: Row) =>
  items.some(({ now, before }) => textOf(now(row)) !== textOf(before(row)));
const flag = (items: readonly Item[]): Reader => (row) => isChanged(items)(row) ? "差分あり" : "";

function addressItems(p: "現住所" | "住民票住所", key: "home" | "registered"): Item[] {
  const before = ({ baseline: { self } }: Row): Address | null =>
    key === "home" ? self.address : self.profile.registeredAddress;
  const parts = {
    郵便番号: "zip",
    都道府県: "prefecture",
    市区町村: "city",
    "丁目・番地": "street",
    "建物名、部屋番号": "building",
    ヨミガナ: "kana",
  } as const;
  const profile = ({ baseline }: Row) => baseline.self.profile;
  return [
    ...Object.entries(parts).map(([word, part]) =>
      item(
        `${p}（${word}）`,
        (row) => row.declaration.self.thisYear[key].address?.[part],
        (row) => before(row)?.[part],
      )
    ),
    item(
      `${p}の世帯主`,
      (row) => row.declaration.self.thisYear[key].head,
      (row) => key === "home" ? profile(row).addressHead : profile(row).registeredHead,
    ),
    item(
      `${p}の世帯主の続柄`,
      (row) => row.declaration.self.thisYear[key].relation,
      (row) => key === "home" ? profile(row).addressRelation : profile(row).registeredRelation,
    ),
  ];
}

const now = (cell: (row: Row["declaration"]["self"]) => Cell) => (row: Row) => cell(row.declaration.self);
const then = (cell: (self: Row["baseline"]["self"]) => Cell) => (row: Row) => cell(row.baseline.self);

/** The groups of items with the flag of each. */
const GROUPS: readonly (readonly [flag: string, items: readonly Item[]])[] = [
  ["★名前変更の有無", [
    item("姓", now((one) => one.lastName), then((one) => one.lastName)),
    item("名", now((one) => one.firstName), then((one) => one.firstName)),
    item("姓（ヨミガナ）", now((one) => one.lastNameKana), then((one) => one.lastNameKana)),
    item("名（ヨミガナ）", now((one) => one.firstNameKana), then((one) => one.firstNameKana)),
  ]],
  ["★生年月日の差分有無", [
    item("生年月日", now((one) => day(one.birthOn)), then((one) => day(one.birthOn))),
  ]],
  ["★現住所変更の有無", addressItems("現住所", "home")],
  ["★住民票住所変更の有無", addressItems("住民票住所", "registered")],
  ["★勤労学生変更の有無", [
    item(
      "勤労学生フラグ",
      now((one) => one.thisYear.student !== null),
      then(({ profile }) =>
        profile.workingStudent === true || profile.school !== "" || profile.enrolledOn !== null
      ),
    ),
    item("勤労学生：学校名", now((one) => one.thisYear.student?.school), then((one) => one.profile.school)),
    item(
      "勤労学生：入学年月日",
      now((one) => day(one.thisYear.student?.enrolledOn)),
      then((one) => day(one.profile.enrolledOn)),
    ),
  ]],
  ["★障害者変更の有無", [
    item(
      "障害者区分",
      now((one) => disabilityKind(one.thisYear.disability)),
      then(({ profile }) => profile.disability && DISABILITY_LABELS[profile.disability]),
    ),
  ]],
  ["★寡婦・ひとり親変更の有無", [
    item(
      "寡婦・ひとり親",
      now(({ thisYear }) => thisYear.widow && WIDOWS[thisYear.widow]),
      then(({ profile }) => profile.widow && WIDOWS[profile.widow]),
    ),
    item(
      "寡婦・ひとり親の理由",
      now(({ thisYear }) => thisYear.widowReason && WIDOW_REASONS[thisYear.widowReason]),
      then(({ profile }) => profile.widowReason && WIDOW_REASONS[profile.widowReason]),
    ),
  ]],
  ["★配偶者の有無変更の有無", [
    item(
      "配偶者の有無",
      ({ declaration }) => yesNo(declaration.spouse.thisYear ?? false),
      ({ baseline }) =>
        yesNo(baseline.self.profile.hasSpouse === true || baseline.family.some(({ isSpouse }) => isSpouse)),
    ),
  ]],
];
const ALL_ITEMS = GROUPS.flatMap(([, items]) => items);

/** 今年の本人情報差分リスト. */
export const SELF_THIS_YEAR: Columns = {
  ...HEAD,
  "書類ステータス（今年のマルフ）": ({ request: { documents } }) =>
    documents.this_year_dependants && REVIEW_STATUS_LABELS[documents.this_year_dependants.status],
  "書類ステータス（基配所）": ({ request: { documents } }) =>
    documents.basic_spouse_adjustment && REVIEW_STATUS_LABELS[documents.basic_spouse_adjustment.status],
  "★今年のマルフ": (row) => !isChanged(ALL_ITEMS)(row) && familyChanges(row).length === 0,
  "差分確認用基準日時": ({ baseline: { takenAt } }) => takenAt,
  "★本人情報の差分有無": flag(ALL_ITEMS),
  "★扶養親族情報の差分有無": (row) => familyChanges(row).length > 0 ? "差分あり" : "",
  ...Object.fromEntries(GROUPS.map(([name, items]) => [name, flag(items)])),
  ...Object.fromEntries(ALL_ITEMS.flatMap(({ header, now, before }) => {
    const former: Reader = (row) =>
      textOf(now(row)) === textOf(before(row)) ? "" : textOf(before(row)) || "-";
    return [[header, now as Reader], [`変更前_${header}`, former]];
  })),
};
