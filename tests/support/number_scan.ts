import { Buffer } from "node:buffer";

/** Twelve digits, as people group them too. */
const WRITTEN = /\d{12,}|\d{4}-\d{4}-\d{4}|\d{4} \d{4} \d{4}/g;

/**
 * Those of `numbers` that stand in `text`: as digits, within longer runs of digits, with hyphens or blanks, and in
 * full-width digits.
 */
export function numbersIn(text: string, numbers: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const narrow = text.replace(
    /[\uff10-\uff19]/g,
    (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );
  for (const [written] of narrow.matchAll(WRITTEN)) {
    const digits = written.replace(/\D/g, "");
    for (let i = 0; i + 12 <= digits.length; i++) {
      const number = digits.slice(i, i + 12);
      if (numbers.has(number)) found.add(number);
    }
  }
  return [...found];
}

/** Those of `numbers` that stand in bytes as UTF-8, Shift_JIS (digits are alike) or UTF-16, at even or odd places. */
export function numbersInBytes(bytes: Uint8Array, numbers: ReadonlySet<string>): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = [
    buffer.toString("utf8"),
    buffer.toString("latin1"),
    buffer.toString("utf16le"),
    buffer.subarray(1).toString("utf16le"),
  ];
  return [...new Set(texts.flatMap((text) => numbersIn(text, numbers)))];
}
