import type { DeclaredYear } from "../declaration/computed/relative.ts";
import type { Person, PersonYear } from "../declaration/person.ts";
import type { DifferenceColumns } from "./difference_list.ts";
import { twoLivings } from "./people.ts";
import { certificate, day, disabilityKind, QUOTED_EMPTY, type Row } from "./row.ts";
import {
  addressItems,
  comparedYears,
  type YearCells,
  yearColumns,
  type YearItem,
  yearsDiffer,
} from "./year_pairs.ts";

/** A relative who differs between the years. */
export interface FamilyYears {
  /** 対象扶養親族. */
  who: string;
  isSpouse: boolean;
  person: Person;
  cells: YearCells;
}

/** Somebody in one year; `said` null: is no relative then, or no longer alive. */
interface RelativeYear {
  said: PersonYear | null;
  isSpouse: boolean;
  /** 源泉控除対象 of a spouse; null: of another, or without a tax table of next year, where it cannot be told. */
  withholding: boolean | null;
}

const LIVING: YearItem<RelativeYear> = {
  header: "被扶養者 同居・別居の別",
  read: ({ said }) => said && twoLivings(said.living),
};
const ADDRESS = addressItems<RelativeYear>("被扶養者 住所", ({ said }) => said?.address);
const ITEMS: readonly YearItem<RelativeYear>[] = [
  LIVING,
  ...ADDRESS,
  { header: "被扶養者 障害者区分", read: ({ said }) => disabilityKind(said?.disability) },
  { header: "被扶養者 障害者手帳内容", read: ({ said }) => certificate(said?.disability) },
  { header: "被扶養者 障害者手帳交付年月日", read: ({ said }) => day(said?.disability?.issuedOn) },
  { header: "被扶養者 税法上の被扶養者", read: (year) => year.isSpouse ? "" : claims(year) },
  { header: "配偶者 源泉控除対象", read: ({ withholding }) => withholding },
];

function claims({ said }: RelativeYear): boolean {
  return said?.support === true;
}

/** What 今年と来年の扶養親族差分リスト says of the relatives of an employee; nothing of who is the same in both years. */
export function familyYears(row: Row): FamilyYears[] {
  return [...presentSpouse(row), ...presentRelatives(row)].flatMap(differing);
}

/** Somebody of the declaration in both years. */
interface Present {
  who: string;
  person: Person;
  years: Readonly<Record<DeclaredYear, RelativeYear>>;
}

function presentSpouse({ declaration: { spouse }, figures }: Row): Present[] {
  const { person } = spouse;
  if (!person) return [];
  const inYear = (year: DeclaredYear): RelativeYear => ({
    said: isAlive(person, year) && spouse[year] !== false ? person[year] : null,
    isSpouse: true,
    withholding: figures.nextYear && (figures[year]?.spouse?.withholding ?? false),
  });
  return [{ who: "配偶者", person, years: { thisYear: inYear("thisYear"), nextYear: inYear("nextYear") } }];
}

function presentRelatives({ declaration: { family } }: Row): Present[] {
  return family.people.map((person, n) => {
    const inYear = (year: DeclaredYear): RelativeYear => ({
      said: isAlive(person, year) ? person[year] : null,
      isSpouse: false,
      withholding: null,
    });
    return {
      who: `扶養親族${n + 1}`,
      person,
      years: { thisYear: inYear("thisYear"), nextYear: inYear("nextYear") },
    };
  });
}

/** Who died this year is in this year only. */
function isAlive({ diedOn }: Person, year: DeclaredYear): boolean {
  return year === "thisYear" || diedOn === null;
}

/** 今年のみ扶養 and 来年のみ扶養 are told also where nothing else differs. */
function differing({ who, person, years }: Present): FamilyYears[] {
  const { thisYear, nextYear } = years;
  const cells = comparedYears(ITEMS, years);
  if (!yearsDiffer(cells) && claims(thisYear) === claims(nextYear)) return [];
  return [{
    who,
    isSpouse: thisYear.isSpouse,
    person,
    cells: {
      thisYear: withQuoted(cells.thisYear, thisYear),
      nextYear: withQuoted(cells.nextYear, nextYear),
    },
  }];
}

/** Where 別居 is told, an empty cell of the address is written as such (reference/downloads.md §1). */
function withQuoted(cells: readonly string[], year: RelativeYear): readonly string[] {
  if (cells[ITEMS.indexOf(LIVING)] !== "別居") return cells;
  return cells.map((cell, i) =>
    cell || (ADDRESS.includes(ITEMS[i]!) && !ITEMS[i]!.read(year) ? QUOTED_EMPTY : "")
  );
}

const BANDS = {
  A: "A：給与収入1,095万円以下（給与以外の収入がある場合は、合計所得900万円以下）",
  B: "B：給与収入1,095万円を超える（給与以外の収入がある場合は、合計所得900万円超）",
};

/** 来年の合計所得見積額 as the answer that it comes to. */
function bandNextYear({ figures: { nextYear } }: Row): string {
  if (!nextYear || nextYear.self.totalIncome === null) return "";
  return nextYear.self.band === "A" ? BANDS.A : BANDS.B;
}

/** A reference of the rows of the spouse. */
const ofSpouse =
  (read: (row: Row) => string | number | null | undefined) => ({ isSpouse }: FamilyYears, row: Row) =>
    isSpouse ? read(row) : "";

/** The columns of 今年と来年の扶養親族差分リスト. */
export const FAMILY_YEARS: DifferenceColumns<FamilyYears> = {
  ...yearColumns(ITEMS),
  "対象扶養親族": ({ who }) => who,
  "被扶養者 家族コード": ({ person }) => person.code,
  "被扶養者 姓": ({ person }) => person.lastName,
  "被扶養者 名": ({ person }) => person.firstName,
  "被扶養者 姓（ヨミガナ）": ({ person }) => person.lastNameKana,
  "被扶養者 名（ヨミガナ）": ({ person }) => person.firstNameKana,
  "【参考】被扶養者 今年 死亡": ({ person }) => person.diedOn && 1,
  "【参考】本年中の合計所得金額(所得金額調整控除後)": ofSpouse(({ figures }) =>
    figures.thisYear.self.totalIncome
  ),
  "【参考】来年の合計所得見積額": ofSpouse(bandNextYear),
  "【参考】配偶者 本年中の合計所得金額": ofSpouse(({ figures }) => figures.thisYear.spouse?.income.total),
  "【参考】配偶者 来年 合計所得見積金額": ofSpouse(({ figures }) => figures.nextYear?.spouse?.income.total),
};
