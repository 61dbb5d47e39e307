import { CONTRACT_LIMITS } from "../../domain/insurance.ts";
import { DAT_FORMATS, type DatFormat } from "../../formats/dat/layout.ts";
import { DAT_CHOICES, datInput } from "../insurance/dat_input.ts";
import { groupInsuranceCsv, registerGroupCsv } from "../insurance/group_csv.ts";
import { registerGroupDat } from "../insurance/group_dat.ts";
import { groupInsuranceResult } from "../insurance/group_result.ts";
import type { Job } from "../job.ts";
import { defineOperation } from "../operation.ts";

/**
 * Row 5: 団体保険料をインポート, from a DAT file of an insurer or from a CSV. Appends, never overwrites; people who are
 * 未依頼 only (reference/imports.md §2.5).
 */
export const importGroupInsurance = defineOperation({
  kind: "import_group_insurance",
  screen: "employees",
  menu: "インポート",
  label: "団体保険料をインポート",
  scope: "all",
  permission: "admin",
  rerun: "confirm",
  title: () => "団体保険料のインポート",
  dialog: {
    title: "団体保険料のインポート",
    description: [
      "会社でまとめて払い込んだ団体保険の保険料を、依頼ステータスが「未依頼」の従業員に登録します。",
      "すでにある保険は書き換えず、追加します。同じ内容の行がすでに登録されている場合は、重ねて登録しません。",
      `登録できる件数は、従業員ごとに、一般・介護医療・個人年金を合わせて${CONTRACT_LIMITS.life}件、` +
      `地震保険は${CONTRACT_LIMITS.earthquake}件までです。`,
      "LINC形式は生命保険料控除、損保標準形式は生命保険料控除と地震保険料控除として登録します。",
    ],
    button: "アップロード",
  },
  fields: [{
    type: "choice",
    name: "format",
    legend: "インポート形式",
    choices: [...DAT_CHOICES, { value: "csv", label: "CSVファイル" }],
  }],
  input: { by: "format", of: { linc: datInput("linc"), sonpo: datInput("sonpo"), csv: groupInsuranceCsv } },
  errorFile: {
    name: "団体生保データ取り込み結果.csv",
    table(job, refused) {
      const format = datFormatOf(job);
      return format && groupInsuranceResult(job, format, refused);
    },
  },
  async run(job) {
    const format = datFormatOf(job);
    if (format) await registerGroupDat(job, format);
    else await registerGroupCsv(job);
    return job.summary(format ? BY_RECORD : BY_PERSON);
  },
});

/** A DAT file has a record for each contract, a CSV a row for each person. */
const BY_RECORD = {
  done: { registered: "件の団体保険料を登録しました。" },
  skipped: { known: "件は登録済みのため、重ねて登録しませんでした。" },
  left: "{n}件は登録済みです。",
};
const BY_PERSON = {
  done: { registered: "名の団体保険料を登録しました。" },
  skipped: { known: "名は登録済みのため、重ねて登録しませんでした。" },
  left: "{n}名は登録済みです。",
};

/** The format of the uploaded DAT file; null: it is a CSV. */
function datFormatOf({ options }: Pick<Job, "options">): DatFormat | null {
  return DAT_FORMATS.find((format) => format === options.format) ?? null;
}
