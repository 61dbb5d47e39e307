import { tokyoTime } from "../domain/tokyo_time.ts";
import { distinctFileNames, safeFileName } from "../formats/filename.ts";
import { storedZipInto } from "../formats/stored_zip.ts";
import { zipInto } from "../formats/zip.ts";
import { failpoint } from "../kv/failpoint.ts";
import { bundled, filesIn } from "./bundle.ts";
import { openCsv } from "./csv_file.ts";
import type { Execution } from "./engine/execution.ts";
import type { Output, Outputs } from "./engine/outputs.ts";
import type { Bundle, ZipFile } from "./job.ts";

/** The ZIPs of one attempt (docs/decisions/0024-zip.md, 0026-documents.md). */
export interface Zips {
  /** A ZIP that is made of the files begun in it. */
  open(name: string): ZipFile;
  /** Makes the ZIPs out of their files; for when the operation is over. */
  pack(): Promise<void>;
}

/** A ZIP, and how it is made of what lies in it once that is sealed. */
interface Packed {
  csvs: { name: string; output: Output }[];
  output: Output;
  bundle: Output | null;
}

/** What a bundle is called among the files of a job; nobody sees it. */
const BUNDLE = "bundle";

/** The ZIPs of an attempt. */
export function zipsOf(x: Execution, outputs: Outputs): Zips {
  const zips: Packed[] = [];

  function open(given: string): ZipFile {
    const name = safeFileName(given);
    const named = distinctFileNames();
    let packed: Packed | null = null;
    /** Before its parts, so that it comes before what the job may leave beside it. */
    async function begun(): Promise<Packed> {
      if (packed) return packed;
      packed = { output: await outputs.open({ name, type: "application/zip" }), csvs: [], bundle: null };
      zips.push(packed);
      return packed;
    }
    return {
      async csv(options) {
        const { csvs } = await begun();
        const inside = { ...options, name: named(options.name) };
        const { output, file } = await openCsv(outputs, inside, name);
        csvs.push({ name: inside.name, output });
        return file;
      },
      async bundle() {
        async function begin(): Promise<Output> {
          const zip = await begun();
          return zip.bundle = await outputs.open({
            name: BUNDLE,
            type: "application/octet-stream",
            inside: name,
          });
        }
        // A bundle in which there is nothing is no file, and its ZIP none.
        const known = x.checkpoint.files.some((file) => file.name === BUNDLE && file.inside === name);
        return bundleInto(known ? await begin() : null, begin);
      },
    };
  }

  async function pack() {
    if (zips.length === 0) return;
    // Only what is sealed can be read; and should this attempt die on the way, the next one has only to pack again.
    await outputs.seal(x.checkpoint);
    const modifiedAt = tokyoTime(x.order.acceptedAt);
    for (const zip of zips) {
      await (zip.bundle ? packBundle(zip, zip.bundle, modifiedAt) : packCsvs(zip, modifiedAt));
    }
  }

  return { open, pack };
}

function bundleInto(known: Output | null, begin: () => Promise<Output>): Bundle {
  let output = known;
  return {
    async add(name, bytes) {
      output ??= await begin();
      await output.write(bundled(name, bytes));
    },
  };
}

async function packCsvs({ csvs, output }: Packed, modifiedAt: string): Promise<void> {
  const zip = zipInto((bytes) => output.write(bytes), modifiedAt);
  for (const { name, output: { size, read } } of csvs) {
    failpoint?.("pack");
    await zip.add({ name, size, bytes: read });
  }
  await zip.close();
}

async function packBundle({ csvs, output }: Packed, bundle: Output, modifiedAt: string): Promise<void> {
  if (csvs.length > 0) throw new Error("a ZIP has CSVs or a bundle");
  const zip = storedZipInto((bytes) => output.write(bytes), modifiedAt);
  for await (const { name, bytes } of filesIn(bundle.read())) {
    failpoint?.("pack");
    await zip.add(name, bytes);
  }
  await zip.close();
}
