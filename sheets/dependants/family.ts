import type { Form } from "../../domain/forms/mod.ts";
import { japaneseYear } from "../../domain/japanese_year.ts";
import type { Area } from "../../formats/pdf/sheet.ts";
import { columns, namedColumns, rows } from "../area.ts";
import { bornAfter, bornBy } from "../dates.ts";
import type { Paper } from "../paper.ts";

/** Columns that go through A, B and C. */
export const FAMILY = {
  part: 68,
  name: 120,
  number: 130,
  age: 96,
  income: 70,
  abroad: 112,
  address: 122,
  change: 68,
};

/** Below 個人番号: 続柄 and 生年月日. */
export const RELATION_AND_BIRTH = [2, 3];

/** The words over A and B. */
export function drawFamilyWords(paper: Paper, form: Form, area: Area): void {
  const at = namedColumns(area, FAMILY);
  paper.label(at.part, "区分等");
  paper.label(at.name, "（フリガナ）\n氏名");
  const [number, below] = rows(at.number, 1, 1);
  const [relation, birth] = columns(below!, ...RELATION_AND_BIRTH);
  paper.label(number!, "個人番号");
  paper.label(relation!, "あなたとの続柄");
  paper.label(birth!, "生年月日");
  drawAgeWords(paper, form, at.age);
  paper.label(at.income, `${japaneseYear(form.year)}中の\n所得の見積額`);
  const [abroad, support] = rows(at.abroad, 1, 1);
  paper.label(abroad!, "非居住者である親族");
  paper.label(support!, "生計を一にする事実");
  paper.label(at.address, "住所又は居所");
  paper.label(at.change, "異動月日及び事由");
}

function drawAgeWords(paper: Paper, { year, generation }: Form, area: Area): void {
  const [elderly, specific] = rows(area, 2, 3);
  const specifics = generation === "from_2026" ? "特定扶養親族・特定親族" : "特定扶養親族";
  paper.label(elderly!, `老人扶養親族（${bornBy(year, 70)}以前生）`, { lines: 1 });
  paper.label(specific!, `${specifics}\n（${bornAfter(year, 23)}〜${bornBy(year, 19)}生）`, { size: 5.5 });
}
