import {
  COLLECTED_LABELS,
  type CollectedPart,
  type Correction,
  type Reviewed,
  REVIEWED_LABELS,
} from "./request.ts";

/** 修正項目 that are ticked beforehand when a document or 前職情報 is sent back: what it is made of. */
export const PARTS_OF: Record<Reviewed, readonly CollectedPart[]> = {
  this_year_dependants: ["self", "spouse", "family"],
  next_year_dependants: ["self", "spouse", "family"],
  basic_spouse_adjustment: ["self", "spouse", "family"],
  insurance: ["insurance"],
  housing_loan: ["housing_loan"],
  previous_job: ["previous_job"],
};

/** What a correction is called: the document that was sent back, or 収集情報. */
export function correctionTitle({ from }: Pick<Correction, "from">): string {
  return from === "request" ? "収集情報" : REVIEWED_LABELS[from];
}

/** 修正項目 in words. */
export function partsText(parts: readonly CollectedPart[]): string {
  return parts.map((part) => COLLECTED_LABELS[part]).join("、");
}
