import { z } from "zod";
import { masterEmployeeSchema } from "./employee.ts";
import { familyMemberSchema } from "./family.ts";

/**
 * What the master said of an employee and the family when they were taken in: written once, in the commit that adds
 * the employee, and never changed (差分確認用基準). 差分リスト and 社会保険の扶養状況 are read against it.
 */
export const baselineSchema = z.object({
  v: z.literal(1),
  /** 差分確認用基準日時, ms since the epoch. */
  takenAt: z.number(),
  self: masterEmployeeSchema,
  family: z.array(familyMemberSchema),
});
export type Baseline = z.infer<typeof baselineSchema>;
