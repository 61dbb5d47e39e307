import { blankPdfTimes } from "./pdf_times.ts";

/** Where the records of a ZIP have what is needed here (APPNOTE 4.3). */
const CENTRAL = {
  signature: 0x02014b50,
  time: 12,
  checksum: 16,
  size: 20,
  nameLength: 28,
  local: 42,
  name: 46,
};
const LOCAL = { time: 10, checksum: 14, nameLength: 26, name: 30 };
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16 };

/**
 * The bytes of a small ZIP with no times in them: those of its files, the digits in their names, and what its PDFs say of
 * theirs.
 */
export function withoutTimes(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END.length;
  if (view.getUint32(end, true) !== END.signature) throw new Error("this is no ZIP without a comment");
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL.signature) throw new Error("the directory of the ZIP is broken");
    const local = view.getUint32(at + CENTRAL.local, true);
    const length = view.getUint16(at + CENTRAL.nameLength, true);
    for (const record of [at + CENTRAL.time, local + LOCAL.time]) view.setUint32(record, 0);
    const name = bytes.subarray(at + CENTRAL.name, at + CENTRAL.name + length);
    if (new TextDecoder().decode(name).endsWith(".pdf")) blankPdf(view, at, local);
    blankDigits(name);
    blankDigits(bytes.subarray(local + LOCAL.name, local + LOCAL.name + length));
    const [extra, comment] = [at + CENTRAL.nameLength + 2, at + CENTRAL.nameLength + 4];
    at += CENTRAL.name + length + view.getUint16(extra, true) + view.getUint16(comment, true);
  }
  return bytes;
}

/** Blanks the times in a PDF that is stored as it is, and the checksums that count them in. */
function blankPdf(view: DataView, central: number, local: number): void {
  const lengths = local + LOCAL.nameLength;
  const start = local + LOCAL.name + view.getUint16(lengths, true) + view.getUint16(lengths + 2, true);
  const size = view.getUint32(central + CENTRAL.size, true);
  blankPdfTimes(new Uint8Array(view.buffer, start, size));
  for (const checksum of [central + CENTRAL.checksum, local + LOCAL.checksum]) view.setUint32(checksum, 0);
}

function blankDigits(name: Uint8Array): void {
  for (const [i, byte] of name.entries()) if (byte >= 0x30 && byte <= 0x39) name[i] = 0x30;
}
