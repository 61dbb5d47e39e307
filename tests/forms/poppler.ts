import assert from "node:assert/strict";
import type { Area } from "../../formats/pdf/sheet.ts";
import { findProgram } from "../support/programs.ts";

/** A word of a page as poppler reads it, in points from the upper left. */
export interface Word {
  text: string;
  area: Area;
}

/** The programs that judge a PDF; null, said aloud, where one is not installed. */
export async function openPoppler(): Promise<Poppler | null> {
  const [pdftotext, pdffonts, pdftoppm] = [
    await findProgram("pdftotext"),
    await findProgram("pdffonts"),
    await findProgram("pdftoppm"),
  ];
  if (!pdftotext || !pdffonts || !pdftoppm) return null;
  return {
    words: async (file) => pagesOf(text(await run(pdftotext, "-bbox", file, "-"))),
    layout: async (file) => text(await run(pdftotext, "-layout", file, "-")).split("\f"),
    fonts: async (file) => fontsOf(text(await run(pdffonts, file))),
    picture: (file, page) => run(pdftoppm, "-r", "60", "-gray", "-f", `${page}`, "-l", `${page}`, file),
  };
}

export interface Poppler {
  /** The words of each page. */
  words(file: string): Promise<Word[][]>;
  /** Each page as plain text, and an empty one at the end. */
  layout(file: string): Promise<string[]>;
  fonts(file: string): Promise<{ name: string; embedded: boolean; subset: boolean; unicode: boolean }[]>;
  /** A page, from 1, as a grey PGM of 60 dpi. */
  picture(file: string, page: number): Promise<Uint8Array<ArrayBuffer>>;
}

async function run(program: string, ...args: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const { code, stdout, stderr } = await new Deno.Command(program, { args }).output();
  assert.equal(code, 0, `${program}: ${text(stderr)}`);
  return stdout;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

const WORD = /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function pagesOf(html: string): Word[][] {
  return html.split("<page ").slice(1).map((page) =>
    [...page.matchAll(WORD)].map(([, ...found]) => {
      const [x, y, right, bottom] = found.slice(0, 4).map(Number) as [number, number, number, number];
      const word = found[4]!.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
      return { text: word, area: { x, y, w: right - x, h: bottom - y } };
    })
  );
}

/** The table of pdffonts: name, type, encoding, emb, sub, uni and the object. */
function fontsOf(table: string) {
  return table.trim().split("\n").slice(2).map((line) => {
    const [, name, embedded, subset, unicode] =
      /^(\S+) .* (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(line) ??
        assert.fail(line);
    return {
      name: name!,
      embedded: embedded === "yes",
      subset: subset === "yes",
      unicode: unicode === "yes",
    };
  });
}

/** What stands in an area of a page, from line to line, without spaces. */
export function readIn(words: readonly Word[], { x, y, w, h }: Area): string {
  return words
    .filter(({ area }) => {
      const [cx, cy] = [area.x + area.w / 2, area.y + area.h / 2];
      return cx >= x && cx <= x + w && cy >= y && cy <= y + h;
    })
    .toSorted((a, b) => {
      const down = a.area.y + a.area.h / 2 - (b.area.y + b.area.h / 2);
      return Math.abs(down) > Math.min(a.area.h, b.area.h) / 2 ? down : a.area.x - b.area.x;
    })
    .map((word) => unspaced(word.text))
    .join("");
}

/** A text without spaces and line breaks, which are no letters on paper. */
export function unspaced(text: string): string {
  return text.replaceAll(/\s/g, "");
}
