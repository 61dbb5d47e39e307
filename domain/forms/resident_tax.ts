import type { Person } from "../declaration/person.ts";
import { DISABILITY_LABELS } from "../declaration/disability.ts";
import { type Box, markBox, type Part, rowsOf, textBox, yenBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { familyBoxes, homeText, personChange, rowTitle } from "./people.ts";
import { type Relative, relativesIn } from "./relatives.ts";

/** 住民税に関する事項: 16歳未満の扶養親族. */
export function youngPart(filling: Filling): Part {
  return rowsOf("E", "住民税に関する事項 16歳未満の扶養親族", {
    paperRows: 3,
    rows: relativesIn(filling, ({ claimed }) => claimed === "young").map((relative, n) => ({
      title: rowTitle(n, relative.person),
      boxes: youngBoxes(relative, filling),
    })),
  });
}

function youngBoxes({ person, figures }: Relative, filling: Filling): Box[] {
  const said = person[filling.which];
  return [
    ...familyBoxes(person),
    textBox("relation", "続柄", person.relation.name),
    textBox("address", "住所又は居所", homeText(said, filling)),
    markBox("abroad", "控除対象外国外扶養親族", said.abroad !== null),
    yenBox("income", "所得の見積額", figures.income.total),
    textBox("change", "異動月日及び事由", personChange(person, said)),
  ];
}

/** 住民税に関する事項: 退職手当等を有する配偶者・扶養親族. Whether that makes a 寡婦 or ひとり親 is not asked for. */
export function retirementPart(filling: Filling): Part {
  const people = [...retiredSpouse(filling), ...retiredRelatives(filling)];
  return rowsOf("F", "住民税に関する事項 退職手当等を有する配偶者・扶養親族", {
    paperRows: 2,
    rows: people.map(({ person, income }, n) => ({
      title: rowTitle(n, person),
      boxes: retiredBoxes(person, income, filling),
    })),
    boxes: [markBox("widow", "寡婦又はひとり親", false)],
  });
}

interface Retired {
  person: Person;
  /** 合計所得金額 without the 退職所得. */
  income: number;
}

function retiredSpouse({ collected: { declaration: { spouse } }, figures, which, tax }: Filling): Retired[] {
  const income = figures[which]?.spouse?.withoutRetirement ?? null;
  const { person } = spouse;
  if (!person || income === null || person[which].support !== true) return [];
  return income <= tax.spouse.specialLimit ? [{ person, income }] : [];
}

function retiredRelatives(filling: Filling): Retired[] {
  const { which, tax } = filling;
  return relativesIn(filling, ({ withoutRetirement }) => withoutRetirement !== null)
    .filter(({ person }) => person[which].support === true)
    .map(({ person, figures }) => ({ person, income: figures.withoutRetirement! }))
    .filter(({ income }) => income <= tax.dependantLimit);
}

function retiredBoxes(person: Person, income: number, filling: Filling): Box[] {
  const said = person[filling.which];
  return [
    ...familyBoxes(person),
    textBox("relation", "続柄", person.relation.name),
    textBox("address", "住所又は居所", homeText(said, filling)),
    markBox("abroad", "非居住者である親族", said.abroad !== null),
    yenBox("income", "退職所得を除く所得の見積額", income),
    textBox("disability", "障害者区分", said.disability && DISABILITY_LABELS[said.disability.kind]),
    textBox("change", "異動月日及び事由", personChange(person, said)),
  ];
}
