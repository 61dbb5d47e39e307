import { z } from "zod";
import { answerSchema, daySchema, idSchema, text, yenSchema } from "./fields.ts";

/** 源泉徴収票 of a previous job: stored name → label, the gravest first (it is that of several together). */
export const SLIP_LABELS = {
  unavailable: "入手不可",
  ordered: "取り寄せ中",
  at_hand: "手元にある",
  handed_in: "提出済み",
} as const;
export type Slip = keyof typeof SLIP_LABELS;
export const SLIPS = Object.keys(SLIP_LABELS) as [Slip, ...Slip[]];

/** 前職情報 that the CSV has columns for (reference/csv-columns.md 2.7). */
export const MOST_JOBS = 10;

/** 前職情報: what the 源泉徴収票 of a job that was left this year says. */
export const previousJobSchema = z.object({
  id: idSchema,
  slip: z.enum(SLIPS).nullable(),
  /** 最終給与支給日, 退職年月日. */
  lastPaidOn: daySchema,
  leftOn: daySchema,
  /** 支払金額, 源泉徴収税額, 社会保険料等の金額, 小規模企業共済等の額. */
  paid: yenSchema,
  withheld: yenSchema,
  socialInsurance: yenSchema,
  mutualAid: yenSchema,
  /** 支払者の郵便番号, 住所又は所在地, 氏名又は名称, 電話番号. */
  zip: text("word"),
  address: text("long"),
  name: text("title"),
  phone: text("word"),
});
export type PreviousJob = z.infer<typeof previousJobSchema>;

/** Answers of 設問8 and 設問12: 給与を受け取った, 受け取らない, わからない. */
export const PAY_CHOICES = ["A", "B", "C"] as const;

/** What the section 前職 collects; the numbers are those of the questions. */
export const previousJobAnswersSchema = z.object({
  /** 設問6: 給与 from another employer this year. */
  otherEmployer: answerSchema,
  /** 設問7: still works there. */
  stillThere: answerSchema,
  /** 設問8. */
  payThere: z.enum(PAY_CHOICES).nullable(),
  /** 設問9: hands 扶養控除等申告書 in here; no: 乙欄. */
  submitsHere: answerSchema,
  /** 設問10: does so next year. */
  submitsHereNextYear: answerSchema,
  /** 設問11: left an employer this year. */
  leftEmployer: answerSchema,
  /** 設問12. */
  payBefore: z.enum(PAY_CHOICES).nullable(),
  /** 設問13: the 源泉徴収票 can be handed in; no: 入手できない. */
  slipAvailable: answerSchema,
  /** 設問14: knows that there is no 年末調整 without it. */
  knowsConsequence: answerSchema,
  /** 設問52: knows that there is none for who hands nothing in. */
  knowsNoAdjustment: answerSchema,
  jobs: z.array(previousJobSchema).max(MOST_JOBS),
});
export type PreviousJobAnswers = z.infer<typeof previousJobAnswersSchema>;
