import { encodeCp932 } from "../formats/cp932.ts";
import type { User } from "../domain/user.ts";
import { codeOf, GROUP } from "./requests_fixture.ts";
import { type Company, type Ended, fileOf, PASSWORD } from "./test_tools.ts";

/** For tests of the CSVs that change 依頼 of a group (rows 28 and 35). */
export interface Upload {
  user?: User;
  name?: string;
  password?: string;
}

/** Starts the import of a CSV text, or of bytes, for 本社; a text goes as Shift_JIS, as Excel saves it. */
export async function startUpload(
  c: Company,
  operation: string,
  csv: string | Uint8Array<ArrayBuffer>,
  { user, name = "変更.csv", password = PASSWORD }: Upload = {},
) {
  const file = fileOf(typeof csv === "string" ? encodeCp932(csv).bytes : csv, name);
  return await c.accept({ operation, group: GROUP, fields: [["password", password]], file }, user);
}

/** Imports it to its end. */
export async function upload(
  c: Company,
  operation: string,
  csv: string | Uint8Array<ArrayBuffer>,
  more: Upload = {},
): Promise<Ended> {
  const { id } = await startUpload(c, operation, csv, more);
  return await c.ended(id, more.user);
}

/** A CSV with this header; `rows`: cells after the 社員番号 of the n-th person, or of somebody else. */
export function csvOf(header: string, rows: readonly (readonly [number | string, string])[]): string {
  const lines = rows.map(([who, cells]) => `${typeof who === "number" ? codeOf(who) : who},${cells}`);
  return [`社員番号,${header}`, ...lines, ""].join("\r\n");
}

/** `社員番号 理由` of every refused row. */
export function refusals({ result }: Ended): string[] {
  return result.errors.map(({ key, reason }) => `${key} ${reason}`);
}
