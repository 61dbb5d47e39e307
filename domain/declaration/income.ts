import { z } from "zod";
import { ADJUSTMENT_GROUNDS, type AdjustmentGround } from "../tax/income_adjustment.ts";
import { idSchema, yenSchema } from "./fields.ts";

/** 所得 other than 給与 that have 収入 and 必要経費, as the CSVs and forms name them. */
export const INCOME_LABELS = {
  misc: "雑所得",
  business: "事業所得",
  dividend: "配当所得",
  property: "不動産所得",
  retirement: "退職所得",
  other: "その他所得",
} as const;
export type IncomeKind = keyof typeof INCOME_LABELS;
export const INCOME_KINDS = Object.keys(INCOME_LABELS) as [IncomeKind, ...IncomeKind[]];

/** 収入 and 必要経費 (of 退職所得: the 退職所得控除額). */
const earningSchema = z.object({ revenue: yenSchema, cost: yenSchema });

/** A year's income by kind. */
export const incomesSchema = z.object({
  /** 給与収入 of this company (of a relative: of all), and of others. */
  salary: yenSchema,
  salaryElsewhere: yenSchema,
  /** 雑所得, 公的年金 included. */
  misc: earningSchema,
  business: earningSchema,
  dividend: earningSchema,
  property: earningSchema,
  retirement: earningSchema,
  /** その他所得 has a 特別控除額 besides. */
  other: earningSchema.extend({ special: yenSchema }),
});
export type Incomes = z.infer<typeof incomesSchema>;

/**
 * What somebody earns in a year: by kind, or, where only that is known (from the master, for next year), the estimated
 * 合計所得金額. Both null: not said.
 */
export const yearIncomeSchema = z.object({ incomes: incomesSchema.nullable(), total: yenSchema });
export type YearIncome = z.infer<typeof yearIncomeSchema>;

/** 所得金額調整控除の申告条件: label, in the order of the CSV's codes 1 to 4. */
export const ADJUSTMENT_LABELS: Readonly<Record<AdjustmentGround, string>> = {
  self_special_disability: "本人が特別障害者",
  spouse_special_disability: "同一生計配偶者が特別障害者",
  dependant_special_disability: "扶養親族が特別障害者",
  dependant_under_23: "扶養親族が年齢23歳未満",
};

/** What the section 所得 collects. */
export const incomeAnswersSchema = z.object({
  thisYear: yearIncomeSchema,
  nextYear: yearIncomeSchema,
  /** 所得金額調整控除: why, and the spouse or relative (own, or one whom another earner supports) it is for. */
  adjustment: z.object({ ground: z.enum(ADJUSTMENT_GROUNDS), person: idSchema.nullable() }).nullable(),
});
export type IncomeAnswers = z.infer<typeof incomeAnswersSchema>;

/** Of a year about which nothing is said. */
export const NO_YEAR_INCOME: YearIncome = { incomes: null, total: null };

const NOTHING = { revenue: null, cost: null };

/** Where every kind is still to be said. */
export const NO_INCOMES: Incomes = {
  salary: null,
  salaryElsewhere: null,
  misc: NOTHING,
  business: NOTHING,
  dividend: NOTHING,
  property: NOTHING,
  retirement: NOTHING,
  other: { ...NOTHING, special: null },
};
