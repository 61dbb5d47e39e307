import { encodeCsv } from "../formats/csv_write.ts";
import { safeFileName } from "../formats/filename.ts";
import type { Output, Outputs } from "./engine/outputs.ts";
import type { CsvFile, CsvOptions } from "./job.ts";

/** Characters that Shift_JIS lacks were written as `?`: an operation that writes Shift_JIS has to ask first. */
class LostCharacters extends Error {
  override readonly name = "LostCharacters";
}

/** Begins a CSV, or goes on with it; `inside`: the ZIP that it is a part of. */
export async function openCsv(
  outputs: Outputs,
  { name, above, header, encoding, neutralise }: CsvOptions,
  inside?: string,
): Promise<{ output: Output; file: CsvFile }> {
  const style = { charset: encoding, neutralise };
  const output = await outputs.open({
    name: safeFileName(name),
    type: `text/csv; charset=${encoding}`,
    inside,
    // The header is never neutralised: it is ours.
    head: bytesOf(above ? [above, header] : [header], { ...style, neutralise: false }, true),
  });
  const write: CsvFile["write"] = async (rows) => {
    if (rows.length > 0) await output.write(bytesOf(rows, style, false));
  };
  return { output, file: { write } };
}

function bytesOf(...[records, style, start]: Parameters<typeof encodeCsv>): Uint8Array<ArrayBuffer> {
  const { bytes, lost } = encodeCsv(records, style, start);
  if (lost.length > 0) throw new LostCharacters(lost.flatMap(({ characters }) => characters).join(""));
  return bytes;
}
