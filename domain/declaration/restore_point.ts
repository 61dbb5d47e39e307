import { z } from "zod";
import { insuranceSchema } from "../insurance.ts";
import { requestSchema } from "../request.ts";
import { declarationSchema } from "./declaration.ts";

/**
 * What 未依頼に戻す comes back to (reference/screens.md §7.2): a copy taken in the commit that sends the request. Null:
 * there was none, so none is stored again.
 */
export const restorePointSchema = z.object({
  v: z.literal(1),
  /** ms since the epoch. */
  takenAt: z.number(),
  declaration: declarationSchema.nullable(),
  insurance: insuranceSchema.nullable(),
  documents: requestSchema.shape.documents,
});
export type RestorePoint = z.infer<typeof restorePointSchema>;
