import { readCsv } from "../../formats/csv_read.ts";
import { decodeStream } from "../../formats/charset.ts";
import { ok, strictEqual } from "node:assert/strict";
import type { Client } from "./client.ts";
import { download, run } from "./jobs.ts";

/** A line of 年末調整対象従業員一覧. */
export interface ListedPerson {
  code: string;
  lastName: string;
  firstName: string;
  /** Name of the 依頼グループ; empty: none. */
  group: string;
}

/** Everybody in the adjustment, by the product's own 従業員一覧. `by` must be a 管理者. */
export async function listPeople(by: Client): Promise<ListedPerson[]> {
  const job = await run(by, { operation: "download_employee_list" });
  strictEqual(job.status, "completed", job.message);
  const bytes = await download(by, job.id);
  const records: string[][] = [];
  for await (const batch of readCsv(decodeStream(new Blob([bytes]).stream(), "utf-8"))) {
    records.push(...batch.map(({ cells }) => cells));
  }
  ok(records.length > 1);
  return records.slice(1).map(([code = "", lastName = "", firstName = "", , , group = ""]) => ({
    code,
    lastName,
    firstName,
    group,
  }));
}
