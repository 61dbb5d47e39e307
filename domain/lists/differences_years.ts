import type { Address } from "../address.ts";
import type { Person } from "../declaration/person.ts";
import { HEAD } from "./difference_head.ts";
import { twoLivings } from "./people.ts";
import {
  addressColumns,
  type Cell,
  certificate,
  type Columns,
  day,
  disabilityKind,
  type Reader,
  type Row,
  textOf,
  WIDOW_REASONS,
  WIDOWS,
  YEARS,
} from "./row.ts";

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
