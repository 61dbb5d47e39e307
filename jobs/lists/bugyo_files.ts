import type { DeclaredYear } from "../../domain/declaration/computed/relative.ts";
import { bugyoFile } from "../../domain/lists/tables/bugyo.ts";
import type { Job } from "../job.ts";
import type { ErrorTable, Refused } from "../operation.ts";
import type { ListFile } from "./write_lists.ts";

/** Rows of headers: codes, and names. */
const HEADER_LINES = 2;

/** The ZIP of 給与奉行形式 (reference/screens.md §6.9): a file of the year, and one of the year after it. */
export async function bugyoFiles(job: Job): Promise<ListFile[]> {
  const zip = job.zip("OBC奉行インポート用データ.zip");
  const years: [DeclaredYear, number][] = [["thisYear", job.year], ["nextYear", job.year + 1]];
  const files: ListFile[] = [];
  for (const [which, year] of years) {
    const { codes, list } = bugyoFile(which);
    const file = await zip.csv({
      name: `【OBC奉行インポート用】${reiwa(year)}年末調整用.csv`,
      above: codes,
      header: list.header,
      encoding: job.bugyoEncoding,
      // A machine reads it: an apostrophe would become part of a name.
      neutralise: false,
    });
    const shiftJis = job.bugyoEncoding === "shift_jis" ? { headerLines: HEADER_LINES } : undefined;
    files.push({ list, file, shiftJis });
  }
  return files;
}

/** 2026 → R08. */
function reiwa(year: number): string {
  return `R${String(year - 2018).padStart(2, "0")}`;
}

/** The rows of which characters were replaced, and groups that were left out, in one file. */
export function lostTable(refused: AsyncIterable<Refused[]>): ErrorTable {
  return {
    name: "OBC奉行インポート用データ_エラー.csv",
    header: ["行", "社員番号・依頼グループ", "エラー内容"],
    encoding: "utf-8",
    rows: (async function* () {
      for await (const batch of refused) {
        yield batch.map(({ params, key, reason }) => [String(params.line ?? ""), key, reason]);
      }
    })(),
  };
}
