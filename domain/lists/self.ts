import { INCOME_KINDS, INCOME_LABELS, type IncomeKind } from "../declaration/income.ts";
import { ADJUSTMENT_GROUNDS } from "../tax/mod.ts";
import { type DeclaredYear } from "../declaration/computed/relative.ts";
import type { SharedPerson } from "../declaration/person.ts";
import { LIVING_LABELS } from "../declaration/person.ts";
import { picturesOf, SELF } from "../declaration/picture.ts";
import type { SelfYear } from "../declaration/self.ts";
import {
  addressColumns,
  type Cell,
  certificate,
  type Columns,
  day,
  disabilityKind,
  EMPLOYEE,
  gender,
  made,
  numberedAs,
  type Reader,
  type Row,
  WIDOW_REASONS,
  WIDOWS,
  YEARS,
  yesNo,
} from "./row.ts";

const own = (year: DeclaredYear) => (cell: (said: SelfYear) => Cell): Reader => ({ declaration }) =>
  cell(declaration.self[year]);

/** 現住所 and 住民票住所 with 世帯主, of a year. */
function residences(year: DeclaredYear): Columns {
  const each = own(year);
  return {
    ...addressColumns<SelfYear>("現住所", ({ home }) => home.address, each),
    "現住所の世帯主": each(({ home }) => home.head),
    "現住所の世帯主の続柄": each(({ home }) => home.relation),
    ...addressColumns<SelfYear>("住民票住所", ({ registered }) => registered.address, each),
    "住民票住所の世帯主": each(({ registered }) => registered.head),
    "住民票住所の世帯主の続柄": each(({ registered }) => registered.relation),
  };
}

function student(year: DeclaredYear): Columns {
  const each = own(year);
  const flag = (kind: "salary" | "business" | "dividend" | "property") =>
    each((said) => said.student?.incomes.includes(kind) ?? false);
  return {
    "勤労学生フラグ": each((said) => said.student !== null),
    "勤労学生：学校名": each((said) => said.student?.school),
    "勤労学生：入学年月日": each((said) => day(said.student?.enrolledOn)),
    "勤労学生：所得の見積額": each((said) => said.student?.income),
    [year === "thisYear" ? "勤労学生：給与所得フラグ" : "勤労学生：給与所得"]: flag("salary"),
    "勤労学生：事業所得フラグ": flag("business"),
    "勤労学生：配当所得フラグ": flag("dividend"),
    "勤労学生：不動産所得フラグ": flag("property"),
  };
}

/** What the employee columns of both years share. */
export function ownColumns(year: DeclaredYear): Columns {
  const each = own(year);
  const { word, document } = YEARS[year];
  return {
    ...EMPLOYEE,
    "マイナンバーの有無": ({ numbered }) => yesNo(numbered.has(numberedAs(null))),
    [`${word} 扶養控除等申告書`]: made(document),
    ...residences(year),
    "配偶者の有無": ({ declaration }) => yesNo(declaration.spouse[year]),
    "事実婚の有無": each((said) => said.commonLaw ?? false),
    "寡婦・ひとり親": each(({ widow }) => widow && WIDOWS[widow]),
    "寡婦・ひとり親の理由": each(({ widowReason }) => widowReason && WIDOW_REASONS[widowReason]),
    ...student(year),
    "障害者区分": each((said) => disabilityKind(said.disability)),
    "障害者手帳の種類": each((said) => certificate(said.disability)),
    "障害者手帳の交付年月日": each((said) => day(said.disability?.issuedOn)),
    "障害者手帳交付年月日": each((said) => day(said.disability?.issuedOn)),
    "障害者手帳添付有無": ({ declaration }) =>
      picturesOf(declaration.pictures, "disability", SELF, year === "thisYear" ? "this" : "next").length > 0,
  };
}

const income = (cell: (row: Row["figures"]["thisYear"]["self"]) => Cell): Reader => ({ figures }) =>
  cell(figures.thisYear.self);

function incomeKind(kind: IncomeKind): Columns {
  const label = INCOME_LABELS[kind];
  return {
    [`${label} ${kind === "misc" ? "収入金額" : "収入額"}`]: ({ declaration }) =>
      declaration.income.thisYear.incomes?.[kind].revenue,
    [`${label} 必要経費`]: ({ declaration }) => declaration.income.thisYear.incomes?.[kind].cost,
    [`${label} 所得金額`]: income(({ income: { kinds } }) => kinds?.[kind]),
  };
}

