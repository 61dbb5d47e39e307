import { z } from "zod";
import { addressSchema } from "./address.ts";
import { profileSchema } from "./profile.ts";

/** 雇用形態 presets that are never taken in (reference/imports.md §1.1). */
export const EXCLUDED_EMPLOYMENT = ["permatemp", "outsourcing_contractor"] as const;

/** What the master (基本機能) knows of one employee. Dates are YYYY-MM-DD. */
export const masterEmployeeSchema = z.object({
  sourceId: z.string(),
  /** 社員番号 as text, zeros kept; null when the master has none. */
  code: z.string().nullable(),
  lastName: z.string(),
  firstName: z.string(),
  lastNameKana: z.string(),
  firstNameKana: z.string(),
  birthOn: z.string().nullable(),
  gender: z.enum(["male", "female"]).nullable(),
  /** 部署, the full name; null when none. */
  department: z.string().nullable(),
  /** 雇用形態 as shown; null when none. */
  employmentType: z.string().nullable(),
  /** The source's preset behind it (`full_timer`, `permatemp`, …); null when none. */
  employmentPreset: z.string().nullable(),
  /** 所属事業所. */
  establishment: z.string().nullable(),
  /** 在籍状況. */
  status: z.enum(["employed", "absent", "retired"]),
  resignedOn: z.string().nullable(),
  address: addressSchema.nullable(),
  /** The account that the employee signs in with; null: アカウントが未設定. */
  account: z.object({ email: z.string().nullable() }).nullable(),
  profile: profileSchema,
});
export type MasterEmployee = z.infer<typeof masterEmployeeSchema>;

/**
 * A target of this year's adjustment (対象従業員): the master snapshot that lists and downloads walk over, and where the
 * person stands. The rest of what the master said is in the baseline (domain/baseline.ts).
 */
export const employeeSchema = masterEmployeeSchema.omit({ profile: true }).extend({
  v: z.literal(1),
  id: z.string(),
  code: z.string(),
  /** The 依頼グループ, or null for a person in none yet. */
  groupId: z.string().nullable(),
  syncedAt: z.number(),
});
export type Employee = z.infer<typeof employeeSchema>;

/** 氏名 as lists and files write it: one half-width space between 姓 and 名. */
export function fullName(person: { lastName: string; firstName: string }): string {
  return `${person.lastName} ${person.firstName}`;
}
