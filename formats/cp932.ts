import iconv from "iconv-lite";

/** Text in CP932 (the Shift_JIS of Windows), and what did not survive. */
export interface Cp932 {
  bytes: Uint8Array<ArrayBuffer>;
  /** Characters that CP932 lacks, each once, in order of appearance; `?` stands for them in `bytes`. */
  lost: string[];
}

/** Same-looking characters of which CP932 has the right one only (kv.md §5): Unix and macOS type the left one. */
const SUBSTITUTES = new Map([["〜", "～"], ["−", "－"], ["‖", "∥"], ["—", "―"]]);

/** A kana with its sound mark apart, as macOS writes names of files: か + ゙. CP932 has the two in one. */
const APART = /[\u3041-\u30ff][\u3099\u309a]/g;

/**
 * Encodes `text` as CP932 and names each character that would be lost. `¥` and `‾` count as lost: encoders make
 * `\` and `~` of them, which is another character when it is read again. So do user-defined ones (外字).
 */
export function encodeCp932(text: string): Cp932 {
  if (isEncodable(text)) return { bytes: encode(text), lost: [] };
  const lost = new Set<string>();
  let kept = "";
  for (const character of joinKana(text)) {
    const substitute = SUBSTITUTES.get(character) ?? character;
    if (isEncodable(substitute)) kept += substitute;
    else {
      lost.add(character);
      kept += "?";
    }
  }
  return { bytes: encode(kept), lost: [...lost] };
}

/** か + ゙ as が, and nothing else: NFC would make other characters of some that CP932 has (神 of U+FA19, Å of U+212B). */
export function joinKana(text: string): string {
  return text.replace(APART, (pair) => pair.normalize("NFC"));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(iconv.encode(text, "cp932"));
}

let table: Uint8Array | null = null;

function isEncodable(text: string): boolean {
  table ??= encodableUnits();
  for (let i = 0; i < text.length; i++) {
    if (table[text.charCodeAt(i)] === 0) return false;
  }
  return true;
}

/** 1 for each UTF-16 unit that comes back as itself; CP932 has nothing beyond the first plane. */
function encodableUnits(): Uint8Array {
  const units = new Uint8Array(0x10000);
  const decoder = new TextDecoder("shift_jis");
  const characters = decoder.decode(everySequence()).replaceAll("\ufffd", "").split("\n");
  const back = decoder.decode(iconv.encode(characters.join("\n"), "cp932")).split("\n");
  characters.forEach((character, i) => {
    if (character.length === 1 && back[i] === character) units[character.charCodeAt(0)] = 1;
  });
  units[0x0a] = 1;
  return units;
}

/** Every byte alone, a line feed behind it so that it leads nothing, and every pair of lead and trail byte. */
function everySequence(): Uint8Array {
  const bytes: number[] = [];
  for (let lead = 0; lead < 0x100; lead++) bytes.push(lead, 0x0a);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) bytes.push(lead, trail, 0x0a);
  }
  return new Uint8Array(bytes);
}
