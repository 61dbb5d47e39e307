import { z } from "zod";
import { masterEmployeeSchema } from "./employee.ts";
import { familyMemberSchema } from "./family.ts";
import { housingLoanSchema } from "./housing_loan.ts";

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
  /** 住宅借入金等特別控除 as last year left it: what 未依頼に戻す comes back to (reference/screens.md §7.2). */
  housingLoan: housingLoanSchema.nullable().default(null),
});
export type Baseline = z.infer<typeof baselineSchema>;
