import { Buffer } from "node:buffer";

/** Where a PDF tells when it was made: in its 文書情報, also as XMP, and in the identifier that is made of it. */
const TIMES = /\(D:\d{14}Z\)|<xmp:\w+Date>[^<]*|\/ID \[[^\]]*\]/g;

/** Blanks, in place, what a PDF says of its time. Throws for one that says nothing of it. */
export function blankPdfTimes(pdf: Uint8Array): void {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const times = [...text.matchAll(TIMES)];
  if (times.length === 0) throw new Error("the PDF tells no time");
  for (const { 0: found, index } of times) pdf.fill(0x30, index, index + found.length);
}

/** The bytes of a PDF without what it says of its time. */
export function withoutPdfTimes(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pdf);
  blankPdfTimes(bytes);
  return bytes;
}
