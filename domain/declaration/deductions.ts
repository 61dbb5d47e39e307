import { z } from "zod";
import { answerSchema, idSchema, yenSchema } from "./fields.ts";

/** Amounts of 小規模企業共済等掛金 that are declared here; 企業型年金加入者掛金 is `dc` of domain/insurance.ts. */
export const MUTUAL_AID_LABELS = {
  small_business: "独立行政法人中小企業基盤整備機構の共済契約の掛金",
  individual: "個人型年金加入者掛金",
  disabled: "心身障害者扶養共済制度に関する契約の掛金",
} as const;
export type MutualAid = keyof typeof MUTUAL_AID_LABELS;
export const MUTUAL_AIDS = Object.keys(MUTUAL_AID_LABELS) as [MutualAid, ...MutualAid[]];

/** An amount with its certificate: on paper, or 電子的控除証明書. */
const contributionSchema = z.object({ amount: yenSchema, electronic: z.boolean() });

/** What the section 保険料控除 collects beside the contracts and 企業型確定拠出年金 of domain/insurance.ts. */
export const insuranceAnswersSchema = z.object({
  /** 設問90: 保険料控除を申告する. */
  claims: answerSchema,
  /** 設問96: 年齢23歳未満の扶養親族を有する場合の特例, and for whom. */
  under23: answerSchema,
  under23Person: idSchema.nullable(),
  mutualAid: z.object({
    small_business: contributionSchema,
    individual: contributionSchema,
    disabled: contributionSchema,
  }),
});
export type InsuranceAnswers = z.infer<typeof insuranceAnswersSchema>;

/**
 * 設問201–203: no, yes, 対象外に該当する, and the case that no declaration is made for here, both イ欄 and チ欄
 * (reference/csv-columns.md 2.17).
 */
export const LOAN_CLAIMS = ["no", "yes", "excluded", "both_columns"] as const;

/** What the section 住宅借入金 collects beside the loan of domain/housing_loan.ts. */
export const housingLoanAnswersSchema = z.object({
  claim: z.enum(LOAN_CLAIMS).nullable(),
  /** 住宅借入金等特別控除証明書 and 年末残高証明書 come as 電子データ. */
  electronic: z.boolean(),
});
export type HousingLoanAnswers = z.infer<typeof housingLoanAnswersSchema>;
