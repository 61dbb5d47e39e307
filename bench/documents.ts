/**
 * The documents of a group as PDFs in a ZIP: documents a second, memory and bytes, through the engine as the product starts
 * it, beside pdfkit alone, which writes the texts of as many forms in the same font, one below the other, and keeps nothing.
 * `deno run -A bench/documents.ts [employees]`
 */
import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import { collectedOf } from "../domain/declaration/collected.ts";
import { contextFor, formYearOf } from "../domain/forms/form_year.ts";
import { boxesOf } from "../domain/forms/mod.ts";
import { isAsked } from "../domain/perform.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, type DocumentKind } from "../domain/request.ts";
import { madeOf } from "../jobs/documents/forms.ts";
import { NO_NUMBERS, sheetsOf } from "../sheets/mod.ts";
import { startCompany } from "./company.ts";
import { peakMemory, row, seconds } from "./tools.ts";

const employees = Number(Deno.args[0] ?? 5_000);
const FONT_FILE = fileURLToPath(
  import.meta.resolve("@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf"),
);
/** Forms that pdfkit alone is given of each kind. */
const SOME = 20;

const { folder, services, stop, tenant, asker } = await startCompany(employees);
const data = services.stores(tenant);
const group = (await data.groups.list()).find(({ name }) => name === "本社")!;

interface Made {
  documents: number;
  seconds: number;
  bytes: number;
}

/** Starts an operation on the group and waits for its end by the event stream, as a page does. */
async function download(operation: string, kinds: readonly DocumentKind[]): Promise<Made> {
  const fields = kinds.map((kind): [string, string] => ["documents", kind]);
  const submission = { operation, group: group.id, key: null, fields, file: null };
  const { id } = await services.jobs.accept(asker, submission);
  const control = new AbortController();
  if ((await services.jobs.detail(asker, id)).job.status === "running") {
    for await (const event of services.jobs.events(asker, control.signal)) {
      if (event.id === id && event.status !== "running") break;
    }
  }
  control.abort();
  const { job, result } = await services.jobs.detail(asker, id);
  if (!job.status.startsWith("completed") || !result) throw new Error(`${job.title}: ${job.message}`);
  const counts = result.details.map((line) => Number(/：([\d,]+)件$/.exec(line)?.[1]?.replace(",", "") ?? 0));
  return {
    documents: counts.reduce((sum, n) => sum + n, 0),
    seconds: (Date.parse(job.finishedAt!) - Date.parse(job.startedAt!)) / 1000,
    bytes: result.attachments[0]!.size,
  };
}

/** The texts of forms of the group, form by form. */
async function textsOf(kinds: readonly DocumentKind[]): Promise<string[][]> {
  const texts: string[][] = [];
  const year = await formYearOf(data, tenant!.year);
  for await (const batch of data.members.walk(group.id)) {
    const members = batch.filter(isAsked).filter((member) => madeOf(member, kinds).length > 0).slice(0, SOME);
    const collected = await collectedOf(data, members);
    for (const [i, member] of members.entries()) {
      for (const kind of madeOf(member, kinds)) {
        const form = boxesOf(kind, collected[i]!, contextFor(year, member.employee));
        texts.push(sheetsOf(form, NO_NUMBERS).flatMap((sheet) => sheet.texts.map(({ text }) => text)));
      }
    }
    break;
  }
  return texts;
}

/** pdfkit alone; how many bytes it wrote. */
function drawAlone(texts: readonly string[]): Promise<number> {
  const pdf = new PDFDocument({ size: "A4", margin: 20 });
  let bytes = 0;
  pdf.on("data", (piece: Uint8Array) => bytes += piece.length);
  pdf.font(FONT_FILE).fontSize(6);
  for (const [i, text] of texts.entries()) {
    if (text !== "") {
      pdf.text(text, 20 + 180 * (i % 3), 20 + 6 * Math.floor(i / 3) % 780, { lineBreak: false });
    }
  }
  return new Promise((resolve) => {
    pdf.on("end", () => resolve(bytes));
    pdf.end();
  });
}

const WHAT: [string, readonly DocumentKind[]][] = [
  [DOCUMENT_LABELS.this_year_dependants, ["this_year_dependants"]],
  ["all five documents", DOCUMENT_KINDS],
];
// A worker is up before memory is looked at; it has no font yet.
await download("download_request_statuses", []);
const idle = Deno.memoryUsage().rss;
const runs: { label: string; kinds: readonly DocumentKind[]; made: Made; memory: number }[] = [];
for (const [label, kinds] of WHAT) {
  let made: Made | null = null;
  const before = (Deno.memoryUsage().rss - idle) / 1024 / 1024;
  const memory = before +
    await peakMemory(async () => void (made = await download("download_documents", kinds)));
  runs.push({ label, kinds, made: made!, memory });
}
console.info("| what | ours | bare KV, same run | target |\n|---|---|---|---|");
for (const { label, kinds, made: { documents, seconds: took, bytes }, memory } of runs) {
  const texts = await textsOf(kinds);
  const alone = texts.length / await seconds(async () => {
    for (const one of texts) await drawAlone(one);
  });
  row(
    `${label}: ${documents.toLocaleString()} PDFs of 本社, of ${employees.toLocaleString()} people`,
    `${(documents / took).toFixed(0)}/s, ${Math.round(memory)} MB, ${
      (bytes / documents / 1024).toFixed(1)
    } KiB each`,
    `pdfkit alone: ${alone.toFixed(0)}/s`,
    "≥ 50/s; ≤ 250 MB",
  );
}
await stop();
await Deno.remove(folder, { recursive: true });
