import { encodeCp932 } from "../cp932.ts";
import { type Field, FIELD_NAMES, type Fields, type Layout } from "./layout.ts";

const DECODER = new TextDecoder("shift_jis", { fatal: true });
/** What nearly all fields hold: ASCII and half-width kana, which need no closer look. */
const SINGLE_BYTE = /^[\x20-\x7e\uff61-\uff9f]*$/;
// deno-lint-ignore no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** What stands in a record, field by field. */
export function readFields(layout: Layout, bytes: Uint8Array): Fields {
  const fields = {} as Fields;
  for (const name of FIELD_NAMES) fields[name] = readField(layout[name], bytes);
  return fields;
}

function readField(field: Field, bytes: Uint8Array): string | null {
  const text = textOf(bytes.subarray(field.offset, field.offset + field.length));
  if (text === null) return null;
  const empty = text.trim() === "";
  switch (field.kind) {
    case "digits":
      if (empty && field.blank) return "";
      return /^[0-9]+$/.test(text) ? text : null;
    case "text":
      return empty && !field.blank ? null : text.trim();
    case "date":
      return empty || /^0+$/.test(text) ? "" : dateOf(text);
    case "code":
      return Object.hasOwn(field.codes, text) ? field.codes[text]! : null;
  }
}

/**
 * The characters of a field, one a byte or a pair; null where the bytes are no text, or text that Shift_JIS files
 * cannot give back (外字).
 */
function textOf(bytes: Uint8Array): string | null {
  let text;
  try {
    text = DECODER.decode(bytes);
  } catch {
    return null;
  }
  if (SINGLE_BYTE.test(text)) return text;
  return CONTROL.test(text) || encodeCp932(text).lost.length > 0 ? null : text;
}

/** YYYY-MM-DD of a day that exists; null for anything else. */
function dateOf(text: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const day = parts.slice(1).join("-");
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}
