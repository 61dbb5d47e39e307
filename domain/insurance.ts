import { z } from "zod";

/** 保険の種類: 一般の生命保険料, 介護医療保険料, 個人年金保険料, 地震保険料, 社会保険料. */
export const CONTRACT_KINDS = ["life", "care", "pension", "earthquake", "social"] as const;
export type ContractKind = typeof CONTRACT_KINDS[number];

/** Where a contract comes from: 昨年, 団体, 本人, 担当者. */
export const CONTRACT_SOURCES = ["last_year", "group", "self", "staff"] as const;
export type ContractSource = typeof CONTRACT_SOURCES[number];

/** 社会保険の種類 of rows 4 and of the declaration. */
export const SOCIAL_KINDS = ["national_pension", "health_and_care"] as const;

/**
 * The most contracts of an employee (reference/imports.md §2.4): 一般, 介護医療 and 個人年金 together; 地震; 社会保険 of
 * each of its two kinds.
 */
export const CONTRACT_LIMITS = { life: 20, earthquake: 10, social: 10 } as const;

/** One insurance contract of an employee. Dates are YYYY-MM-DD, amounts yen; "" and null: not said. */
export const contractSchema = z.object({
  id: z.string(),
  kind: z.enum(CONTRACT_KINDS),
  source: z.enum(CONTRACT_SOURCES),
  /** 保険会社等の名称; of 社会保険 the 保険料支払先の名称. */
  company: z.string(),
  /** 保険等の種類. */
  type: z.string(),
  /** 保険期間; of 個人年金 the 年金支払期間. */
  period: z.string(),
  /** 契約者氏名. */
  holder: z.string(),
  /** 受取人・氏名 and ・続柄; of 社会保険 the 続柄 alone. */
  beneficiary: z.string(),
  relation: z.string(),
  /** 新・旧区分 of 一般 and 個人年金. */
  generation: z.enum(["new", "old"]).nullable(),
  /** 地震・旧長期. */
  quake: z.enum(["earthquake", "old_long_term"]).nullable(),
  /** 社会保険の種類. */
  social: z.enum(SOCIAL_KINDS).nullable(),
  /** 支払い開始日 of 個人年金. */
  paymentStartsOn: z.string().nullable(),
  /** 保険料金額; null: asked this year (昨年 carries none). */
  amount: z.number().int().nullable(),
  /** 証券番号. */
  policyNumber: z.string(),
  /** 従業員による情報の編集: true 許可する. */
  editable: z.boolean(),
  /** 電子的控除証明書: no paper comes. */
  electronic: z.boolean().default(false),
});
export type Contract = z.infer<typeof contractSchema>;

/** Insurance and 企業型確定拠出年金 of one employee and year. */
export const insuranceSchema = z.object({
  v: z.literal(1),
  contracts: z.array(contractSchema),
  /** 企業型年金加入者掛金: one amount; `editable` is 従業員による情報の編集. */
  dc: z.object({ amount: z.number().int(), editable: z.boolean() }).nullable(),
  /** SHA-256 of the lines of 団体 files that were registered: the same line again is 登録済み. */
  registered: z.array(z.string()),
});
export type Insurance = z.infer<typeof insuranceSchema>;

/** Of somebody without any. */
export const NO_INSURANCE: Insurance = { v: 1, contracts: [], dc: null, registered: [] };
