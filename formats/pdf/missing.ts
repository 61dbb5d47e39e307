import type { Font } from "./font.ts";
import type { Sheet } from "./sheet.ts";

/** Characters of a text that the font lacks; 〓 (geta) stands in their places. */
export interface Lost {
  /** The name of its place. */
  field: string;
  characters: string[];
}

const GETA = "〓";

/** A page that the font can print, and what it lacks for it. */
export function withoutMissing(
  sheet: Sheet,
  { missing }: Pick<Font, "missing">,
): { sheet: Sheet; lost: Lost[] } {
  const lost: Lost[] = [];
  const texts = sheet.texts.map((one) => {
    const characters = missing(one.text);
    if (characters.length === 0) return one;
    lost.push({ field: one.field ?? "", characters });
    return {
      ...one,
      text: [...one.text].map((letter) => characters.includes(letter) ? GETA : letter).join(""),
    };
  });
  return { sheet: lost.length === 0 ? sheet : { ...sheet, texts }, lost };
}
