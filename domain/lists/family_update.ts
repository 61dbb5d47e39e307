import type { Person } from "../declaration/person.ts";
import { sourceIdOf } from "../declaration/person.ts";
import { eachRelative, naming, ofSpouse, twoLivings } from "./people.ts";
import {
  addressColumns,
  type Cell,
  certificate,
  type Columns,
  day,
  disabilityKind,
  type Reader,
  type Row,
} from "./row.ts";

type Each = typeof ofSpouse;

/** 社会保険の扶養状況: what the master said when the employee was taken in; 99 of who was added here. */
function social(person: Person, { baseline }: Row): number {
  const known = baseline.family.find(({ sourceId }) => sourceId === sourceIdOf(person));
  return { supported: 1, unsupported: 0, unknown: 99 }[known?.socialSupport ?? "unknown"];
}

function block(p: string, each: Each, status: Reader, income: Reader): Columns {
  return {
    ...naming(p, each),
    [`${p}同居・別居の別`]: each((one) => twoLivings(one.thisYear.living)),
    ...addressColumns<Person>(
      `${p}住所`,
      (one) => one.thisYear.address,
      (cell) => each((one): Cell => cell(one)),
    ),
    [`${p}障害者区分`]: each((one) => disabilityKind(one.thisYear.disability)),
    [`${p}障害者手帳の種類`]: each((one) => certificate(one.thisYear.disability)),
    [`${p}障害者手帳の交付年月日`]: each((one) => day(one.thisYear.disability?.issuedOn)),
    [`${p}海外居住時の送金額（単位：円）`]: each((one) => one.thisYear.abroad?.remittance),
    [`${p}社会保険の扶養状況`]: each(social),
    [`${p}税法上の扶養状況`]: status,
    [`${p}税法上の年間所得見積額（単位: 円）`]: income,
    [`${p}税法上の被扶養者になった日`]: each((one) => day(one.thisYear.qualifiedOn)),
    [`${p}税法上の被扶養者になった理由`]: each((one) => one.thisYear.qualifiedReason),
  };
}

const SPOUSE = { none: 0, spouse: 1, special: 2 } as const;

/** 税法上の扶養状況 of the spouse: 1 源泉控除対象, 2 配偶者特別控除の対象 (and who earns more than 900万円). */
const spouseStatus: Reader = ({ declaration: { spouse: { person } }, figures: { thisYear: { spouse } } }) => {
  if (!person || !spouse) return null;
  if (person.thisYear.support === null) return 99;
  return spouse.withholding ? 1 : SPOUSE[spouse.deduction?.kind ?? "none"] && 2;
};

/** 家族情報インポートファイル. */
export const FAMILY_UPDATE: Columns = {
  "従業員 社員番号": ({ employee }) => employee.code,
  "従業員 姓": ({ declaration }) => declaration.self.lastName,
  "従業員 名": ({ declaration }) => declaration.self.firstName,
  ...block("配偶者 ", ofSpouse, spouseStatus, ({ figures }) => figures.thisYear.spouse?.income.total),
  ...block(
    "家族{n} ",
    eachRelative,
    eachRelative((one) => one.thisYear.support === null ? 99 : one.thisYear.support),
    ({ figures }) => figures.thisYear.people.map(({ income }) => income.total),
  ),
};