/** 所得 of this year. */
export const INCOME: Columns = {
  "基礎控除等申告書 区分1": income(({ band }) => band),
  "本年中の合計所得金額": income((self) => self.income.total),
  "本年中の給与所得見積額": income((self) => self.income.salaryIncome),
  "本年中の給与以外所得見積額": income((self) => self.income.otherIncome),
  "本年中の合計所得金額(所得金額調整控除後)": income((self) => self.income.adjustedTotal),
  "本年中の給与所得見積額(所得金額調整控除後)": income((self) => self.income.adjustedSalaryIncome),
  "所得金額調整控除額": income(({ income: { salary, adjustment } }) => salary === null ? null : adjustment),
  "本年中の給与収入": income((self) => self.income.salary),
  // As the form has it: a ground that does not hold is none.
  "所得金額調整 - 申告条件": ({ declaration: { income: { adjustment } }, figures: { adjusted } }) =>
    adjusted && adjustment ? ADJUSTMENT_GROUNDS.indexOf(adjustment.ground) + 1 : null,
  ...Object.assign({}, ...INCOME_KINDS.map(incomeKind)),
  "その他所得 特別控除額": ({ declaration }) => declaration.income.thisYear.incomes?.other.special,
  "基礎控除の額": income(({ basic }) => basic),
  "特定親族特別控除の額の合計": ({ figures }) => figures.specialDeduction,
};

/**
 * 他の所得者が控除されている家族. The files have places for one, the first that was entered. Their 障害者区分 is there for
 * 所得金額調整控除, so of a 特別障害者 only (reference/csv-columns.md 2.5).
 */
export function sharedColumns(): Columns {
  const p = "他の所得者が控除されている家族 ";
  const each = (cell: (one: SharedPerson, row: Row) => Cell): Reader => (row) => {
    const [first] = row.declaration.family.shared;
    return first && cell(first, row);
  };
  const special = ({ disability }: SharedPerson) => disability?.kind === "ordinary" ? null : disability;
  return {
    [`${p}続柄`]: each((one) => one.relation.name),
    [`${p}性別`]: each((one) => gender(one.gender)),
    [`${p}姓`]: each((one) => one.lastName),
    [`${p}名`]: each((one) => one.firstName),
    [`${p}姓（ヨミガナ）`]: each((one) => one.lastNameKana),
    [`${p}名（ヨミガナ）`]: each((one) => one.firstNameKana),
    [`${p}生年月日`]: each((one) => day(one.birthOn)),
    [`${p}同居・別居の別`]: each((one) => LIVING_LABELS[one.living]),
    ...addressColumns<SharedPerson>(`${p}住所`, ({ address }) => address, each),
    [`${p}障害者区分`]: each((one) => disabilityKind(special(one))),
    [`${p}障害の状態又は交付を受けている手帳などの種類`]: each((one) => certificate(special(one))),
    [`${p}障害者手帳交付年月日`]: each((one) => day(special(one)?.issuedOn)),
    [`${p}障害者手帳の画像添付の有無`]: each((one, { declaration }) =>
      special(one)?.certificate &&
      picturesOf(declaration.pictures, "disability", one.id, "this").length > 0
    ),
    [`${p}年間所得見積額`]: each((one) => one.income),
  };
}

/** Flags of forms, of 基・配・所 and the housing loan. */
export const FORMS: Columns = {
  "配偶者控除等申告書": ({ request, figures }) =>
    request.documents.basic_spouse_adjustment !== undefined &&
    (figures.thisYear.spouse?.deduction?.deduction ?? 0) > 0,
  "所得金額調整控除申告書": ({ request, figures }) =>
    request.documents.basic_spouse_adjustment !== undefined && figures.adjusted,
  "基礎控除等申告書": made("basic_spouse_adjustment"),
  "住宅借入金等特別控除申告フラグ": ({ declaration: { housingLoan: { claim } } }) =>
    claim !== null && claim !== "no",
  "住宅借入金等特別控除申告書作成の有無フラグ": made("housing_loan"),
};
