import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, inside, namedColumns, rows } from "../area.ts";
import type { Page } from "../layout.ts";
import { type Paper, THIN } from "../paper.ts";

/** The title, 扶 in a circle as this form is called for short, and what stands in place of 個人番号. */
export function drawTitle({ paper, title, numberNote }: Page, area: Area): void {
  const at = namedColumns(area, { note: 235, title: 328, sign: 235 });
  paper.label(at.title, title, { bare: true, size: 13, lines: 1 });
  drawSign(paper, at.sign);
  if (numberNote !== null) drawNumberNote(paper, inside(at.note, 1), numberNote);
}

function drawSign({ sheet }: Paper, area: Area): void {
  const side = Math.min(area.h, 20) - 3;
  const circle = { x: area.x + area.w - side, y: area.y, w: side, h: side };
  sheet.shapes.push({ kind: "ellipse", area: circle, line: THIN });
  sheet.texts.push({ area: circle, text: "扶", size: side * 0.6, align: "center" });
}

/** The sentence over the name of who says so, and a box for a seal. */
function drawNumberNote(paper: Paper, area: Area, note: string): void {
  const [words, seal] = columns(area, area.w - area.h, area.h);
  const [sentence, name] = rows(words!, 2, 3);
  paper.label(sentence!, note, { plain: true, size: 6 });
  const [nameWord, nameValue] = columns(name!, 1, 6);
  paper.label(nameWord!, "氏名");
  paper.value(nameValue!, "head.name", { lines: 2 });
  paper.label(seal!, "印", { plain: true, size: 7 });
}
