import type { DisabilityKind } from "../declaration/disability.ts";
import type { SelfYear } from "../declaration/self.ts";
import { fullName } from "../employee.ts";
import { isDependant } from "../tax/mod.ts";
import { figureBox, markBox, type Part, partOf, textBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { type Relative, relativesIn } from "./relatives.ts";
import { changeText, dayText, disabilityText } from "./values.ts";

/** C 障害者、寡婦、ひとり親又は勤労学生 of 扶養控除等申告書. */
export function disabilityPart(filling: Filling): Part {
  const { collected: { declaration }, which } = filling;
  const said = declaration.self[which];
  const spouse = disabledSpouse(filling);
  const disabled = relativesIn(filling, ({ claimed }) => claimed !== null && isDependant(claimed))
    .filter(({ person }) => person[which].disability !== null);
  const count = (kind: DisabilityKind) => {
    const { length } = disabled.filter(({ person }) => person[which].disability!.kind === kind);
    return length === 0 ? null : length;
  };
  const spouseIs = (kind: DisabilityKind) => spouse?.[which].disability?.kind === kind;
  return partOf("C", "C 障害者、寡婦、ひとり親又は勤労学生", [
    markBox("self_ordinary", "障害者 本人（一般の障害者）", said.disability?.kind === "ordinary"),
    markBox("self_special", "障害者 本人（特別障害者）", said.disability?.kind === "special"),
    markBox("spouse_ordinary", "障害者 同一生計配偶者（一般の障害者）", spouseIs("ordinary")),
    markBox("spouse_special", "障害者 同一生計配偶者（特別障害者）", spouseIs("special")),
    markBox(
      "spouse_special_together",
      "障害者 同一生計配偶者（同居特別障害者）",
      spouseIs("special_living_together"),
    ),
    figureBox("relatives_ordinary", "障害者 扶養親族（一般の障害者）", count("ordinary"), "人"),
    figureBox("relatives_special", "障害者 扶養親族（特別障害者）", count("special"), "人"),
    figureBox(
      "relatives_special_together",
      "障害者 扶養親族（同居特別障害者）",
      count("special_living_together"),
      "人",
    ),
    markBox("widow", "寡婦", said.widow === "widow"),
    markBox("single_parent", "ひとり親", said.widow === "single_parent"),
    markBox("student", "勤労学生", said.student !== null),
    textBox("details", "左記の内容", detailsOf(said, spouse, disabled, filling)),
    textBox("change", "異動月日及び事由", changeText([[said.changedOn, said.changeReason]])),
  ]);
}

/** The spouse, where they are a 同一生計配偶者 with a disability. */
function disabledSpouse({ collected: { declaration: { spouse } }, figures, which }: Filling) {
  const sameLiving = figures[which]?.spouse?.sameLiving ?? false;
  return sameLiving && spouse.person?.[which].disability ? spouse.person : null;
}

function detailsOf(
  { disability, student }: SelfYear,
  spouse: ReturnType<typeof disabledSpouse>,
  relatives: readonly Relative[],
  { which }: Filling,
): string {
  const people = [...(spouse ? [spouse] : []), ...relatives.map(({ person }) => person)];
  return [
    ...(disability ? [`本人：${disabilityText(disability)}`] : []),
    ...people.map((person) => `${fullName(person)}：${disabilityText(person[which].disability)}`),
    ...(student ? [studentText(student)] : []),
  ].join("\n");
}

function studentText({ school, enrolledOn, income }: NonNullable<SelfYear["student"]>): string {
  const items = [
    school,
    enrolledOn && `${dayText(enrolledOn)}入学`,
    income === null ? "" : `所得の見積額 ${income.toLocaleString("ja-JP")}円`,
  ];
  return `勤労学生：${items.filter((text) => !!text).join("、")}`;
}
