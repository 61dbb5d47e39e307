import { japaneseYear } from "../japanese_year.ts";
import { type Form, markBox, textBox } from "./box.ts";
import { type Filling, registeredOf } from "./context.ts";
import { disabilityPart } from "./disability.ts";
import { headPart } from "./head.ts";
import { relativesPart, sharedPart } from "./relatives.ts";
import { retirementPart, youngPart } from "./resident_tax.ts";
import { spousePart } from "./withholding_spouse.ts";

/**
 * 給与所得者の扶養控除等（異動）申告書, of this year or the next (reference/form-fields.md §3; from 令和8年分
 * tax-and-forms-2026.md §2.1).
 */
export function dependantsForm(
  document: "this_year_dependants" | "next_year_dependants",
  filling: Filling,
): Form {
  const { collected: { declaration }, which, residence, tax } = filling;
  const said = declaration.self[which];
  const { address } = registeredOf(said);
  const hasSpouse = declaration.spouse[which];
  const head = headPart(filling, ["number", "birth"], [
    textBox("municipality", "市区町村長", address && address.prefecture + address.city),
    textBox("householder", "世帯主の氏名", residence.head),
    textBox("householder_relation", "あなたとの続柄", residence.relation),
    textBox("has_spouse", "配偶者の有無", hasSpouse === null ? "" : hasSpouse ? "有" : "無"),
    markBox(
      "secondary",
      "従たる給与についての扶養控除等申告書の提出",
      said.secondarySalary === true,
    ),
  ]);
  return {
    document,
    year: tax.year,
    title: `${japaneseYear(tax.year)}分 給与所得者の扶養控除等（異動）申告書`,
    generation: tax.year >= 2026 ? "from_2026" : "until_2025",
    parts: [
      head,
      spousePart(filling),
      relativesPart(filling),
      disabilityPart(filling),
      sharedPart(filling),
      youngPart(filling),
      retirementPart(filling),
    ],
  };
}
