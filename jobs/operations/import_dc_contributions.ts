import { withDc } from "../../domain/insurance_rules.ts";
import { readAmount } from "../insurance/contract_cells.ts";
import { csvInput, type Row } from "../input.ts";
import { PERSON_COLUMNS } from "../insurance/columns.ts";
import { insuredEffect } from "../insurance/insured.ts";
import type { Unit } from "../job.ts";
import { defineOperation } from "../operation.ts";

const AMOUNT = "企業型年金加入者掛金";

/**
 * Row 7: 企業型確定拠出年金のインポート. The one amount of an employee is replaced and locked: 従業員による情報の編集 is
 * 許可しない (reference/imports.md §2.6).
 */
export const importDcContributions = defineOperation({
  kind: "import_dc_contributions",
  screen: "employees",
  menu: "インポート",
  label: "企業型確定拠出年金をインポート",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "企業型確定拠出年金のインポート",
  dialog: {
    title: "企業型確定拠出年金のインポート",
    description: [
      "従業員が納めた企業型確定拠出年金の加入者掛金を登録します。登録済みの金額は置き換わります。",
      "事業主掛金と、給与から差し引いている掛金は含めないでください。",
      "依頼ステータスが「未依頼」の従業員だけが対象です。取り込んだ掛金は、従業員による編集を許可するまで従業員には変更できません。",
    ],
    button: "アップロード",
  },
  input: csvInput(
    [...PERSON_COLUMNS, { name: AMOUNT, required: true, example: "120000" }],
    { name: "企業型確定拠出年金_サンプル.csv", encoding: "shift_jis" },
  ),
  async run(job) {
    const { insurance } = job.data;
    const effect = insuredEffect<DcUnit>(job, ({ amount }, { member, insurance: before }) => ({
      count: "registered",
      writes: insurance.put(member, withDc(before, amount)),
    }));
    for await (const rows of job.rows()) await job.apply(rows.map(unitOf), effect);
    return job.summary({ done: { registered: "名の企業型確定拠出年金を登録しました。" } });
  },
});

interface DcUnit extends Unit {
  /** Yen. */
  amount: number;
}

function unitOf({ line, key, problem, cells }: Row): DcUnit {
  if (problem) return { line, key, problem, amount: 0 };
  const text = cells[AMOUNT]!.trim();
  if (text === "") {
    return { line, key, problem: { code: "value_missing", params: { column: AMOUNT } }, amount: 0 };
  }
  const read = readAmount(AMOUNT, text);
  return "problem" in read ? { line, key, ...read, amount: 0 } : { line, key, amount: read.value };
}
