import type { Address } from "../../address.ts";
import type { FamilyMember } from "../../family.ts";
import { REVIEW_STATUS_LABELS } from "../../request.ts";
import { idOfSource, type Person } from "../person.ts";
import { DISABILITY_LABELS } from "../disability.ts";
import {
  addressColumns,
  type Cell,
  certificate,
  type Columns,
  day,
  disabilityKind,
  EMPLOYEE,
  gender,
  type Reader,
  type Row,
  textOf,
  WIDOW_REASONS,
  WIDOWS,
  YEARS,
  yesNo,
} from "./row.ts";
import { twoLivings } from "./people.ts";

const STATUSES = { employed: "在職中", absent: "休職中", retired: "退職済み" } as const;

/** What every difference list begins with. */
const HEAD: Columns = {
  ...EMPLOYEE,
  "会社名": () => "（会社情報）",
  "所属事業所": ({ employee }) => employee.establishment,
  "雇用形態": ({ employee }) => employee.employmentType,
  "在籍状況": ({ employee }) => STATUSES[employee.status],
};

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
  "差分確認用基準日時": ({ baseline }) => baseline.takenAt,
  "★本人情報の差分有無": flag(ALL_ITEMS),
  "★扶養親族情報の差分有無": (row) => familyChanges(row).length > 0 ? "差分あり" : "",
  ...Object.fromEntries(GROUPS.map(([name, items]) => [name, flag(items)])),
  ...Object.fromEntries(ALL_ITEMS.flatMap(({ header, now, before }) => {
    const former: Reader = (row) =>
      textOf(now(row)) === textOf(before(row)) ? "" : textOf(before(row)) || "-";
    return [[header, now as Reader], [`変更前_${header}`, former]];
  })),
};

/** A relative who was added, changed or removed. */
interface FamilyChange {
  kind: "追加" | "変更" | "削除";
  who: string;
  now: Person | null;
  before: FamilyMember | null;
}

/** Told by id: the same person entered again is another one. */
function familyChanges({ baseline, declaration }: Row): FamilyChange[] {
  const { spouse, family } = declaration;
  const people = [...(spouse.person ? [spouse.person] : []), ...family.people];
  const known = new Map(baseline.family.map((one) => [idOfSource(one.sourceId), one]));
  const present = new Set(people.map(({ id }) => id));
  return [
    ...people.flatMap((now, n): FamilyChange[] => {
      const before = known.get(now.id) ?? null;
      const who = now === spouse.person ? "配偶者" : `被扶養者${n + (spouse.person ? 0 : 1)}`;
      if (!before) return [{ kind: "追加", who, now, before }];
      return differs(now, before) ? [{ kind: "変更", who, now, before }] : [];
    }),
    ...[...known].filter(([id]) => !present.has(id)).map(([, before]): FamilyChange => ({
      kind: "削除",
      who: "-",
      now: null,
      before,
    })),
  ];
}

const PAIRS: readonly { header: string; now: (one: Person) => Cell; before: (one: FamilyMember) => Cell }[] =
  [
    { header: "続柄", now: (one) => one.relation.name, before: (one) => one.relation.name },
    { header: "性別", now: (one) => gender(one.gender), before: (one) => gender(one.gender) },
    { header: "姓", now: (one) => one.lastName, before: (one) => one.lastName },
    { header: "名", now: (one) => one.firstName, before: (one) => one.firstName },
    { header: "姓（ヨミガナ）", now: (one) => one.lastNameKana, before: (one) => one.lastNameKana },
    { header: "名（ヨミガナ）", now: (one) => one.firstNameKana, before: (one) => one.firstNameKana },
    { header: "生年月日", now: (one) => day(one.birthOn), before: (one) => day(one.birthOn) },
    {
      header: "同居・別居の別",
      now: (one) => twoLivings(one.thisYear.living),
      before: (one) => one.livingTogether ? "同居" : "別居",
    },
    {
      header: "障害者区分",
      now: (one) => disabilityKind(one.thisYear.disability),
      before: (one) => one.disability && DISABILITY_LABELS[one.disability],
    },
    ...([
      "zip 郵便番号",
      "prefecture 都道府県",
      "city 市区町村",
      "street 丁目・番地",
      "building 建物名・部屋番号",
      "kana ヨミガナ",
    ] as const)
      .map((pair) => {
        const [part, word] = pair.split(" ") as [keyof Address, string];
        return {
          header: `住所（${word}）`,
          now: (one: Person) => one.thisYear.address?.[part],
          before: (one: FamilyMember) => one.address?.[part],
        };
      }),
    {
      header: "税法上の被扶養者",
      now: (one) => supported(one.thisYear.support),
      before: (one) => formerSupport(one),
    },
  ];

