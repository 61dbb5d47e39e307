import {
  holderOf,
  isMyNumber,
  mayHoldNumber,
  normaliseMyNumber,
  type NumberHolder,
  OWN,
  OWN_RELATION,
} from "../../domain/my_number.ts";
import type { Write } from "../../domain/write.ts";
import { csvInput, type Row } from "../input.ts";
import type { Effect, Job, Unit } from "../job.ts";
import { defineOperation } from "../operation.ts";
import { zeroPadded } from "../zero_padded.ts";

const TITLE = "マイナンバーの取り込み";
const NUMBER = "個人番号";

/** The longest 続柄, 姓 or 名: all three are part of a key (reference/kv.md §1). */
const MAX_NAME = 100;

/**
 * Row 42: マイナンバーを取り込む. Keeps 個人番号 for later syncs (row 14), for a master that gives none. What is uploaded is
 * shredded when the job ends; neither errors nor files hold a number.
 */
export const importMyNumbers = defineOperation({
  kind: "import_my_numbers",
  screen: "settings_source",
  menu: null,
  label: "マイナンバーを取り込む",
  scope: "all",
  permission: "admin",
  rerun: "never",
  password: true,
  title: () => TITLE,
  dialog: {
    title: TITLE,
    description: [
      "従業員と家族のマイナンバーをCSVから取り込みます。取り込んだ番号は、依頼グループごとにマイナンバーを同期すると年末調整で使えます。",
      "従業員の番号は、続柄を空欄か「本人」にします。家族の番号は、続柄と姓名が基本機能の家族情報と同じである必要があります。",
      "すでに取り込まれている番号は置き換えられます。アップロードしたファイルは、処理が終わると削除されます。",
    ],
    button: "アップロード",
  },
  input: csvInput(
    [
      { name: "社員番号", required: true, example: "000123" },
      { name: "続柄", required: true, example: OWN_RELATION },
      { name: "姓", required: false, example: "" },
      { name: "名", required: false, example: "" },
      { name: NUMBER, required: true, example: "123456789018" },
    ],
    { name: "マイナンバー取り込み_サンプル.csv", encoding: "utf-8" },
    { unique: ["社員番号", "続柄", "姓", "名"], identity },
  ),
  keepInput: "at_end",
  errorFile: { omit: [NUMBER], hide: holdsNumber },
  async run(job) {
    const effect = keep(job);
    let begun = false;
    for await (const rows of job.rows()) {
      if (!begun) await begin(job);
      begun = true;
      await job.apply(await unitsOf(rows, job), effect);
    }
    await job.myNumbers.end(job.id, job.counted("kept"));
    return job.summary({ done: { kept: "名のマイナンバーを取り込みました。" } });
  },
});

/** A row, and whose number it brings. */
interface NumberRow extends Unit {
  holder: NumberHolder;
  number: string;
}

/** Each row has a key of its own and replaces what lies there, so nothing has to be checked. */
function keep({ myNumbers }: Job): Effect<NumberRow, Write[]> {
  return {
    guards: [],
    read: (rows) => myNumbers.keep(rows.map(({ key, holder, number }) => ({ code: key, holder, number }))),
    change: (_row, writes) => ({ count: "kept", writes }),
  };
}

function begin({ id, actor, myNumbers }: Job): Promise<void> {
  return myNumbers.begin({ job: id, what: "imported", actor, purpose: TITLE });
}

async function unitsOf(rows: readonly Row[], job: Job): Promise<NumberRow[]> {
  const codes = [...new Set(rows.map(({ key }) => key).filter((key) => key !== ""))];
  const known = await knownAmong(codes, job);
  const hints = await zeroPadded(codes.filter((code) => !known.has(code) && !mayHoldNumber(code)), job);
  return rows.map((row) => unitOf(row, known, hints));
}

/**
 * Those of the 社員番号 that a target or a person of the master has. What may be a number in a wrong column is no
 * question to the source: it would stand in an address there.
 */
async function knownAmong(codes: string[], { data, source }: Job): Promise<Set<string>> {
  const places = await data.members.placesOf(codes);
  const others = codes.filter((_, i) => places[i] === undefined);
  const asked = others.filter((code) => !mayHoldNumber(code));
  const masters = asked.length === 0 ? [] : await source.employeesByCode(asked);
  const found = new Set(asked.filter((_, i) => masters[i]));
  const strangers = new Set(others.filter((code) => !found.has(code)));
  return new Set(codes.filter((code) => !strangers.has(code)));
}

function unitOf(row: Row, known: ReadonlySet<string>, hints: ReadonlyMap<string, string>): NumberRow {
  const { line, key, cells } = row;
  const holder = holderIn(cells);
  const number = normaliseMyNumber(cells[NUMBER] ?? "");
  const unit = { line, key, holder, number };
  // Errors keep the 社員番号: a number that stands in its place must not get there.
  if (!known.has(key) && mayHoldNumber(key)) {
    return { ...unit, key: "", problem: { code: "my_number_misplaced", params: {} } };
  }
  const problem = row.problem ?? valueProblem(cells, holder) ?? unknownProblem(key, known, hints);
  return problem ? { ...unit, problem } : unit;
}

function valueProblem(cells: Row["cells"], holder: NumberHolder): Unit["problem"] | null {
  const own = holder.relation === OWN.relation;
  const names: [string, string][] = [["続柄", holder.relation], ["姓", holder.lastName], [
    "名",
    holder.firstName,
  ]];
  // What is kept lies under these names, in the clear.
  if (names.some(([, text]) => mayHoldNumber(text))) return { code: "my_number_in_name", params: {} };
  const missing = own ? undefined : names.find(([, text]) => text === "");
  if (missing) return { code: "value_missing", params: { column: missing[0] } };
  const long = names.find(([, text]) => text.length > MAX_NAME);
  if (long) {
    return { code: "value_too_long", params: { column: long[0], count: long[1].length, max: MAX_NAME } };
  }
  const number = normaliseMyNumber(cells[NUMBER] ?? "");
  if (number === "") return { code: "value_missing", params: { column: NUMBER } };
  return isMyNumber(number) ? null : { code: "my_number_invalid", params: {} };
}

function unknownProblem(
  code: string,
  known: ReadonlySet<string>,
  hints: ReadonlyMap<string, string>,
): Unit["problem"] | null {
  if (known.has(code)) return null;
  const example = hints.get(code);
  return example === undefined
    ? { code: "employee_not_found", params: {} }
    : { code: "employee_not_found_zeros", params: { example } };
}

/** Whose number a row brings: a blank 続柄 is the employee's own, whatever name stands beside it. */
function holderIn(cells: Row["cells"]): NumberHolder {
  const holder = holderOf({
    relation: cells["続柄"] ?? "",
    lastName: cells["姓"] ?? "",
    firstName: cells["名"] ?? "",
  });
  return holder.relation === "" || holder.relation === OWN_RELATION ? OWN : holder;
}

function identity(cells: Row["cells"]): string[] {
  const { relation, lastName, firstName } = holderIn(cells);
  return [(cells["社員番号"] ?? "").trim(), relation, lastName, firstName];
}

/** True for a cell that may hold a number in a wrong column; twelve digits in that of 社員番号 only by their check digit. */
function holdsNumber(cell: string, column: string | null): boolean {
  if (column !== "社員番号") return mayHoldNumber(cell);
  const digits = normaliseMyNumber(cell).replace(/\D/g, "");
  return isMyNumber(digits) || isMyNumber(`0${digits}`) || digits.length > 12;
}
