import {
  REQUEST_STATUS_LABELS,
  type RequestStatus,
  type Review,
  REVIEW_STATUS_LABELS,
} from "../../domain/request.ts";
import { REVIEW_TONES } from "../reviews/review_tones.ts";
import { Label } from "../StatusLabel.tsx";
import { STATUS_TONES } from "./status_tones.ts";

/** 依頼ステータス. */
export function RequestStatusLabel({ status }: { status: RequestStatus }) {
  return <Label tone={STATUS_TONES[status]}>{REQUEST_STATUS_LABELS[status]}</Label>;
}

/** 確認状況 of a document or 前職情報; 未作成 where there is none. */
export function ReviewLabel({ review }: { review: Review | undefined }) {
  if (!review) return <Label tone="outline">未作成</Label>;
  return <Label tone={REVIEW_TONES[review.status]}>{REVIEW_STATUS_LABELS[review.status]}</Label>;
}
