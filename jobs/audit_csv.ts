import { encodeCsv } from "../formats/csv_write.ts";
import { type AuditLineView, factText, factTexts } from "./audit_view.ts";
import { timeText } from "../domain/tokyo_time.ts";

/** Facts that have a column of their own. */
const COLUMNS = [
  ["status", "結果"],
  ["attempt", "試行"],
  ["done", "処理件数"],
  ["errors", "エラー件数"],
  ["n", "ファイル番号"],
  ["bytes", "サイズ（バイト）"],
  ["sha256", "SHA-256"],
] as const;
const OWN = new Set<string>(COLUMNS.map(([name]) => name));

/** The header of the CSV of the log. */
export const AUDIT_CSV_HEADER: readonly string[] = [
  "日時",
  "出来事",
  "実行者",
  "処理名",
  "処理ID",
  "処理の種類",
  ...COLUMNS.map(([, label]) => label),
  "そのほか",
  "記録ID",
];

/** The log as a CSV that people open: UTF-8 with BOM, formula-like cells neutralised, a batch at a time. */
export async function* auditCsv(
  lines: AsyncIterable<AuditLineView[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const style = { charset: "utf-8", neutralise: true } as const;
  yield encodeCsv([AUDIT_CSV_HEADER], style, true).bytes;
  for await (const batch of lines) yield encodeCsv(batch.map(cellsOf), style, false).bytes;
}

function cellsOf({ id, at, eventLabel, actor, title, job, kind, facts }: AuditLineView): string[] {
  const rest = Object.fromEntries(Object.entries(facts).filter(([name]) => !OWN.has(name)));
  return [
    timeText(Date.parse(at)),
    eventLabel,
    actor ?? "システム",
    title ?? "",
    job ?? "",
    kind ?? "",
    ...COLUMNS.map(([name]) => factText(facts, name)),
    factTexts(rest).map(({ label, text }) => `${label}：${text}`).join("、"),
    id,
  ];
}
