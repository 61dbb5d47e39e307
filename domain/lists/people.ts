import type { DeclaredYear, RelativeFigures } from "../declaration/computed/relative.ts";
import type { Person } from "../declaration/person.ts";
import { LIVING_LABELS } from "../declaration/person.ts";
import { picturesOf } from "../declaration/picture.ts";
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

const attached = (year: DeclaredYear, each: Each) =>
  each((one, { declaration }) =>
    one[year].disability &&
    picturesOf(declaration.pictures, "disability", one.id, year === "thisYear" ? "this" : "next").length > 0
  );

/** 同居・別居 where a file knows only these two. */
export const twoLivings = (living: keyof typeof LIVING_LABELS) => living === "together" ? "同居" : "別居";

/** 配偶者 of a year, as 配偶者情報 has it. */
export function spouseColumns(year: DeclaredYear): Columns {
  const { word } = YEARS[year];
  const p = `配偶者 ${word} `;
  const figure =
    (cell: (row: NonNullable<Row["figures"]["thisYear"]["spouse"]>) => Cell): Reader => ({ figures }) => {
      const spouse = figures[year]?.spouse;
      return spouse && cell(spouse);
    };
  return {
    ...naming("配偶者 ", ofSpouse),
    ...said(p, year, ofSpouse),
    ...(year === "thisYear"
      ? addressColumns<Person>(
        "配偶者 住所",
        (one) => one.thisYear.address,
        (cell) => ofSpouse((one) => cell(one)),
      )
      : {}),
    [`${p}同居・別居の別`]: ofSpouse((one) => twoLivings(one[year].living)),
    "配偶者 同居・別居の別": ofSpouse((one) => twoLivings(one[year].living)),
    [`${p}障害者手帳内容`]: ofSpouse((one) => certificate(one[year].disability)),
    [`${p}障害者手帳交付年月日`]: ofSpouse((one) => day(one[year].disability?.issuedOn)),
    [`${p}障害者手帳画像添付有無`]: attached(year, ofSpouse),
    [`${p}源泉控除対象`]: figure(({ withholding }) => withholding),
    [`${p}同一生計配偶者`]: figure(({ sameLiving }) => sameLiving),
    [`${p}合計所得見積金額`]: figure(({ income }) => income.total),
    "配偶者 配偶者控除対象": figure(({ deduction }) =>
      ({ none: 0, spouse: 1, special: 2 })[deduction?.kind ?? "none"]
    ),
    "配偶者 今年 死亡": ofSpouse((one) => one.diedOn && 1),
    "配偶者 税法上の被扶養者でなくなった日": ofSpouse((one) => day(one.diedOn)),
    "配偶者 本年中の合計所得金額": figure(({ income }) => income.total),
    "配偶者 本年中の給与所得見積額": figure(({ income }) => income.salaryIncome),
    "配偶者 本年中の給与以外所得見積額": figure(({ income }) => income.otherIncome),
    "配偶者 配偶者控除等申告書-区分2": figure(({ deduction }) => deduction?.spouseBand),
    "配偶者 配偶者控除の額": figure(({ deduction }) =>
      deduction?.kind === "spouse" ? deduction.deduction : null
    ),
    "配偶者 配偶者特別控除の額": figure(({ deduction }) =>
      deduction?.kind === "special" ? deduction.deduction : null
    ),
    "配偶者 今年 老人控除配偶者": figure(({ deduction }) => deduction?.elderly ?? false),
  };
}

const SUPPORTS = (support: boolean | null) => support === null ? 99 : support ? 1 : 0;

/** 被扶養者n of a year, as 扶養家族情報 has it. */
export function relativeColumns(year: DeclaredYear): Columns {
  const { word } = YEARS[year];
  const p = `被扶養者{n} ${word} `;
  const figure = (cell: (one: RelativeFigures) => Cell): Reader => ({ figures }) =>
    figures[year]?.people.map(cell) ?? [];
  return {
    ...naming("被扶養者{n} ", eachRelative),
    ...said(p, year, eachRelative),
    [`${p}税法上の被扶養者`]: eachRelative((one) => SUPPORTS(one[year].support)),
    [`${p}同居・別居の別`]: eachRelative((one) => LIVING_LABELS[one[year].living]),
    [`${p}障害の状態又は交付を受けている手帳などの種類`]: eachRelative((one) =>
      certificate(one[year].disability)
    ),
    [`${p}交付年月日`]: eachRelative((one) => day(one[year].disability?.issuedOn)),
    [`${p}障害者手帳の画像添付の有無`]: attached(year, eachRelative),
    [`${p}税法上の年間所得見積額（単位: 円）`]: figure(({ income }) => income.total),
    [`${p}老人扶養親族`]: figure(({ claimed }) => claimed?.startsWith("elderly") ?? false),
    [`${p}特定扶養親族`]: figure(({ claimed }) => claimed === "specific"),
    [`${p}特定親族`]: figure(({ claimed }) => claimed === "specific_relative"),
    [`${p}特定親族特別控除の額`]: figure(({ specialDeduction }) => specialDeduction),
    [`${p}源泉控除対象親族`]: figure(({ withholding }) => withholding),
    "被扶養者{n} 今年 死亡": eachRelative((one) => one.diedOn && 1),
    "被扶養者{n} 税法上の被扶養者でなくなった日": eachRelative((one) => day(one.diedOn)),
  };
}
