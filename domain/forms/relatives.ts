import type { RelativeFigures } from "../declaration/computed/relative.ts";
import type { Person } from "../declaration/person.ts";
import type { NonResidentKind } from "../tax/mod.ts";
import { type Box, markBox, type Part, rowsOf, textBox, yenBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { familyBoxes, homeText, personChange, remittanceText, rowTitle } from "./people.ts";
import { addressText, dayText } from "./values.ts";
import { fullName } from "../employee.ts";

/** A relative with what they are in the year of the form. */
export interface Relative {
  person: Person;
  figures: RelativeFigures;
}

/** The relatives of the form's year of whom `fits` is true, in the order in which they were entered. */
export function relativesIn(
  { collected: { declaration }, figures, which }: Filling,
  fits: (figures: RelativeFigures) => boolean,
): Relative[] {
  const found = figures[which]?.people ?? [];
  return declaration.family.people.flatMap((person, i) => {
    const one = found[i];
    return one && fits(one) ? [{ person, figures: one }] : [];
  });
}

/** B 源泉控除対象親族; before 令和8年分 控除対象扶養親族（16歳以上）. */
export function relativesPart(filling: Filling): Part {
  const title = filling.tax.year >= 2026 ? "B 源泉控除対象親族" : "B 控除対象扶養親族（16歳以上）";
  return rowsOf("B", title, {
    paperRows: 4,
    rows: relativesIn(filling, ({ withholding }) => withholding).map((relative, n) => ({
      title: rowTitle(n, relative.person),
      boxes: relativeBoxes(relative, filling),
    })),
  });
}

function relativeBoxes({ person, figures }: Relative, filling: Filling): Box[] {
  const said = person[filling.which];
  const { claimed, income } = figures;
  return [
    ...familyBoxes(person),
    textBox("relation", "続柄", person.relation.name),
    markBox("elderly_cohabiting", "老人扶養親族（同居老親等）", claimed === "elderly_cohabiting_parent"),
    markBox("elderly", "老人扶養親族（その他）", claimed === "elderly"),
    markBox("specific", "特定扶養親族", claimed === "specific"),
    ...(filling.tax.year >= 2026
      ? [markBox("specific_relative", "特定親族", claimed === "specific_relative")]
      : []),
    yenBox("income", "所得の見積額", income.total),
    ...abroadBoxes(said.abroad ? figures.nonResidentKind : null, filling),
    textBox("support", "生計を一にする事実", remittanceText(said)),
    textBox("address", "住所又は居所", homeText(said, filling)),
    textBox("change", "異動月日及び事由", personChange(person, said)),
  ];
}

const ABROAD_LABELS: Record<NonResidentKind, string> = {
  age: "非居住者である親族（16歳以上30歳未満又は70歳以上）",
  student: "非居住者である親族（留学）",
  disabled: "非居住者である親族（障害者）",
  remittance: "非居住者である親族（38万円以上の支払）",
};

/** From 令和5年分 a 非居住者 is told by why they count. */
function abroadBoxes(kind: NonResidentKind | null, { tax }: Pick<Filling, "tax">): Box[] {
  if (tax.nonResidentRemittance === null) return [markBox("abroad", "非居住者である親族", kind !== null)];
  return (Object.keys(ABROAD_LABELS) as NonResidentKind[]).map((one) =>
    markBox(`abroad_${one}`, ABROAD_LABELS[one], kind === one)
  );
}

/** D 他の所得者が控除を受ける扶養親族等. 異動月日及び事由 is not asked for. */
export function sharedPart(filling: Filling): Part {
  const { shared } = filling.collected.declaration.family;
  return rowsOf("D", "D 他の所得者が控除を受ける扶養親族等", {
    paperRows: 2,
    rows: shared.map((one, n) => ({
      title: rowTitle(n, one),
      boxes: [
        textBox("name", "氏名", fullName(one)),
        textBox("relation", "あなたとの続柄", one.relation.name),
        textBox("birth", "生年月日", dayText(one.birthOn)),
        textBox(
          "address",
          "住所又は居所",
          one.living === "together" ? homeText(one, filling) : addressText(one.address),
        ),
        textBox("earner_name", "控除を受ける他の所得者の氏名", one.earner.name),
        textBox("earner_relation", "控除を受ける他の所得者のあなたとの続柄", one.earner.relation),
        textBox("earner_address", "控除を受ける他の所得者の住所又は居所", one.earner.address),
        textBox("change", "異動月日及び事由", null),
      ],
    })),
  });
}
