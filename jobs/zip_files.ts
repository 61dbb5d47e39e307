import { tokyoTime } from "../domain/tokyo_time.ts";
import { distinctFileNames, safeFileName } from "../formats/filename.ts";
import { zipInto } from "../formats/zip.ts";
import { failpoint } from "../kv/failpoint.ts";
import { openCsv } from "./csv_file.ts";
import type { Execution } from "./engine/execution.ts";
import type { Output, Outputs } from "./engine/outputs.ts";
import type { ZipFile } from "./job.ts";

/** The ZIPs of one attempt (docs/decisions/0024-zip.md). */
export interface Zips {
  /** A ZIP that is made of the CSVs begun in it. */
  open(name: string): ZipFile;
  /** Makes the ZIPs out of their CSVs; for when the operation is over. */
  pack(): Promise<void>;
}

/** A ZIP and what lies in it. */
interface Packed {
  output: Output;
  files: { name: string; output: Output }[];
}

/** The ZIPs of an attempt. */
export function zipsOf(x: Execution, outputs: Outputs): Zips {
  const zips: Packed[] = [];

  function open(given: string): ZipFile {
    const name = safeFileName(given);
    const named = distinctFileNames();
    let packed: Packed | null = null;
    return {
      async csv(options) {
        if (!packed) {
          // Before its parts, so that it comes before what the job may leave beside it.
          packed = { output: await outputs.open({ name, type: "application/zip" }), files: [] };
          zips.push(packed);
        }
        const inside = { ...options, name: named(options.name) };
        const { output, file } = await openCsv(outputs, inside, name);
        packed.files.push({ name: inside.name, output });
        return file;
      },
    };
  }

  async function pack() {
    if (zips.length === 0) return;
    // Only what is sealed can be read; and should this attempt die on the way, the next one has only to pack again.
    await outputs.seal(x.checkpoint);
    const modifiedAt = tokyoTime(x.order.acceptedAt);
    for (const { output, files } of zips) {
      const zip = zipInto((bytes) => output.write(bytes), modifiedAt);
      for (const { name, output: { size, read } } of files) {
        failpoint?.("pack");
        await zip.add({ name, size, bytes: read });
      }
      await zip.close();
    }
  }

  return { open, pack };
}