function supported(support: boolean | null): Cell {
  return support === null ? "" : support;
}

function formerSupport({ taxSupport }: FamilyMember): Cell {
  if (taxSupport === null || taxSupport === "unknown") return 99;
  return taxSupport === "special_spousal_exemption" ? 2 : taxSupport === "supported" ? 1 : 0;
}

function differs(now: Person, before: FamilyMember): boolean {
  const same = PAIRS.slice(0, -1).every((pair) => textOf(pair.now(now)) === textOf(pair.before(before)));
  return !same || (now.thisYear.support === true) !== [1, 2].includes(Number(formerSupport(before))) ||
    now.thisYear.income.incomes !== null;
}

const change = (cell: (one: FamilyChange, row: Row) => Cell): Reader => (row) =>
  familyChanges(row).map((one) => cell(one, row));
const spouseOnly = (cell: (row: Row) => Cell): Reader =>
  change((one, row) => one.who === "配偶者" ? cell(row) : "");

/** 今年の扶養親族差分リスト. */
export const FAMILY_THIS_YEAR: Columns = {
  ...HEAD,
  "対象扶養親族": change(({ who }) => who.replace(/\d+$/, "n")),
  "★差分種類": change(({ kind }) => kind),
  "被扶養者 家族コード": change(({ now, before }) => now?.code ?? before?.code),
  ...Object.fromEntries(PAIRS.flatMap((pair) => {
    const former = change(({ now, before }) => {
      const then = before ? textOf(pair.before(before)) : "";
      return now && before && textOf(pair.now(now)) === then ? "" : then;
    });
    return [
      [`被扶養者 ${pair.header}`, change(({ now }) => now && pair.now(now))],
      [`変更前_被扶養者 ${pair.header}`, former],
    ];
  })),
  "★配偶者の扶養状況変更有無": change(({ now, before, who }) =>
    who === "配偶者" && now && before &&
      (now.thisYear.support === true) !== [1, 2].includes(Number(formerSupport(before)))
      ? "差分あり"
      : ""
  ),
  "【参考】本人 合計所得見積額（所得金額調整控除後）": ({ figures }) => figures.thisYear.self.totalIncome,
  "【参考】配偶者 配偶者控除対象": spouseOnly(({ figures }) =>
    ({ none: 0, spouse: 1, special: 2 })[figures.thisYear.spouse?.deduction?.kind ?? "none"]
  ),
  "【参考】配偶者 源泉控除対象": spouseOnly(({ figures }) => figures.thisYear.spouse?.withholding ?? false),
  "【参考】配偶者 同一生計配偶者": spouseOnly(({ figures }) => figures.thisYear.spouse?.sameLiving ?? false),
  "【参考】被扶養者 税法上の年間所得見積額（単位: 円）": ({ figures }) =>
    figures.thisYear.people.map(({ income }) => income.total),
};

/** An item that both years have: filled where the years differ, - where one side is empty. */
function pair<T>(
  header: string,
  items: (row: Row) => T[],
  cell: (one: T, year: "thisYear" | "nextYear") => Cell,
): Columns {
  const side = (year: "thisYear" | "nextYear"): Reader => (row) =>
    items(row).map((one) => {
      const [here, there] = [
        textOf(cell(one, year)),
        textOf(cell(one, year === "thisYear" ? "nextYear" : "thisYear")),
      ];
      return here === there ? "" : here || "-";
    });
  return {
    [`${YEARS.nextYear.word}_${header}`]: side("nextYear"),
    [`${YEARS.thisYear.word}_${header}`]: side("thisYear"),
  };
}

type Year = "thisYear" | "nextYear";

function addressPairs<T>(
  prefix: string,
  items: (row: Row) => T[],
  read: (one: T, year: Year) => Address | null,
): Columns {
  const headers = Object.keys(addressColumns<null>(prefix, () => null, () => () => null));
  const parts = ["zip", "prefecture", "city", "street", "building", "kana", "country"] as const;
  return Object.assign(
    {},
    ...headers.map((header, n) => pair(header, items, (one, year) => read(one, year)?.[parts[n]!])),
  );
}

