import { z } from "zod";
import { addressSchema } from "./address.ts";

/** 続柄 as the master names it. */
export const relationSchema = z.object({
  /** As shown: 妻, 長男, … */
  name: z.string(),
  /** The source's preset behind it (`wife`, `child`, …); null when it is the company's own. */
  preset: z.string().nullable(),
  /** 子供である. */
  isChild: z.boolean(),
});

/** 社会保険の扶養状況. */
export const SOCIAL_SUPPORTS = ["unsupported", "supported", "unknown"] as const;
/** 税法上の扶養状況. */
export const TAX_SUPPORTS = [
  "unsupported",
  "unsupported_same_living_spouse",
  "supported",
  "special_spousal_exemption",
  "unknown",
] as const;

/**
 * A relative (家族) as the master holds them: the 16 items that the difference lists compare (reference/screens.md
 * §6.3), 家族コード and 扶養状況. Dates are YYYY-MM-DD, amounts yen; null and "": not registered.
 */
export const familyMemberSchema = z.object({
  /** The source's id; stable through edits there. */
  sourceId: z.string(),
  /** 家族コード; "" where the company gives none. */
  code: z.string(),
  relation: relationSchema,
  isSpouse: z.boolean(),
  lastName: z.string(),
  firstName: z.string(),
  lastNameKana: z.string(),
  firstNameKana: z.string(),
  birthOn: z.string().nullable(),
  gender: z.enum(["male", "female"]).nullable(),
  /** 同居・別居の別: true 同居. */
  livingTogether: z.boolean(),
  /** Of a relative who lives apart. */
  address: addressSchema.nullable(),
  /** 障害者区分: 一般, 特別, 同居特別. */
  disability: z.enum(["ordinary", "special", "special_living_together"]).nullable(),
  socialSupport: z.enum(SOCIAL_SUPPORTS).nullable(),
  taxSupport: z.enum(TAX_SUPPORTS).nullable(),
  /** 税法上の年間所得見積額. */
  taxIncome: z.number().nullable(),
  /** 税法上の被扶養者になった日 and 理由. */
  taxQualifiedOn: z.string().nullable(),
  taxQualifiedReason: z.string(),
  /** 海外居住時の送金額. */
  remittance: z.number().nullable(),
});
export type FamilyMember = z.infer<typeof familyMemberSchema>;
