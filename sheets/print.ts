import type { Form } from "../domain/forms/mod.ts";
import { type Lost, type PdfInfo, writePdf } from "../formats/pdf/document.ts";
import type { Sheet } from "../formats/pdf/sheet.ts";
import { type NumberPrint, sheetsOf } from "./mod.ts";

/** A printed document. */
export interface Printed {
  bytes: Uint8Array<ArrayBuffer>;
  /** Characters that the font lacks, place by place. */
  lost: Lost[];
}

/** Prints a form as a PDF of its own. `author`: 会社名; `subject`: whose it is; `createdAt`: ms. */
export async function printForm(
  form: Form,
  numbers: NumberPrint,
  info: { author: string; subject: string; createdAt: number },
): Promise<Printed> {
  return await printSheets(sheetsOf(form, numbers), { ...info, title: form.title });
}

/** Prints the sheets of a document as a PDF of its own, its title as their bookmark. */
export async function printSheets(sheets: readonly Sheet[], info: PdfInfo): Promise<Printed> {
  const pieces: Uint8Array[] = [];
  const [lost = []] = await writePdf(
    [{ bookmark: info.title, sheets }],
    info,
    (piece) => void pieces.push(piece),
  );
  return { bytes: joined(pieces), lost };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