const selfOf = (row: Row) => [row.declaration.self];

/** 今年と来年の本人情報差分リスト. */
export const SELF_BOTH_YEARS: Columns = {
  ...HEAD,
  ...addressPairs("現住所", selfOf, (self, year) => self[year].home.address),
  ...pair("現住所の世帯主", selfOf, (self, year) => self[year].home.head),
  ...pair("現住所の世帯主の続柄", selfOf, (self, year) => self[year].home.relation),
  ...addressPairs("住民票住所", selfOf, (self, year) => self[year].registered.address),
  ...pair("住民票住所の世帯主", selfOf, (self, year) => self[year].registered.head),
  ...pair("住民票住所の世帯主の続柄", selfOf, (self, year) => self[year].registered.relation),
  ...pair("勤労学生フラグ", selfOf, (self, year) => self[year].student !== null),
  ...pair("勤労学生：学校名", selfOf, (self, year) => self[year].student?.school),
  ...pair("勤労学生：入学年月日", selfOf, (self, year) => day(self[year].student?.enrolledOn)),
  ...pair("障害者区分", selfOf, (self, year) => disabilityKind(self[year].disability)),
  ...pair("障害者手帳の種類", selfOf, (self, year) => certificate(self[year].disability)),
  ...pair("障害者手帳の交付年月日", selfOf, (self, year) => day(self[year].disability?.issuedOn)),
  ...pair("寡婦・ひとり親", selfOf, (self, year) => self[year].widow && WIDOWS[self[year].widow!]),
  ...pair(
    "寡婦・ひとり親の理由",
    selfOf,
    (self, year) => self[year].widowReason && WIDOW_REASONS[self[year].widowReason!],
  ),
};

const everybody = ({ declaration: { spouse, family } }: Row) => [
  ...(spouse.person ? [spouse.person] : []),
  ...family.people,
];
const people = (cell: (one: Person) => Cell): Reader => (row) => everybody(row).map(cell);

/** 今年と来年の扶養親族差分リスト. */
export const FAMILY_BOTH_YEARS: Columns = {
  ...HEAD,
  "対象扶養親族": (row) =>
    everybody(row).map((one) => one === row.declaration.spouse.person ? "配偶者" : "扶養親族1〜15"),
  "被扶養者 家族コード": people(({ code }) => code),
  "被扶養者 姓": people(({ lastName }) => lastName),
  "被扶養者 名": people(({ firstName }) => firstName),
  "被扶養者 姓（ヨミガナ）": people(({ lastNameKana }) => lastNameKana),
  "被扶養者 名（ヨミガナ）": people(({ firstNameKana }) => firstNameKana),
  ...pair("被扶養者 同居・別居の別", everybody, (one, year) => twoLivings(one[year].living)),
  ...addressPairs("被扶養者 住所", everybody, (one, year) => one[year].address),
  ...pair("被扶養者 障害者区分", everybody, (one, year) => disabilityKind(one[year].disability)),
  ...pair("被扶養者 障害者手帳内容", everybody, (one, year) => certificate(one[year].disability)),
  ...pair("被扶養者 障害者手帳交付年月日", everybody, (one, year) => day(one[year].disability?.issuedOn)),
  ...pair("被扶養者 税法上の被扶養者", everybody, (one, year) => one[year].support === true),
  ...pair(
    "配偶者 源泉控除対象",
    ({ figures }) => [figures],
    (figures, year) => figures[year]?.spouse?.withholding ?? false,
  ),
  "【参考】被扶養者 今年 死亡": people(({ diedOn }) => diedOn && 1),
  "【参考】本年中の合計所得金額(所得金額調整控除後)": ({ figures }) => figures.thisYear.self.totalIncome,
  "【参考】来年の合計所得見積額": ({ figures: { nextYear } }) => {
    if (nextYear === null || nextYear.self.totalIncome === null) return "";
    return nextYear.self.band === "A"
      ? "A：給与収入1,095万円以下（給与以外の収入がある場合は、合計所得900万円以下）"
      : "B：給与収入1,095万円を超える（給与以外の収入がある場合は、合計所得900万円超）";
  },
  "【参考】配偶者 本年中の合計所得金額": ({ figures }) => figures.thisYear.spouse?.income.total,
  "【参考】配偶者 来年 合計所得見積金額": ({ figures }) => figures.nextYear?.spouse?.income.total,
};
