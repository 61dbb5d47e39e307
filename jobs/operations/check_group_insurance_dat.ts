import { DAT_FORMATS, type DatFormat } from "../../formats/dat/layout.ts";
import { CONTRACT_COLUMNS, contractCells, readDatContract, UNREADABLE } from "../insurance/dat_contract.ts";
import { DAT_CHOICES, datInput } from "../insurance/dat_input.ts";
import { type DatLine, datLines, surveyDat } from "../insurance/dat_lines.ts";
import type { CsvOptions, Effect, Job, Unit } from "../job.ts";
import { defineOperation } from "../operation.ts";

/** What the check leaves, whether it found errors or not. */
const RESULT: CsvOptions = {
  name: "団体保険ファイル確認結果.csv",
  header: ["氏名コード", ...CONTRACT_COLUMNS, "判定"],
  encoding: "shift_jis",
  neutralise: true,
};

/**
 * Row 41: 団体保険ファイルを確認. Reads a DAT file as row 5 would and says of every record whether it can be read; looks
 * nobody up and changes nothing (reference/imports.md §2.5, CHECKER).
 */
export const checkGroupInsuranceDat = defineOperation({
  kind: "check_group_insurance_dat",
  screen: "employees",
  menu: "インポート",
  label: "団体保険ファイルを確認",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "団体生命保険のインポートファイルチェッカー",
  dialog: {
    title: "団体保険ファイルの確認",
    description: [
      "団体保険のDATファイルを、取り込む前に1件ずつ読み取って確認します。データは変更しません。",
      "読み取れない項目は、結果のCSVファイルに「エラー」と表示します。社員番号との照合はしません。",
    ],
    button: "チェックする",
  },
  fields: [{ type: "choice", name: "format", legend: "ファイルの形式", choices: DAT_CHOICES }],
  input: { by: "format", of: { linc: datInput("linc"), sonpo: datInput("sonpo") } },
  errorFile: {
    name: RESULT.name,
    table: (job) => ({ header: RESULT.header, encoding: RESULT.encoding, rows: resultRows(job) }),
  },
  async run(job) {
    const format = formatOf(job);
    await surveyDat(job, format);
    const after = Number(job.position?.line ?? 0);
    for await (const lines of datLines(job, format)) {
      const rest = lines.filter(({ line }) => line > after);
      if (rest.length > 0) await job.apply(rest.map(unitOf), LOOK_ONLY);
    }
    const outcome = job.summary({ done: { readable: "件を読み取れました。" } });
    // With errors the file is made where every operation's refused units are told.
    if (outcome.status === "completed") {
      const file = await job.csv(RESULT);
      for await (const rows of resultRows(job)) await file.write(rows);
    }
    return outcome;
  },
});

const LOOK_ONLY: Effect<Unit, null> = {
  guards: [],
  read: (units) => Promise.resolve(units.map(() => null)),
  change: () => ({ count: "readable", writes: [] }),
};

function unitOf({ line, fields }: DatLine): Unit {
  const unit = { line, key: fields.nameCode ?? "" };
  const read = readDatContract(fields);
  return "problem" in read ? { ...unit, problem: read.problem } : unit;
}

async function* resultRows(job: Job): AsyncGenerator<string[][], void, undefined> {
  for await (const lines of datLines(job, formatOf(job))) {
    yield lines.map(({ fields }) => [
      fields.nameCode ?? UNREADABLE,
      ...contractCells(fields),
      "problem" in readDatContract(fields) ? UNREADABLE : "問題なし",
    ]);
  }
}

function formatOf({ options }: Pick<Job, "options">): DatFormat {
  const format = DAT_FORMATS.find((one) => one === options.format);
  if (!format) throw new Error("row 41 is started with a format");
  return format;
}
