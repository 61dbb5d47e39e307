import type { MutualAid } from "../declaration/deductions.ts";
import type { Contract } from "../insurance.ts";
import { divisionLabel } from "../insurance_labels.ts";
import type { InsuranceFigures } from "../declaration/computed/insurance.ts";
import { type Cell, type Columns, day, made, type Reader, type Row } from "./row.ts";

/** Who answered 申告しない declares nothing, whatever was imported for them. */
const isDeclared = ({ declaration }: Row) => declaration.insurance.claims !== false;
const contractsOf = (row: Row) => isDeclared(row) ? row.insurance.contracts : [];
const figure = (cell: (figures: InsuranceFigures) => Cell): Reader => (row) =>
  isDeclared(row) ? cell(row.figures.insurance) : null;

/** The repeated block of a kind of contracts. */
function block(name: string, fits: (contract: Contract) => boolean): Columns {
  const p = `${name}{n}:`;
  const each = (cell: (contract: Contract) => Cell): Reader => (row) =>
    contractsOf(row).filter(fits).map(cell);
  return {
    [`${p}保険会社等の名称`]: each(({ company }) => company),
    [`${p}保険料支払先の名称`]: each(({ company }) => company),
    [`${p}保険等の種類`]: each(({ type }) => type),
    [`${p}保険期間`]: each(({ period }) => period),
    [`${p}年金支払期間`]: each(({ period }) => period),
    [`${p}契約者氏名`]: each(({ holder }) => holder),
    [`${p}受取人・氏名`]: each(({ beneficiary }) => beneficiary),
    [`${p}受取人・続柄`]: each(({ relation }) => relation),
    [`${p}続柄`]: each(({ relation }) => relation),
    [`${p}新・旧区分`]: each(divisionLabel),
    [`${p}地震・旧長期`]: each(divisionLabel),
    [`${p}保険料金額`]: each(({ amount }) => amount),
    [`${p}支払い開始日`]: each(({ paymentStartsOn }) => day(paymentStartsOn)),
    [`${p}団体生命保険`]: each(({ source }) => source === "group"),
  };
}

/** The four lines of 小規模企業共済等掛金, as they were entered. */
const MUTUAL_AID = {
  "独立行政法人中小企業基盤整備機構の共済契約の掛金": said("small_business"),
  "企業型年金加入者掛金": (row: Row) => isDeclared(row) ? row.insurance.dc?.amount : null,
  "個人型年金加入者掛金": said("individual"),
  "心身障害者扶養共済制度に関する契約の掛金": said("disabled"),
};

function said(line: MutualAid): (row: Row) => Cell {
  return (row) => isDeclared(row) ? row.declaration.insurance.mutualAid[line].amount : null;
}

/** 社会保険 whose kind nobody said counts as 国民年金, as in the figures. */
const isPension = ({ kind, social }: Contract) => kind === "social" && social !== "health_and_care";

/** 保険料控除情報, 横並び. */
export const INSURANCE: Columns = {
  "保険料控除申告書": made("insurance"),
  ...block("一般の生命保険料", ({ kind }) => kind === "life"),
  ...block("介護医療保険料", ({ kind }) => kind === "care"),
  ...block("個人年金保険料", ({ kind }) => kind === "pension"),
  ...block("地震保険料控除", ({ kind }) => kind === "earthquake"),
  ...block("国民年金・国民年金基金", isPension),
  ...block("国民健康保険料・介護保険料等", ({ social }) => social === "health_and_care"),
  "一般の生命保険料:新保険料等の金額の合計額": figure(({ life }) => life.general.newSum),
  "一般の生命保険料:旧保険料等の金額の合計額": figure(({ life }) => life.general.oldSum),
  "一般の生命保険料:(イ)の金額": figure(({ life }) => life.general.deduction),
  "介護医療保険料:金額の合計額": figure(({ life }) => life.care.sum),
  "介護医療保険料:計算式に当てはめて計算した金額": figure(({ life }) => life.care.deduction),
  "個人年金保険料:新保険料の金額の合計額": figure(({ life }) => life.pension.newSum),
  "個人年金保険料:旧保険料の金額の合計額": figure(({ life }) => life.pension.oldSum),
  "個人年金保険料:(ハ)の金額": figure(({ life }) => life.pension.deduction),
  "生命保険料:生命保険料控除額": figure(({ life }) => life.total),
  "地震保険料:地震保険料の金額の合計額": figure(({ earthquake }) => earthquake.quakeSum),
  "地震保険料:旧長期損害保険料の金額の合計額": figure(({ earthquake }) => earthquake.oldLongTermSum),
  "地震保険料:地震保険料控除額": figure(({ earthquake }) => earthquake.deduction),
  "国民年金・国民年金基金:保険料合計金額": figure(({ social }) => social.nationalPension),
  "国民健康保険料・介護保険料等:保険料合計金額": figure(({ social }) => social.healthAndCare),
  "社会保険料:合計控除額": figure(({ social }) => social.deduction),
  ...MUTUAL_AID,
  "小規模企業共済等掛金:合計控除額": figure(({ mutualAid }) => mutualAid.deduction),
};

/** 保険種別 in the order of the file. */
const KINDS: readonly (readonly [word: string, fits: (contract: Contract) => boolean])[] = [
  ["一般の生命保険", ({ kind }) => kind === "life"],
  ["介護医療保険", ({ kind }) => kind === "care"],
  ["個人年金保険", ({ kind }) => kind === "pension"],
  ["地震保険", ({ kind }) => kind === "earthquake"],
  ["国民年金・国民年金基金", isPension],
  ["国民健康保険料・介護保険料", ({ social }) => social === "health_and_care"],
];
const MUTUAL_AID_WORD = "小規模企業共済";

/** What has a row: the contracts by 保険種別, and null for all of 小規模企業共済 together. */
function detailsOf(row: Row): (Contract | null)[] {
  const contracts = contractsOf(row);
  const paid = Object.values(MUTUAL_AID).some((read) => Number(read(row) ?? 0) > 0);
  return [...KINDS.flatMap(([, fits]) => contracts.filter(fits)), ...(paid ? [null] : [])];
}

/** How many rows somebody has in 年末調整_保険料控除内訳.csv. */
export const detailRows = (row: Row) => detailsOf(row).length;

const each = (cell: (contract: Contract) => Cell): Reader => (row) =>
  detailsOf(row).map((contract) => contract && cell(contract));

/** 年末調整_保険料控除内訳.csv: a row a contract, and one of 小規模企業共済. */
export const DETAILS: Columns = {
  "保険料控除申告書": made("insurance"),
  "保険種別": (row) =>
    detailsOf(row).map((one) => one ? KINDS.find(([, fits]) => fits(one))![0] : MUTUAL_AID_WORD),
  "保険会社等の名称": each(({ company }) => company),
  "保険等の種類": each(({ type }) => type),
  "保険期間": each(({ period }) => period),
  "支払い開始日": each(({ paymentStartsOn }) => day(paymentStartsOn)),
  "契約者氏名": each(({ holder }) => holder),
  "保険料金額": each(({ amount }) => amount),
  "団体保険フラグ": each(({ source }) => source === "group"),
  "新・旧区分": each((contract) => contract.kind === "social" ? "" : divisionLabel(contract)),
  ...Object.fromEntries(
    Object.entries(MUTUAL_AID).map(([header, read]): [string, Reader] => [
      header,
      (row) => detailsOf(row).map((contract) => contract ? null : read(row)),
    ]),
  ),
};
