import type { DeclaredYear, RelativeFigures } from "../declaration/computed/relative.ts";
import type { SpouseFigures } from "../declaration/computed/spouse.ts";
import type { Person } from "../declaration/person.ts";
import { LIVING_LABELS } from "../declaration/person.ts";
import { picturesOf } from "../declaration/picture.ts";
import { type Included, relativesOf, spouseOf } from "./present.ts";
import {
  addressColumns,
  type Cell,
  certificate,
  type Columns,
  day,
  disabilityKind,
  gender,
  numberedAs,
  type Reader,
  type Row,
  YEARS,
  yesNo,
} from "./row.ts";

type Each = (cell: (person: Person, row: Row, n: number) => Cell) => Reader;

/** Reads a cell of every relative. */
export const eachRelative: Each = (cell) => (row) =>
  row.declaration.family.people.map((person, n) => cell(person, row, n));
/** Reads a cell of the spouse. */
export const ofSpouse: Each = (cell) => (row) => {
  const { person } = row.declaration.spouse;
  return person && cell(person, row, 0);
};

/** 家族コード, names and the rest that no year changes. */
export function naming(p: string, each: Each): Columns {
  return {
    [`${p}マイナンバーの有無`]: each((one, { numbered }) => yesNo(numbered.has(numberedAs(one)))),
    [`${p}家族コード`]: each((one) => one.code),
    [`${p}続柄`]: each((one) => one.relation.name),
    [`${p}性別`]: each((one) => gender(one.gender)),
    [`${p}姓`]: each((one) => one.lastName),
    [`${p}名`]: each((one) => one.firstName),
    [`${p}姓（ヨミガナ）`]: each((one) => one.lastNameKana),
    [`${p}名（ヨミガナ）`]: each((one) => one.firstNameKana),
    [`${p}生年月日`]: each((one) => day(one.birthOn)),
  };
}

/** What is said of somebody for a year, under `p` (the year's word included). */
export function said(p: string, year: DeclaredYear, each: Each): Columns {
  const of = (cell: (one: Person[DeclaredYear]) => Cell) => each((person) => cell(person[year]));
  return {
    ...addressColumns<Person>(`${p}住所`, (one) => one[year].address, (cell) => each((one) => cell(one))),
    [`${p}障害者区分`]: of((one) => disabilityKind(one.disability)),
    [`${p}税法上の被扶養者になった日`]: of((one) => day(one.qualifiedOn)),
    [`${p}税法上の被扶養者になった理由`]: of((one) => one.qualifiedReason),
    [`${p}非居住者`]: of((one) => one.abroad !== null),
    [`${p}非居住者 親族関係書類の有無`]: of((one) => one.abroad?.relativePapers ?? false),
    [`${p}非居住者 送金関係書類の有無`]: of((one) => one.abroad?.remittancePapers ?? false),
    [`${p}生計を一にする事実`]: of((one) => one.abroad?.remittance),
  };
}

/** 画像添付の有無; blank where there is no 手帳 that a picture could show. */
const attached = (year: DeclaredYear, each: Each) =>
  each((one, { declaration }) =>
    one[year].disability?.certificate &&
    picturesOf(declaration.pictures, "disability", one.id, year === "thisYear" ? "this" : "next").length > 0
  );

/** 同居・別居 where a file knows only these two. */
export const twoLivings = (living: keyof typeof LIVING_LABELS) => living === "together" ? "同居" : "別居";

/**
 * 配偶者の有無 as すべての申告情報 has it: a spouse who is not supported counts where the master has them (有), and does not
 * where it knows of none (reference/csv-columns.md 2.18).
 */
export function hasSpouse(year: DeclaredYear): Reader {
  return ({ declaration: { spouse }, baseline }) => {
    const has = spouse[year];
    if (has !== true || spouse.person?.[year].support === true) return yesNo(has);
    return yesNo(baseline.family.some(({ isSpouse }) => isSpouse));
  };
}

