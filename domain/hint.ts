import type { Question } from "./questionnaire.ts";
import type { ReasonCode, ReasonParams } from "./reasons.ts";
import { UNSEEN } from "./text.ts";

/** The longest ヒントメッセージ, in characters. */
export const MAX_HINT = 2_000;

/** A hint as it is shown: runs of text, and links. */
export type HintPart = { text: string; href: string | null };

/** Why a text is no hint. */
export type HintProblem =
  | { why: "too_long"; count: number }
  /** A tag that is not allowed, or a link that is not written as `<a href="https://…">…</a>`; as it was written. */
  | { why: "markup"; found: string }
  /** A link that leads to anything but a web page. */
  | { why: "address"; found: string }
  /** Characters that are never meant: NUL and other controls, halves of a pair. */
  | { why: "characters" };

/** What a browser would take for a tag, a comment or a declaration; any other `<` is a character like others. */
const TAG = /<(?=[a-zA-Z/!?])[^>]*>?/g;
const LINK = /^<a\s+href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')\s*>$/i;
const LINK_END = /^<\/a\s*>$/i;
/** Of what was found so much is told. */
const SHOWN = 60;

/**
 * A hint out of what somebody wrote: lines end with LF, nothing stands around it. Of markup it may hold links to web
 * pages only (reference/imports.md §2.10); "" is no hint of one's own.
 */
export function hintOf(written: string): { text: string } | { problem: HintProblem } {
  const text = written.replace(/\r\n?/g, "\n").trim();
  if (UNSEEN.test(text.replaceAll("\t", " "))) return { problem: { why: "characters" } };
  const count = [...text].length;
  if (count > MAX_HINT) return { problem: { why: "too_long", count } };
  const parts = read(text);
  return "why" in parts ? { problem: parts } : { text };
}

/** What a group says of a question with `written`: its own hint, or null where that is none or the default itself. */
export function ownHintOf(
  { hint }: Pick<Question, "hint">,
  written: string,
): { own: string | null } | { problem: HintProblem } {
  const read = hintOf(written);
  if ("problem" in read) return read;
  return { own: read.text === "" || read.text === hint ? null : read.text };
}

/** Why a text is no hint, as people read it. */
export function hintReason(problem: HintProblem): { code: ReasonCode; params: ReasonParams } {
  switch (problem.why) {
    case "too_long":
      return { code: "hint_too_long", params: { count: problem.count, max: MAX_HINT } };
    case "markup":
    case "address":
      return { code: `hint_${problem.why}`, params: { found: problem.found } };
    case "characters":
      return { code: "hint_characters", params: {} };
  }
}

/** The parts of a hint; one that breaks the rules (stored by another version) is shown as the text that it is. */
export function hintParts(text: string): HintPart[] {
  const parts = read(text);
  return "why" in parts ? [{ text, href: null }] : parts;
}

function read(text: string): HintPart[] | HintProblem {
  const parts: HintPart[] = [];
  let from = 0;
  let link: { href: string; tag: string } | null = null;
  const take = (until: number) => {
    if (until > from) parts.push({ text: text.slice(from, until), href: link?.href ?? null });
  };
  for (const { 0: tag, index } of text.matchAll(TAG)) {
    take(index);
    if (link === null) {
      const href = LINK.exec(tag);
      if (!href) return { why: "markup", found: shorten(tag) };
      const address = addressOf(href[1] ?? href[2] ?? "");
      if (address === null) return { why: "address", found: shorten(tag) };
      link = { href: address, tag };
    } else {
      const empty = text.slice(from, index).trim() === "";
      if (!LINK_END.test(tag) || empty) {
        return { why: "markup", found: shorten(empty ? link.tag + tag : tag) };
      }
      link = null;
    }
    from = index + tag.length;
  }
  if (link) return { why: "markup", found: shorten(link.tag) };
  take(text.length);
  return parts;
}

/** Where a link leads, when that is a page of the web and nobody's password stands in it; null otherwise. */
function addressOf(href: string): string | null {
  const url = URL.parse(href.trim().replaceAll("&amp;", "&"));
  if (!url || !/^https?:\/\//i.test(href.trim())) return null;
  return url.username === "" && url.password === "" ? url.href : null;
}

function shorten(found: string): string {
  const characters = [...found.replaceAll("\n", " ")];
  return characters.length <= SHOWN ? characters.join("") : `${characters.slice(0, SHOWN).join("")}…`;
}
