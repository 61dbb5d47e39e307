import { Buffer } from "node:buffer";

/** For tests: how many pages a PDF of ours has. */
export function pagesIn(pdf: Uint8Array): number {
  return [...objectsIn(pdf).values()].filter((object) => /\/Type \/Page\b/.test(object)).length;
}

/** For tests: the bookmarks of a PDF of ours, in order. */
export function bookmarksIn(pdf: Uint8Array): string[] {
  return [...objectsIn(pdf)].sort(([a], [b]) => a - b).flatMap(([, object]) => {
    const title = /\/Parent \d+ 0 R\n\/Title (\([^]*\))\n/.exec(object)?.[1];
    return title === undefined ? [] : [stringOf(title)];
  });
}

/** For tests: an entry of the 文書情報 of a PDF of ours; null: it has none. */
export function infoIn(pdf: Uint8Array, name: string): string | null {
  const objects = objectsIn(pdf);
  const named = (object: string, key: string) =>
    objects.get(Number(new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1])) ?? null;
  const info = named(textOf(pdf).slice(textOf(pdf).lastIndexOf("trailer")), "Info");
  const value = info && named(info, name);
  return value === null ? null : stringOf(value);
}

/** The objects by their number. */
function objectsIn(pdf: Uint8Array): Map<number, string> {
  return new Map(
    [...textOf(pdf).matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, n, object]) => [Number(n), object!]),
  );
}

/** One character a byte. */
function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString("latin1");
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** What a string object in its brackets says: UTF-16 behind a byte order mark (ISO 32000-1 §7.3.4.2, §7.9.2.2). */
function stringOf(object: string): string {
  const raw = object.slice(1, -1).replace(/\\([^])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
  const bytes = Buffer.from(raw, "latin1");
  return raw.startsWith("\xfe\xff") ? new TextDecoder("utf-16be").decode(bytes) : raw;
}