/** 配偶者 of a year, as 配偶者情報 has it. */
export function spouseColumns(year: DeclaredYear, included: Included): Columns {
  const each: Each = (cell) => (row) => {
    const person = spouseOf(row, year, included);
    return person && cell(person, row, 0);
  };
  const figure = (cell: (one: SpouseFigures) => Cell) =>
    each((_, { figures }) => {
      const spouse = figures[year]?.spouse;
      return spouse && cell(spouse);
    });
  const p = `配偶者 ${YEARS[year].word} `;
  return {
    ...naming("配偶者 ", each),
    ...said(p, year, each),
    [`${p}同居・別居の別`]: each((one) => twoLivings(one[year].living)),
    [`${p}障害者手帳内容`]: each((one) => certificate(one[year].disability)),
    [`${p}障害者手帳交付年月日`]: each((one) => day(one[year].disability?.issuedOn)),
    [`${p}障害者手帳画像添付有無`]: attached(year, each),
    [`${p}源泉控除対象`]: figure(({ withholding }) => withholding),
    [`${p}同一生計配偶者`]: figure(({ sameLiving }) => sameLiving),
    [`${p}合計所得見積金額`]: figure(({ income }) => income.total),
    ...(year === "thisYear" ? thisYearSpouse(each, figure) : {}),
  };
}

const DEDUCTION_CODES = { none: 0, spouse: 1, special: 2 } as const;

/** What 基礎控除申告書 兼 配偶者控除等申告書 adds; it is of this year only, and says 今年 nowhere. */
function thisYearSpouse(each: Each, figure: (cell: (one: SpouseFigures) => Cell) => Reader): Columns {
  const given = (kind: "spouse" | "special") =>
    figure(({ deduction }) => deduction?.kind === kind ? deduction.deduction : null);
  return {
    ...addressColumns<Person>(
      "配偶者 住所",
      (one) => one.thisYear.address,
      (cell) => each((one) => cell(one)),
    ),
    "配偶者 同居・別居の別": each((one) => twoLivings(one.thisYear.living)),
    "配偶者 今年 死亡": each((one) => one.diedOn && 1),
    "配偶者 税法上の被扶養者でなくなった日": each((one) => day(one.diedOn)),
    "配偶者 配偶者控除対象": figure(({ deduction }) => DEDUCTION_CODES[deduction?.kind ?? "none"]),
    "配偶者 本年中の合計所得金額": figure(({ income }) => income.total),
    "配偶者 本年中の給与所得見積額": figure(({ income }) => income.salaryIncome),
    "配偶者 本年中の給与以外所得見積額": figure(({ income }) => income.otherIncome),
    "配偶者 配偶者控除等申告書-区分2": figure(({ deduction }) => deduction?.spouseBand),
    "配偶者 配偶者控除の額": given("spouse"),
    "配偶者 配偶者特別控除の額": given("special"),
    "配偶者 今年 老人控除配偶者": figure(({ deduction }) => deduction?.elderly ?? false),
  };
}

const SUPPORT_CODES = (support: boolean | null) => support === null ? 99 : support;

/** 被扶養者n of a year, as 扶養家族情報 has it. */
export function relativeColumns(year: DeclaredYear, included: Included): Columns {
  const each: Each = (cell) => (row) =>
    relativesOf(row, year, included).map(({ person, n }) => cell(person, row, n));
  const figure = (cell: (one: RelativeFigures) => Cell) =>
    each((_, { figures }, n) => {
      const one = figures[year]?.people[n];
      return one && cell(one);
    });
  const p = `被扶養者{n} ${YEARS[year].word} `;
  return {
    ...naming("被扶養者{n} ", each),
    ...said(p, year, each),
    "被扶養者{n} 今年 死亡": each((one) => one.diedOn && 1),
    "被扶養者{n} 税法上の被扶養者でなくなった日": each((one) => day(one.diedOn)),
    [`${p}税法上の被扶養者`]: each((one) => SUPPORT_CODES(one[year].support)),
    [`${p}同居・別居の別`]: each((one) => LIVING_LABELS[one[year].living]),
    [`${p}障害の状態又は交付を受けている手帳などの種類`]: each((one) => certificate(one[year].disability)),
    [`${p}交付年月日`]: each((one) => day(one[year].disability?.issuedOn)),
    [`${p}障害者手帳の画像添付の有無`]: attached(year, each),
    [`${p}税法上の年間所得見積額（単位: 円）`]: figure(({ income }) => income.total),
    [`${p}老人扶養親族`]: figure(({ claimed }) => claimed?.startsWith("elderly") ?? false),
    [`${p}特定扶養親族`]: figure(({ claimed }) => claimed === "specific"),
    [`${p}特定親族`]: figure(({ claimed }) => claimed === "specific_relative"),
    [`${p}特定親族特別控除の額`]: figure(({ specialDeduction }) => specialDeduction),
    [`${p}源泉控除対象親族`]: figure(({ withholding }) => withholding),
  };
}
