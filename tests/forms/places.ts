import { allBoxes, type Box, type Form } from "../../domain/forms/mod.ts";
import type { Area, Sheet, SheetText } from "../../formats/pdf/sheet.ts";
import { NO_NUMBERS, sheetsOf } from "../../sheets/mod.ts";

/** What one box puts on paper: the page, from 0, the area on it in points, and what stands there. */
export interface Place {
  page: number;
  area: Area;
  /** Null: what the box says; else something printed because of it: the tick before one of several words. */
  text: string | null;
}

/**
 * The places of every box of a form, by id; those of the head come back on later pages. They are found by printing the
 * form with nothing but that box, and with nothing: a blank box as if something stood in it.
 */
export function placesOf(form: Form): Map<string, Place[]> {
  const blank = new Set(textsOf(alone(form, null)).map(keyOf));
  return new Map(
    allBoxes(form).map((box) => {
      const added = textsOf(alone(form, box)).filter((one) => one.text.text !== "" && !blank.has(keyOf(one)));
      return [box.id, box.kind === "number" ? cellsOf(added) : added.map(placeOf)];
    }),
  );
}

interface OnPage {
  page: number;
  text: SheetText;
}

/** The pages of a form in which one box only is filled. */
function alone(form: Form, box: Box | null): Sheet[] {
  const boxes = (some: readonly Box[]) =>
    some.map((one) => ({ ...one, value: one.id === box?.id ? one.value || "該当" : "" }));
  const parts = form.parts.map((part) => ({
    ...part,
    boxes: boxes(part.boxes),
    rows: part.rows.map((row) => ({ ...row, boxes: boxes(row.boxes) })),
  }));
  const digits = box?.kind === "number" ? new Map([[box.id, "1".repeat(12)]]) : NO_NUMBERS.digits;
  return sheetsOf({ ...form, parts }, { ...NO_NUMBERS, digits });
}

function textsOf(sheets: readonly Sheet[]): OnPage[] {
  return sheets.flatMap((sheet, page) => sheet.texts.map((text) => ({ page, text })));
}

function keyOf(one: OnPage): string {
  return JSON.stringify(one);
}

function placeOf({ page, text: { area, field, text } }: OnPage): Place {
  return { page, area, text: field === undefined && text === "✓" ? text : null };
}

/** The twelve cells of a 個人番号 on each page, as one area. */
function cellsOf(digits: readonly OnPage[]): Place[] {
  return Object.values(Object.groupBy(digits, ({ page }) => page)).map((cells) => ({
    page: cells![0]!.page,
    area: cells!.map(({ text: { area } }) => area).reduce(around),
    text: null,
  }));
}

function around(a: Area, b: Area): Area {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}
