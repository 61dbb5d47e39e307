import { z } from "zod";
import { addressSchema } from "./address.ts";

/** 障害者区分 of an employee. */
export const DISABILITIES = ["ordinary", "special"] as const;
/** 寡婦・ひとり親. */
export const WIDOW_TYPES = ["widow", "single_parent"] as const;
/** 寡婦・ひとり親の理由: 離婚, 死別, 生死不明, 未婚. */
export const WIDOW_REASONS = ["divorce", "bereavement", "missing", "unmarried"] as const;

/**
 * What the master knows of an employee beyond lists and eligibility: the rest of the 28 items that the difference
 * lists compare (reference/screens.md §6.3). Dates are YYYY-MM-DD; null and "": not registered.
 */
export const profileSchema = z.object({
  /** 現住所の世帯主, and what they are to the employee: 本人, 夫, 父, … */
  addressHead: z.string(),
  addressRelation: z.string(),
  /** 住民票住所; null: as 現住所, or not registered. */
  registeredAddress: addressSchema.nullable(),
  registeredHead: z.string(),
  registeredRelation: z.string(),
  /** 勤労学生フラグ, 学校名, 入学年月日. */
  workingStudent: z.boolean().nullable(),
  school: z.string(),
  enrolledOn: z.string().nullable(),
  disability: z.enum(DISABILITIES).nullable(),
  widow: z.enum(WIDOW_TYPES).nullable(),
  widowReason: z.enum(WIDOW_REASONS).nullable(),
  /** 配偶者の有無. */
  hasSpouse: z.boolean().nullable(),
});
export type Profile = z.infer<typeof profileSchema>;

/** Of somebody about whom nothing more is registered. */
export const EMPTY_PROFILE: Profile = {
  addressHead: "",
  addressRelation: "",
  registeredAddress: null,
  registeredHead: "",
  registeredRelation: "",
  workingStudent: null,
  school: "",
  enrolledOn: null,
  disability: null,
  widow: null,
  widowReason: null,
  hasSpouse: null,
};
