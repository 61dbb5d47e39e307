import { type Box, type Part, partOf, textBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { OWN } from "../my_number.ts";
import { namingBoxes } from "./people.ts";
import { addressText } from "./values.ts";

/** Boxes of the head of a form that are about the employee, by their ids. */
type SelfBox = "number" | "birth";

/**
 * The head of a form: who pays, and whose it is. `self`: which of 個人番号 and 生年月日 the form has; `more` comes behind.
 */
export function headPart(filling: Filling, self: readonly SelfBox[], more: readonly Box[] = []): Part {
  const { collected: { declaration }, context: { company, establishment }, residence } = filling;
  const naming = namingBoxes(declaration.self, OWN).filter(({ id }) =>
    id === "kana" || id === "name" || self.includes(id as SelfBox)
  );
  return partOf("head", "所轄税務署・給与の支払者・本人", [
    textBox("tax_office", "所轄税務署長", establishment?.taxOffice ?? null),
    textBox("payer", "給与の支払者の名称（氏名）", company?.name ?? null),
    textBox("corporate_number", "給与の支払者の法人番号", company?.corporateNumber ?? null),
    textBox(
      "payer_address",
      "給与の支払者の所在地（住所）",
      establishment && addressText(establishment.payerAddress),
    ),
    ...naming,
    textBox("address", "あなたの住所又は居所", addressText(residence.address)),
    ...more,
  ]);
}
