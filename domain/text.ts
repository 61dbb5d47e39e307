import { z } from "zod";

/** Control characters but for the line feed, halves of a pair, and what turns the direction of a line around. */
export const UNSEEN = /[^\P{Cc}\n]|[\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** How long people find a text: a pair of surrogates is one character. */
export function charactersOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A text as it is stored: NFC, lines that end with LF, nothing around it. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

/** What limits a text that somebody writes. */
interface Limits {
  /** In characters. */
  max: number;
  /** May be left empty. */
  optional?: boolean;
  /** Of one line: a line feed in the subject of a mail would end its header. */
  oneLine?: boolean;
}

/** A text that somebody writes, tidied; what is wrong with it reads 原因。対処。 for its field. */
export function writtenText({ max, optional = false, oneLine = false }: Limits) {
  return z.string().overwrite(tidy).superRefine((text, context) => {
    const wrong = problemOf(text);
    if (wrong) context.addIssue({ code: "custom", message: wrong });
  });

  function problemOf(text: string): string | null {
    if (text === "") return optional ? null : "入力されていません。入力してください。";
    if (oneLine && text.includes("\n")) return "改行が含まれています。1行で入力してください。";
    if (UNSEEN.test(text.replaceAll("\t", " "))) {
      return "使えない文字があります。目に見えない文字（制御文字など）を取り除いてください。";
    }
    const count = charactersOf(text);
    if (count <= max) return null;
    return `文字数が上限を超えています（${count}文字）。${
      max.toLocaleString("ja-JP")
    }文字以内にしてください。`;
  }
}
