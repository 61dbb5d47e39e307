import fc from "fast-check";

/** Cells with everything that CSV readers trip over. */
const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "\t", " ", "'", "=", "あ", "0"), maxLength: 8 }),
).map((text) => text.toWellFormed());

/** Records of any width, none blank. */
export const records = fc.array(
  fc.array(cell, { minLength: 1, maxLength: 5 }).filter((cells) => cells.length > 1 || cells[0] !== ""),
  { maxLength: 12 },
);

export const lineEnd = fc.constantFrom("\r\n", "\n", "\r");

/** How many lines a text begins after its first. */
export function breaksIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
