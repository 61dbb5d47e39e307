/** A piece of a line. */
export type Inline = string | { strong: string } | { href: string; text: string };

/** A part of a text: what the guide needs of Markdown, and no more. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] };

const HEADING = /^(#{1,3}) (.+)$/;
const BULLET = /^- /;
const NUMBER = /^\d+\. /;
const PIECE = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** Reads a text whose blocks are parted by empty lines. Throws on a table without its line of dashes. */
export function blocksOf(text: string): Block[] {
  return text.split(/\n{2,}/).map((block) => block.trim()).filter(Boolean).map(blockOf);
}

function blockOf(block: string): Block {
  const lines = block.split("\n");
  const heading = HEADING.exec(block);
  if (heading) return { kind: "heading", level: heading[1]!.length as 1 | 2 | 3, text: heading[2]! };
  if (block.startsWith("|")) return tableOf(lines);
  if (lines.every((line) => BULLET.test(line))) return listOf(lines, BULLET, false);
  if (lines.every((line) => NUMBER.test(line))) return listOf(lines, NUMBER, true);
  return { kind: "paragraph", text: inlinesOf(lines.join("")) };
}

function listOf(lines: string[], mark: RegExp, ordered: boolean): Block {
  return { kind: "list", ordered, items: lines.map((line) => inlinesOf(line.replace(mark, ""))) };
}

function tableOf([head, dashes, ...rows]: string[]): Block {
  if (!/^[|\s:-]+$/.test(dashes ?? "")) throw new Error(`a table without its line of dashes: ${head}`);
  return { kind: "table", head: cellsOf(head!), rows: rows.map(cellsOf) };
}

function cellsOf(line: string): Inline[][] {
  return line.split("|").slice(1, -1).map((cell) => inlinesOf(cell.trim()));
}

function inlinesOf(line: string): Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const { 0: all, 1: strong, 2: text, 3: href, index } of line.matchAll(PIECE)) {
    if (index > end) pieces.push(line.slice(end, index));
    pieces.push(strong === undefined ? { href: href!, text: text! } : { strong });
    end = index + all.length;
  }
  if (end < line.length) pieces.push(line.slice(end));
  return pieces;
}
