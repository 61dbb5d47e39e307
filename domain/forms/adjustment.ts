import { type Disability } from "../declaration/disability.ts";
import { ADJUSTMENT_LABELS } from "../declaration/income.ts";
import type { NumberHolder } from "../my_number.ts";
import { ADJUSTMENT_GROUNDS } from "../tax/mod.ts";
import { markBox, type Part, partOf, textBox, yenBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { homeText, type Named, namingBoxes, relativeHolder } from "./people.ts";
import { disabilityText } from "./values.ts";

/** Whom 所得金額調整控除 is for. */
interface Reason {
  person: Named;
  /** Null: somebody whom another earner supports. */
  holder: NumberHolder | null;
  relation: string;
  address: string;
  income: number | null;
  /** Never of somebody whom another earner supports (reference/form-fields.md §4). */
  disability: Disability | null;
}

/**
 * 所得金額調整控除申告書; blank where its ground does not hold. Up to 令和6年分 with the amount, which the newer sheet does
 * not have.
 */
export function adjustmentPart(filling: Filling): Part {
  const { collected: { declaration }, figures, tax } = filling;
  const ground = figures.adjusted ? declaration.income.adjustment!.ground : null;
  const reason = ground && reasonOf(filling);
  const ofSelf = ground === "self_special_disability" ? declaration.self.thisYear.disability : null;
  return partOf("adjustment", "所得金額調整控除申告書", [
    ...ADJUSTMENT_GROUNDS.map((one) => markBox(one, `要件 ${ADJUSTMENT_LABELS[one]}`, one === ground)),
    ...namingBoxes(reason && reason.person, reason && reason.holder)
      .map((box) => ({ ...box, label: `扶養親族等の${box.label}` })),
    textBox("relation", "扶養親族等の続柄", reason && reason.relation),
    textBox("address", "扶養親族等の住所又は居所", reason && reason.address),
    yenBox("income", "扶養親族等の所得見積額", reason && reason.income),
    textBox("fact", "特別障害者に該当する事実", disabilityText(ofSelf ?? factOf(ground, reason))),
    ...(tax.specificRelative === null
      ? [yenBox("deduction", "控除額", ground && figures.thisYear.self.income.adjustment)]
      : []),
  ]);
}

function factOf(ground: string | null, reason: Reason | null): Disability | null {
  return reason && ground !== "dependant_under_23" ? reason.disability : null;
}

function reasonOf(filling: Filling): Reason | null {
  const { collected: { declaration: { income, spouse, family } }, figures: { thisYear } } = filling;
  const { ground, person: id } = income.adjustment!;
  if (ground === "self_special_disability") return null;
  const at = family.people.findIndex((one) => one.id === id);
  const own = ground === "spouse_special_disability" ? spouse.person : family.people[at] ?? null;
  const figure = ground === "spouse_special_disability" ? thisYear.spouse : thisYear.people[at];
  if (own) {
    return {
      person: own,
      holder: relativeHolder(own),
      relation: own.relation.name,
      address: homeText(own.thisYear, filling),
      income: figure?.income.total ?? null,
      disability: own.thisYear.disability,
    };
  }
  const shared = family.shared.find((one) => one.id === id);
  return shared
    ? {
      person: shared,
      holder: null,
      relation: shared.relation.name,
      address: homeText(shared, filling),
      income: shared.income,
      disability: null,
    }
    : null;
}
