import type { Person } from "../declaration/person.ts";
import { relativeTax, socialCode, spouseTax, type TaxSupport } from "./family_support.ts";
import {
  addressColumns,
  type Cell,
  certificate,
  type Columns,
  day,
  disabilityKind,
  EMPLOYEE,
  gender,
  QUOTED_EMPTY,
  type Reader,
  type Row,
  textOf,
} from "./row.ts";

/** `n`: their place in `family.people`; of the spouse 0. */
type PersonCell = (person: Person, row: Row, n: number) => Cell;

/** Reads a cell of the spouse whom the employee has; who died this year is left out. */
function ofSpouse(cell: PersonCell): Reader {
  return (row) => {
    const { thisYear, person } = row.declaration.spouse;
    return thisYear === false || !person || person.diedOn !== null ? null : cell(person, row, 0);
  };
}

/** Reads a cell of every relative, claimed or not; who died this year is left out, and the next one moves up. */
function ofRelatives(cell: PersonCell): Reader {
  return (row) =>
    row.declaration.family.people.flatMap((person, n) =>
      person.diedOn === null ? [cell(person, row, n)] : []
    );
}

/** The columns of 家族情報インポートファイル. */
export const FAMILY_UPDATE: Columns = {
  ...EMPLOYEE,
  "従業員 社員番号": ({ employee }) => employee.code,
  "従業員 姓": ({ declaration }) => declaration.self.lastName,
  "従業員 名": ({ declaration }) => declaration.self.firstName,
  ...personColumns("配偶者 ", ofSpouse),
  ...taxColumns("配偶者 ", ofSpouse, spouseTax, null),
  "配偶者 続柄": ofSpouse(spouseRelation),
  ...personColumns("家族{n} ", ofRelatives),
  ...taxColumns("家族{n} ", ofRelatives, relativeTax, 0),
};

type Each = typeof ofSpouse;

function personColumns(p: string, each: Each): Columns {
  return {
    [`${p}家族コード`]: each((one) => one.code),
    [`${p}続柄`]: each((one) => one.relation.name),
    [`${p}性別`]: each((one) => gender(one.gender)),
    [`${p}姓`]: each((one) => one.lastName),
    [`${p}名`]: each((one) => one.firstName),
    [`${p}姓（ヨミガナ）`]: each((one) => one.lastNameKana),
    [`${p}名（ヨミガナ）`]: each((one) => one.firstNameKana),
    [`${p}生年月日`]: each((one) => day(one.birthOn)),
    [`${p}同居・別居の別`]: each((one) => isApart(one) ? "別居" : "同居"),
    ...addressColumns<Person>(
      `${p}住所`,
      ({ thisYear }) => thisYear.address,
      (cell) => each((one) => textOf(cell(one)) || (isApart(one) ? QUOTED_EMPTY : "")),
    ),
    [`${p}障害者区分`]: each(({ thisYear }) => disabilityKind(thisYear.disability)),
    // The master does not say these two: blank until somebody answered (reference/screens.md §6.8).
    [`${p}障害者手帳の種類`]: each(({ thisYear }) => certificate(thisYear.disability)),
    [`${p}障害者手帳の交付年月日`]: each(({ thisYear }) => day(thisYear.disability?.issuedOn)),
    [`${p}海外居住時の送金額（単位：円）`]: each(({ thisYear }) => thisYear.abroad?.remittance),
    [`${p}社会保険の扶養状況`]: each(socialCode),
  };
}

/** Who is 対象外 by tax has no 年間所得見積額 here, but `unclaimed`. */
function taxColumns(
  p: string,
  each: Each,
  tax: (person: Person, row: Row, n: number) => TaxSupport,
  unclaimed: Cell,
): Columns {
  return {
    [`${p}税法上の扶養状況`]: each((...one) => tax(...one).code),
    [`${p}税法上の年間所得見積額（単位: 円）`]: each((...one) => {
      const { code, income } = tax(...one);
      return code === 0 ? unclaimed : income;
    }),
    [`${p}税法上の被扶養者になった日`]: each(({ thisYear }) => day(thisYear.qualifiedOn)),
    [`${p}税法上の被扶養者になった理由`]: each(({ thisYear }) => thisYear.qualifiedReason),
  };
}

function isApart({ thisYear }: Person): boolean {
  return thisYear.living !== "together";
}

/** 妻 or 夫, the two that the file knows, whatever the company calls them. */
function spouseRelation({ relation: { preset, name } }: Person): string {
  return preset === "wife" ? "妻" : preset === "husband" ? "夫" : name;
}
