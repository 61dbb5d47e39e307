import { markBox, type Part, partOf, textBox, yenBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { familyBoxes, homeText, personChange, remittanceText } from "./people.ts";

/** A 源泉控除対象配偶者 of 扶養控除等申告書; blank where the spouse is none. */
export function spousePart(filling: Filling): Part {
  const { collected: { declaration: { spouse } }, figures, which } = filling;
  const figure = figures[which]?.spouse ?? null;
  const person = figure?.withholding ? spouse.person : null;
  const said = person && person[which];
  return partOf("A", "A 源泉控除対象配偶者", [
    ...familyBoxes(person),
    yenBox("income", "所得の見積額", person && figure!.income.total),
    markBox("abroad", "非居住者である親族", !!said?.abroad),
    textBox("support", "生計を一にする事実", said && remittanceText(said)),
    textBox("address", "住所又は居所", said && homeText(said, filling)),
    textBox("change", "異動月日及び事由", person && personChange(person, said!)),
  ]);
}
