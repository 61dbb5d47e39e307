import type { NumberHolder } from "../my_number.ts";
import type { DocumentKind } from "../request.ts";

/**
 * One box (欄) of a form as it is filled in. `mark`: a box to tick, 該当 where it is; `number`: a 個人番号, which is never
 * part of a value: who draws the form opens it apart.
 */
export interface Box {
  /** Stable: the part, in a row its number, and the box, joined by dots. */
  id: string;
  label: string;
  /** "": blank. */
  value: string;
  unit?: "円" | "人" | "%" | "㎡";
  kind?: "mark" | "number";
  /** Whose 個人番号 belongs here; absent where the form names nobody, or somebody whose number it never prints. */
  holder?: NumberHolder;
}

/** One of several people, contracts or columns that a part has room for. */
export interface Row {
  id: string;
  title: string;
  boxes: Box[];
}

/** A part of a form. */
export interface Part {
  id: string;
  title: string;
  boxes: Box[];
  rows: Row[];
  /** Rows on the paper; what is more goes on another sheet. 0: a part without rows. */
  paperRows: number;
}

/** How the layout of a form changed; each has its own parts and boxes (reference/tax-and-forms-2026.md §2). */
export type Generation =
  | "until_2024"
  | "until_2025"
  | "from_2025"
  | "from_2026"
  | "old"
  | "new"
  | "from_2022";

/** A filled form. */
export interface Form {
  document: DocumentKind;
  /** 西暦 of the incomes and people that it is about. */
  year: number;
  /** With that year; 住宅借入金等 has none. */
  title: string;
  generation: Generation;
  parts: Part[];
}

/** A box with a text; null: blank. */
export function textBox(id: string, label: string, value: string | null): Box {
  return { id, label, value: value ?? "" };
}

/** A box with whole yen; null: blank. */
export function yenBox(id: string, label: string, yen: number | null): Box {
  return { id, label, value: yen === null ? "" : yen.toLocaleString("ja-JP"), unit: "円" };
}

/** A box with what amounts come to: blank where there are none, as on an empty form; never 0. */
export function sumBox(id: string, label: string, yen: number | null): Box {
  return yenBox(id, label, yen === 0 ? null : yen);
}

/** A box with a figure that is no money; null: blank. */
export function figureBox(id: string, label: string, value: number | null, unit: "人" | "%" | "㎡"): Box {
  return { id, label, value: value === null ? "" : value.toLocaleString("ja-JP"), unit };
}

/** A box to tick. */
export function markBox(id: string, label: string, on: boolean): Box {
  return { id, label, value: on ? "該当" : "", kind: "mark" };
}

/** The box of a 個人番号: twelve ＊ where the form names somebody. `holder`: whose number may be printed there. */
export function numberBox(somebody: boolean, holder: NumberHolder | null): Box {
  const value = somebody ? "＊".repeat(12) : "";
  return { id: "number", label: "個人番号", value, kind: "number", ...(holder && { holder }) };
}

/** A part without rows. */
export function partOf(id: string, title: string, boxes: readonly Box[]): Part {
  return { id, title, boxes: placed(id, boxes), rows: [], paperRows: 0 };
}

/** A part with rows, and the boxes below them. Rows are numbered from 1. */
export function rowsOf(
  id: string,
  title: string,
  { paperRows, rows, boxes = [] }: {
    paperRows: number;
    rows: readonly { title: string; boxes: readonly Box[] }[];
    boxes?: readonly Box[];
  },
): Part {
  return {
    id,
    title,
    boxes: placed(id, boxes),
    rows: rows.map((row, i) => {
      const place = `${id}.${i + 1}`;
      return { id: place, title: row.title, boxes: placed(place, row.boxes) };
    }),
    paperRows,
  };
}

/** All boxes of a form, in order. */
export function allBoxes({ parts }: Form): Box[] {
  return parts.flatMap(({ rows, boxes }) => [...rows.flatMap((row) => row.boxes), ...boxes]);
}

function placed(place: string, boxes: readonly Box[]): Box[] {
  return boxes.map((box) => ({ ...box, id: `${place}.${box.id}` }));
}
