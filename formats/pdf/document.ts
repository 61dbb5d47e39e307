import { drawSheet } from "./draw.ts";
import { openFont } from "./font.ts";
import { type Lost, withoutMissing } from "./missing.ts";
import { overflowSheets } from "./overflow.ts";
import { type Sheet, sizeOf } from "./sheet.ts";

export type { Lost } from "./missing.ts";

/** What a document says of itself. */
export interface PdfInfo {
  title: string;
  /** Who it is from. */
  author: string;
  subject?: string;
  /** Its time, in ms: everything else of a document comes from its sheets, so that the same ones make the same bytes. */
  createdAt: number;
}

/** Sheets with a bookmark of their own; "": none. */
export interface Section {
  bookmark: string;
  sheets: readonly Sheet[];
}

/**
 * Draws a PDF 1.7 page by page, with an embedded subset of the font, a text layer, bookmarks and 文書情報. A text that has
 * no room stands on a page behind its section. `write` is called for each piece, one after another. Answers what could
 * not be printed, section by section.
 */
export async function writePdf(
  sections: AsyncIterable<Section> | Iterable<Section>,
  info: PdfInfo,
  write: (bytes: Uint8Array) => Promise<void> | void,
): Promise<Lost[][]> {
  // Loaded by the threads that draw: it takes 40 MB, fontkit among them.
  const [{ default: PDFDocument }, font] = await Promise.all([import("pdfkit"), openFont()]);
  const time = new Date(info.createdAt);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // Not Helvetica, whose metrics would be read for nothing.
    font: null as unknown as string,
    // It would remember every text of the document, and ours is laid out as fast as it is looked up. Not among its types.
    ...{ fontLayoutCache: false },
    pdfVersion: "1.7",
    lang: "ja-JP",
    displayTitle: true,
    info: {
      Title: info.title,
      Author: info.author,
      ...(info.subject && { Subject: info.subject }),
      Creator: "Nencho",
      Producer: "Nencho (pdfkit)",
      CreationDate: time,
      ModDate: time,
    },
  });
  const pieces: Uint8Array[] = [];
  pdf.on("data", (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise((resolve, reject) => pdf.on("end", resolve).on("error", reject));
  pdf.registerFont("body", font.handle as unknown as string).font("body");
  const flush = async () => {
    for (const piece of pieces.splice(0)) await write(piece);
  };

  const page = (sheet: Sheet) => {
    const { w, h } = sizeOf(sheet);
    pdf.addPage({ size: [w, h], margin: 0 });
    return drawSheet(pdf, sheet, font);
  };
  const lost: Lost[][] = [];
  for await (const { bookmark, sheets } of sections) {
    const overflowing = [];
    const printable = sheets.map((sheet) => withoutMissing(sheet, font));
    lost.push(printable.flatMap((one) => one.lost));
    for (const [i, { sheet }] of printable.entries()) {
      overflowing.push(...page(sheet));
      if (i === 0 && bookmark !== "") pdf.outline.addItem(bookmark);
      await flush();
    }
    const of = [bookmark, info.subject ?? ""].filter((text) => text !== "").join(" ");
    for (const sheet of overflowSheets(overflowing, of)) page(withoutMissing(sheet, font).sheet);
    await flush();
  }
  pdf.end();
  await ended;
  await flush();
  return lost;
}
