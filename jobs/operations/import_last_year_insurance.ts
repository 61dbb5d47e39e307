import { type Contract, CONTRACT_LIMITS } from "../../domain/insurance.ts";
import { replaceLastYear } from "../../domain/insurance_rules.ts";
import { type ContractCells, readContracts } from "../insurance/contract_cells.ts";
import { csvInput, type Row } from "../input.ts";
import { LAST_YEAR_BLOCKS, LAST_YEAR_COLUMNS, LAST_YEAR_TEXT } from "../insurance/columns.ts";
import { type Insured, insuredEffect, tooMany } from "../insurance/insured.ts";
import type { Change, Job, Unit } from "../job.ts";
import { defineOperation } from "../operation.ts";

/**
 * Row 4: 昨年の保険料のインポート. What an employee has from last year is replaced by what the row says, so that a row
 * of 社員番号 alone clears it (reference/imports.md §2.4; operations.md, Decisions).
 */
export const importLastYearInsurance = defineOperation({
  kind: "import_last_year_insurance",
  screen: "employees",
  menu: "インポート",
  label: "昨年の保険料をインポート",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "昨年の保険料のインポート",
  dialog: {
    title: "昨年の保険料のインポート",
    description: [
      "従業員が昨年申告した保険の情報を登録し、今年のアンケートに表示します。保険料の金額は取り込みません。",
      "ファイルにある従業員の昨年の保険料は、すべてファイルの内容に置き換わります。社員番号だけを入力した従業員の昨年の保険料は削除されます。",
      "依頼ステータスが「未依頼」の従業員だけが対象です。団体保険料や、従業員・担当者が入力した保険は変わりません。",
      `登録できる件数は、従業員ごとに、一般・介護医療・個人年金を合わせて${CONTRACT_LIMITS.life}件、` +
      `地震保険は${CONTRACT_LIMITS.earthquake}件、社会保険は種類ごとに${CONTRACT_LIMITS.social}件までです。`,
    ],
    button: "アップロード",
  },
  input: csvInput(
    LAST_YEAR_COLUMNS,
    { name: "昨年の保険料_サンプル.csv", encoding: "shift_jis" },
    { columnsText: LAST_YEAR_TEXT, badHeader: "insurance_header" },
  ),
  async run(job) {
    const effect = insuredEffect<LastYearUnit>(job, (unit, insured) => replaced(unit, insured, job));
    for await (const rows of job.rows()) await job.apply(rows.map(unitOf), effect);
    return job.summary({ done: { registered: "名の昨年の保険料を登録しました。" } });
  },
});

interface LastYearUnit extends Unit {
  contracts: readonly ContractCells[];
}

function unitOf({ line, key, problem, cells }: Row): LastYearUnit {
  if (problem) return { line, key, problem, contracts: [] };
  const read = readContracts(cells, LAST_YEAR_BLOCKS, { complete: false });
  return "problem" in read ? { line, key, contracts: [], problem: read.problem } : { line, key, ...read };
}

function replaced(
  unit: LastYearUnit,
  { member, insurance }: Insured,
  { id, data }: Pick<Job, "id" | "data">,
): Change {
  const contracts = unit.contracts.map((cells, i): Contract => ({
    ...cells,
    id: `${id}-${unit.line}-${i + 1}`,
    source: "last_year",
    editable: true,
    electronic: false,
  }));
  const next = replaceLastYear(insurance, contracts);
  if ("broken" in next) return tooMany(unit, next.broken);
  return { count: "registered", writes: data.insurance.put(member, next.insurance) };
}
