import { z } from "zod";
import { daySchema, text } from "./fields.ts";

/** 手帳 of an 一般の障害者, and of a 特別障害者 (reference/csv-columns.md §1). */
export const ORDINARY_CERTIFICATES = [
  "body_3",
  "body_4",
  "body_5",
  "body_6",
  "mental_2",
  "mental_3",
  "nursing_b",
  "other",
] as const;
export const SPECIAL_CERTIFICATES = ["body_1", "body_2", "mental_1", "nursing_a", "other"] as const;

/** 障害者手帳の種類: stored name → label. */
export const CERTIFICATE_LABELS = {
  body_1: "身体障害者手帳1級",
  body_2: "身体障害者手帳2級",
  body_3: "身体障害者手帳3級",
  body_4: "身体障害者手帳4級",
  body_5: "身体障害者手帳5級",
  body_6: "身体障害者手帳6級",
  mental_1: "精神障害者保健福祉手帳1級",
  mental_2: "精神障害者保健福祉手帳2級",
  mental_3: "精神障害者保健福祉手帳3級",
  nursing_a: "療育手帳A",
  nursing_b: "療育手帳B",
  other: "その他",
} as const;
export type Certificate = keyof typeof CERTIFICATE_LABELS;
export const CERTIFICATES = Object.keys(CERTIFICATE_LABELS) as [Certificate, ...Certificate[]];

/** 障害者区分: stored name → label. An employee is never 同居特別障害者. */
export const DISABILITY_LABELS = {
  ordinary: "一般の障害者",
  special: "特別障害者",
  special_living_together: "同居特別障害者",
} as const;
export type DisabilityKind = keyof typeof DISABILITY_LABELS;
export const DISABILITY_KINDS = Object.keys(DISABILITY_LABELS) as [DisabilityKind, ...DisabilityKind[]];

/** 障害者区分 of somebody with the 手帳 (null: not said) that proves it; `detail` is その他 in words. */
export const disabilitySchema = z.object({
  kind: z.enum(DISABILITY_KINDS),
  certificate: z.enum(CERTIFICATES).nullable(),
  detail: text("title"),
  issuedOn: daySchema,
});
export type Disability = z.infer<typeof disabilitySchema>;

/** The 手帳 that go with a 障害者区分. */
export function certificatesOf(kind: DisabilityKind): readonly Certificate[] {
  return kind === "ordinary" ? ORDINARY_CERTIFICATES : SPECIAL_CERTIFICATES;
}

/**
 * 障害者区分 of a relative: a 特別障害者 who lives with the employee is 同居特別障害者, which is judged by nothing else
 * (reference/downloads.md §4).
 */
export function relativeDisability(special: boolean, livingTogether: boolean): DisabilityKind {
  if (!special) return "ordinary";
  return livingTogether ? "special_living_together" : "special";
}
