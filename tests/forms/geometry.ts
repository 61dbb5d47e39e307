import { fitText, type Metrics } from "../../formats/pdf/fit.ts";
import { ELSEWHERE } from "../../formats/pdf/overflow.ts";
import { type Sheet, type SheetText, sizeOf } from "../../formats/pdf/sheet.ts";

/** Points that rounding may come to. */
const SLACK = 0.3;
/** What printers leave white at each side at most, in points (4 mm). */
const UNPRINTABLE = 11.3;

/** A line as it lies on the page. */
interface Lying {
  text: SheetText;
  line: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What an eye would not accept on a page: texts over each other, beside their place or the page, words without room. */
export function faultsOf(sheet: Sheet, metrics: Metrics): string[] {
  const { w, h } = sizeOf(sheet);
  const lines = sheet.texts.flatMap((text) => linesOf(text, metrics));
  return [
    ...sheet.texts.filter((text) => text.field === undefined && fitText(text, metrics) === null)
      .map(({ text }) => `no room for the printed word ${text}`),
    ...sheet.texts.filter((text) => text.text !== "" && linesOf(text, metrics).length === 0)
      .map(({ text, field }) => `no room for 別紙 in place of ${field}: ${text}`),
    ...lines.filter(({ text: { area }, left, top, right, bottom }) =>
      left < area.x - SLACK || top < area.y - SLACK || right > area.x + area.w + SLACK ||
      bottom > area.y + area.h + SLACK
    ).map(({ line }) => `outside its place: ${line}`),
    ...areasOf(sheet).filter(({ x, y, w: wide, h: high }) =>
      x < UNPRINTABLE || y < UNPRINTABLE || x + wide > w - UNPRINTABLE || y + high > h - UNPRINTABLE
    ).map((area) => `beside the page: ${JSON.stringify(area)}`),
    ...overlapping(lines),
  ];
}

function linesOf(text: SheetText, metrics: Metrics): Lying[] {
  const placed = fitText(text, metrics) ?? fitText({ ...text, ...ELSEWHERE }, metrics) ?? [];
  return placed.filter((one) => one.text !== "").map(({ text: line, x, y, width, size }) => ({
    text,
    line,
    left: x,
    top: y - metrics.ascent * size,
    right: x + width,
    bottom: y + metrics.descent * size,
  }));
}

function areasOf({ texts, shapes }: Sheet) {
  return [
    ...texts.filter(({ text }) => text !== "").map(({ area }) => area),
    ...shapes.map((shape) =>
      shape.kind === "line"
        ? {
          x: Math.min(shape.from.x, shape.to.x),
          y: Math.min(shape.from.y, shape.to.y),
          w: Math.abs(shape.to.x - shape.from.x),
          h: Math.abs(shape.to.y - shape.from.y),
        }
        : shape.area
    ),
  ];
}

function overlapping(lines: readonly Lying[]): string[] {
  const down = lines.toSorted((a, b) => a.top - b.top);
  return down.flatMap((one, i) => {
    const found: string[] = [];
    for (let j = i + 1; j < down.length && down[j]!.top < one.bottom - SLACK; j++) {
      const other = down[j]!;
      if (other.left < one.right - SLACK && one.left < other.right - SLACK) {
        found.push(`over each other: ${one.line} | ${other.line}`);
      }
    }
    return found;
  });
}
