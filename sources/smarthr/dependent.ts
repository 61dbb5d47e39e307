import { z } from "zod";
import { type FamilyMember, SOCIAL_SUPPORTS, TAX_SUPPORTS } from "../../domain/family.ts";
import { address, day, flag, text, textOrNull, word, yen } from "./fields.ts";

/** 家族情報 of the API, as far as this product uses it. */
export const dependentSchema = z.object({
  id: z.string(),
  code: text,
  relation_name: text,
  relation: z.object({ name: text, preset_type: textOrNull, is_child: flag }).nullish(),
  is_spouse: flag,
  last_name: text,
  first_name: text,
  last_name_yomi: text,
  first_name_yomi: text,
  birth_at: day,
  gender: word(["male", "female"]),
  live_together_type: word(["living_together", "living_separately"]),
  address,
  handicapped_type: word([
    "ordinary_handicapped",
    "special_handicapped",
    "special_handicapped_living_together",
  ]),
  remittance_to_relative: yen,
  social_insurance_support_type: word(SOCIAL_SUPPORTS),
  tax_law_support_type: word(TAX_SUPPORTS),
  tax_deduction_income: yen,
  tax_deduction_qualified_at: day,
  tax_deduction_qualified_reason: text,
});
type Dependent = z.infer<typeof dependentSchema>;

const DISABILITY = {
  ordinary_handicapped: "ordinary",
  special_handicapped: "special",
  special_handicapped_living_together: "special_living_together",
} as const;

/** A relative of the API as the product knows them. */
export function relativeOf(dependent: Dependent): FamilyMember {
  const { relation } = dependent;
  return {
    sourceId: dependent.id,
    code: dependent.code,
    relation: {
      name: relation?.name || dependent.relation_name,
      preset: relation?.preset_type ?? null,
      isChild: relation?.is_child ?? false,
    },
    isSpouse: dependent.is_spouse ?? false,
    lastName: dependent.last_name,
    firstName: dependent.first_name,
    lastNameKana: dependent.last_name_yomi,
    firstNameKana: dependent.first_name_yomi,
    birthOn: dependent.birth_at,
    gender: dependent.gender,
    livingTogether: dependent.live_together_type !== "living_separately",
    address: dependent.address,
    disability: dependent.handicapped_type && DISABILITY[dependent.handicapped_type],
    socialSupport: dependent.social_insurance_support_type,
    taxSupport: dependent.tax_law_support_type,
    taxIncome: dependent.tax_deduction_income,
    taxQualifiedOn: dependent.tax_deduction_qualified_at,
    taxQualifiedReason: dependent.tax_deduction_qualified_reason,
    remittance: dependent.remittance_to_relative,
  };
}
