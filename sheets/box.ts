import type { Box } from "../domain/forms/mod.ts";
import type { Area, Sheet, SheetText } from "../formats/pdf/sheet.ts";

/** How the value of a box looks. */
export type BoxStyle = Partial<Pick<SheetText, "size" | "least" | "align" | "valign" | "lines">> & {
  /** False: the unit stands in the printed words. A unit: it stands there on a page without the box, too. */
  unit?: boolean | NonNullable<Box["unit"]>;
};

/** A box with the name of its place among all of the form: part, row and label. */
export interface PlacedBox extends Box {
  field: string;
}

/** How wide a unit is. */
const UNIT_WIDTH = 9;

/** Writes the value of a box into its place: money and figures to the right, before their unit. Null: blank. */
export function drawBox(sheet: Sheet, area: Area, box: PlacedBox | null, style: BoxStyle): void {
  const { unit = true, size = 9, ...rest } = style;
  const word = unit === false ? undefined : box?.unit ?? (unit === true ? undefined : unit);
  const room = word ? { ...area, w: area.w - UNIT_WIDTH } : area;
  if (word) {
    const place = { ...area, x: area.x + area.w - UNIT_WIDTH, w: UNIT_WIDTH };
    sheet.texts.push({ area: place, text: word, size: 5.5, align: "center", valign: "bottom" });
  }
  if (!box || box.value === "") return;
  const align = box.unit ? "right" : "left";
  sheet.texts.push({ area: room, text: box.value, size, align, field: box.field, ...rest });
}
