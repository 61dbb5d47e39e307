import type { Box, Form } from "../domain/forms/mod.ts";
import { type Area, type Sheet, type SheetText, sizeOf } from "../formats/pdf/sheet.ts";
import { columns, equal, inside } from "./area.ts";
import { type BoxStyle, drawBox, type PlacedBox } from "./box.ts";

/** Line widths in points: around a part, and between boxes. */
export const THICK = 0.9;
export const THIN = 0.35;
/** The grey behind printed words. */
export const TINT = 0.93;

/** How a printed word looks. */
export type LabelStyle = Partial<Pick<SheetText, "size" | "align" | "valign" | "lines" | "vertical">> & {
  /** Without a frame. */
  bare?: boolean;
  /** White behind it. */
  plain?: boolean;
};

/** A page of a form while it is laid out. A box that the form lacks is blank, so that every generation can be asked. */
export interface Paper {
  readonly sheet: Sheet;
  /** The page without its margins. */
  readonly body: Area;
  /** A frame around a part. */
  frame(area: Area): void;
  /** A frame around something else; `struck`: nothing belongs there. */
  cell(area: Area, style?: { struck?: boolean }): void;
  /** A printed word in its frame. */
  label(area: Area, text: string, style?: LabelStyle): void;
  /** The value of a box in its frame; `bare`: without one. */
  value(area: Area, id: string, style?: BoxStyle & { bare?: boolean }): void;
  /** A small printed word over the value of a box, in one frame; `label`: unless it is the box's own. */
  field(area: Area, id: string, style?: BoxStyle & { label?: string; head?: number }): void;
  /** A box to tick, and its word beside it. */
  mark(area: Area, id: string, label?: string): void;
  /** One of several words for a box, after a square: what the box says, where it says just that. */
  choice(area: Area, id: string, words: string): void;
  /** A box to tick alone. */
  tick(area: Area, id: string): void;
  /** Twelve cells of a 個人番号. */
  number(area: Area, id: string): void;
  /** What a box says on this page; "": nothing. */
  said(id: string): string;
}

const MARGIN = 22;

/**
 * The `n`-th page, from 0, for boxes of this form. Pages after the first go on with rows that had no room: of the boxes
 * without a row they repeat those of the head alone. `digits`: 個人番号 to print, by the id of their box.
 */
export function paperFor(
  form: Form,
  { n, landscape, digits }: { n: number; landscape: boolean; digits: ReadonlyMap<string, string> },
): Paper {
  const boxes = boxesOfPage(form, n);
  const sheet: Sheet = { landscape, shapes: [], texts: [] };
  const { w, h } = sizeOf(sheet);

  const boxOf = (id: string): PlacedBox | null => boxes.get(id) ?? null;

  const paper: Paper = {
    sheet,
    body: inside({ x: 0, y: 0, w, h }, MARGIN),
    frame(area) {
      sheet.shapes.push({ kind: "rectangle", area, line: THICK });
    },
    cell(area, { struck = false } = {}) {
      sheet.shapes.push({ kind: "rectangle", area, line: THIN });
      if (!struck) return;
      const { x, y, w, h } = area;
      sheet.shapes.push({ kind: "line", from: { x: x + w, y }, to: { x, y: y + h }, line: THIN });
    },
    label(area, text, { bare, plain, size = 6, align = "center", ...style } = {}) {
      if (!bare) sheet.shapes.push({ kind: "rectangle", area, line: THIN, ...(!plain && { fill: TINT }) });
      sheet.texts.push({ area: inside(area, 0.5), text, size, align, lines: 3, ...style });
    },
    value(area, id, { bare, ...style } = {}) {
      if (!bare) sheet.shapes.push({ kind: "rectangle", area, line: THIN });
      drawBox(sheet, inside(area, 0.5), boxOf(id), style);
    },
    field(area, id, { label, head = 8, ...style } = {}) {
      const box = boxOf(id);
      sheet.shapes.push({ kind: "rectangle", area, line: THIN });
      const word = { ...inside(area, 0.5), h: head - 0.5 };
      sheet.texts.push({ area: word, text: label ?? box?.label ?? "", size: 5, align: "left" });
      drawBox(sheet, { ...inside(area, 0.5), y: area.y + head, h: area.h - head - 0.5 }, box, style);
    },
    mark(area, id, label) {
      const box = boxOf(id);
      const { square, beside } = markPlaces(area);
      drawTick(sheet, square, !!box?.value, box?.field);
      sheet.texts.push({ area: beside, text: label ?? box?.label ?? "", ...MARK_WORDS });
    },
    choice(area, id, words) {
      const box = boxOf(id);
      const { square, beside } = markPlaces(area);
      const chosen = box?.value === words;
      drawTick(sheet, square, chosen);
      sheet.texts.push({ area: beside, text: words, ...MARK_WORDS, ...(chosen && { field: box.field }) });
    },
    tick(area, id) {
      const box = boxOf(id);
      const side = Math.min(8, area.h - 2, area.w - 2);
      const square = {
        x: area.x + (area.w - side) / 2,
        y: area.y + (area.h - side) / 2,
        w: side,
        h: side,
      };
      drawTick(sheet, square, !!box?.value, box?.field);
    },
    number(area, id) {
      const box = boxOf(id);
      const letters = box ? [...digits.get(id) ?? box.value] : [];
      for (const [i, cell] of columns(area, ...equal(12)).entries()) {
        sheet.shapes.push({ kind: "rectangle", area: cell, line: THIN });
        const text = letters[i] ?? "";
        sheet.texts.push({ area: cell, text, size: 8, align: "center", field: box?.field });
      }
    },
    said: (id) => boxOf(id)?.value ?? "",
  };
  return paper;
}

function boxesOfPage({ parts }: Form, n: number): Map<string, PlacedBox> {
  const boxes = new Map<string, PlacedBox>();
  for (const part of parts) {
    const put = (box: Box, row = "") => {
      const words = [part.id === "head" ? "" : part.title, row, box.label];
      boxes.set(box.id, { ...box, field: words.filter((word) => word !== "").join(" ") });
    };
    if (n === 0 || part.id === "head") part.boxes.forEach((box) => put(box));
    // 2人目, 3件目: without whose or what.
    for (const row of part.rows) row.boxes.forEach((box) => put(box, row.title.split(" ")[0]));
  }
  return boxes;
}

const MARK_WORDS = { size: 6, align: "left", lines: 2 } as const;

/** Where a square and the words beside it are. */
function markPlaces(area: Area): { square: Area; beside: Area } {
  const side = Math.min(7, area.h - 1);
  const square = { x: area.x + 2, y: area.y + (area.h - side) / 2, w: side, h: side };
  return { square, beside: { ...area, x: square.x + side + 1, w: area.w - side - 4 } };
}

/** A square, ticked or not; `field`: the name of the box that the tick is the value of. */
function drawTick(sheet: Sheet, area: Area, ticked: boolean, field?: string): void {
  sheet.shapes.push({ kind: "rectangle", area, line: THIN });
  if (!ticked) return;
  // Larger than the square, as by hand: the font's tick is thin, and small for its size.
  const over = inside(area, -1.5);
  sheet.texts.push({ area: over, text: "✓", size: over.h, align: "center", field });
}
