import { Buffer } from "node:buffer";
// @ts-types="@types/fontkit"
import type * as fontkit from "fontkit";
import type { Metrics } from "./fit.ts";
import { kept } from "./kept.ts";

type ParsedFont = fontkit.Font;
type Glyph = fontkit.Glyph;
/** With what it documents and its types lack. */
type Fontkit = typeof fontkit & { registerFormat(format: unknown): void };

/** The font of all documents, parsed once a thread: BIZ UDPGothic (SIL Open Font License 1.1). */
export interface Font extends Metrics {
  /** What pdfkit is given in the font's place. */
  handle: Uint8Array<ArrayBuffer>;
  /** The characters of a text that the font lacks, each once. */
  missing(text: string): string[];
}

const FILE = "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf";

let opened: Promise<Font> | null = null;

/** The font; read at the first call. */
export function openFont(): Promise<Font> {
  return opened ??= open();
}

async function open(): Promise<Font> {
  const [{ create, registerFormat }, bytes] = await Promise.all([
    import("fontkit") as unknown as Promise<Fontkit>,
    Deno.readFile(new URL(import.meta.resolve(FILE))),
  ]);
  const parsed = create(Buffer.from(bytes)) as ParsedFont;
  const glyphOf = kept((code: number) => parsed.glyphForCodePoint(code));
  const { unitsPerEm, ascent, descent } = parsed;
  layOutPlainly(parsed, glyphOf);
  decodeOnce(parsed);
  return {
    handle: registered(parsed, registerFormat),
    width: kept((text: string) => {
      let width = 0;
      for (const letter of text) width += glyphOf(letter.codePointAt(0)!).advanceWidth;
      return width / unitsPerEm;
    }),
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    missing: kept((text: string) =>
      [...new Set(text)].filter((letter) =>
        letter !== "\n" && !parsed.hasGlyphForCodePoint(letter.codePointAt(0)!)
      )
    ),
  };
}

/**
 * pdfkit parses the bytes that it is given anew for each document; fontkit asks every registered format whether some
 * bytes are its own. Ours are no font but stand for the one that is parsed already.
 */
function registered(
  parsed: ParsedFont,
  registerFormat: Fontkit["registerFormat"],
): Uint8Array<ArrayBuffer> {
  const handle = new Uint8Array(8);
  class Kept {
    constructor() {
      return parsed;
    }
    static probe(bytes: Uint8Array) {
      return bytes === handle;
    }
  }
  registerFormat(Kept);
  return handle;
}

/** One glyph a character, as wide as it is: forms need no ligatures, and shaping takes three quarters of the time. */
function layOutPlainly(parsed: ParsedFont, glyphOf: (code: number) => Glyph): void {
  parsed.layout = (text: string) => {
    const glyphs = [...text].map((letter) => glyphOf(letter.codePointAt(0)!));
    // pdfkit scales them in place.
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return { glyphs, positions, advanceWidth } as unknown as ReturnType<ParsedFont["layout"]>;
  };
}

/** What of a glyph fontkit keeps to itself: its outline, which each subset decodes to see whether it is made of others. */
interface Outlined {
  _decode?(): unknown;
}

/** Decodes the outline of each glyph once, not for every document: a third of the time that a document takes. */
function decodeOnce(parsed: ParsedFont): void {
  const getGlyph = parsed.getGlyph.bind(parsed);
  const decoded = new WeakSet<Glyph>();
  parsed.getGlyph = (id, characters) => {
    const glyph: Glyph & Outlined = getGlyph(id, characters);
    if (glyph && !decoded.has(glyph)) {
      const decode = glyph._decode?.bind(glyph);
      let outline: { value: unknown } | null = null;
      if (decode) glyph._decode = () => (outline ??= { value: decode() }).value;
      decoded.add(glyph);
    }
    return glyph;
  };
}
