import { z } from "zod";

/** The eight 依頼ステータス (reference/screens.md §5.1): stored name → label. */
export const REQUEST_STATUS_LABELS = {
  not_requested: "未依頼",
  requested: "依頼中",
  answering: "入力中",
  answered: "回答済み",
  correcting: "修正依頼中",
  reanswered: "再回答",
  confirmed: "確定",
  expired: "回答期限切れ",
} as const;
export type RequestStatus = keyof typeof REQUEST_STATUS_LABELS;
export const REQUEST_STATUSES = Object.keys(REQUEST_STATUS_LABELS) as RequestStatus[];

/** 対象外理由 as the CSVs write it, half-width brackets (reference/csv-columns.md §1). */
export const EXCLUSION_LABELS = {
  paper: "対象外(紙による提出)",
  otsu: "対象外(乙欄)",
  retired: "対象外(退職)",
  no_salary: "対象外(給与支給なし)",
  withholding: "対象外(源泉)",
  income: "対象外(収入)",
  otsu_candidate: "乙欄対象外候補",
  retired_candidate: "退職対象外候補",
  withholding_candidate: "源泉対象外候補",
  income_candidate: "収入対象外候補",
} as const;
export type Exclusion = keyof typeof EXCLUSION_LABELS;
export const EXCLUSIONS = Object.keys(EXCLUSION_LABELS) as Exclusion[];

/** 確認状況 of a document or of 前職情報; a missing one is 未作成. */
export const REVIEW_STATUS_LABELS = {
  waiting: "チェック待ち",
  double_waiting: "ダブルチェック待ち",
  checked: "チェック済み",
  returned: "差し戻し",
} as const;
export type ReviewStatus = keyof typeof REVIEW_STATUS_LABELS;
export const REVIEW_STATUSES = Object.keys(REVIEW_STATUS_LABELS) as ReviewStatus[];

/** The five documents (書類), with the menu names of the seed. */
export const DOCUMENT_LABELS = {
  this_year_dependants: "今年の扶養控除等（異動）申告書",
  next_year_dependants: "来年の扶養控除等（異動）申告書",
  basic_spouse_adjustment: "基礎控除申告書 兼 配偶者控除等申告書 兼 所得金額調整控除申告書",
  insurance: "給与所得者の保険料控除申告書",
  housing_loan: "給与所得者の（特定増改築等）住宅借入金等特別控除申告書",
} as const;
export type DocumentKind = keyof typeof DOCUMENT_LABELS;
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_LABELS) as DocumentKind[];

/** Short names of the five, for lists. */
export const DOCUMENT_SHORT_LABELS: Record<DocumentKind, string> = {
  this_year_dependants: "今年の扶養控除等",
  next_year_dependants: "来年の扶養控除等",
  basic_spouse_adjustment: "基・配・所",
  insurance: "保険料控除",
  housing_loan: "住宅借入金等",
};

/** Where a document or 前職情報 stands, and when it came there (ms since the epoch, null: never). */
export const reviewSchema = z.object({
  status: z.enum(REVIEW_STATUSES),
  createdAt: z.number(),
  updatedAt: z.number(),
  returnedAt: z.number().nullable(),
  doubleWaitingAt: z.number().nullable(),
  checkedAt: z.number().nullable(),
});
export type Review = z.infer<typeof reviewSchema>;

/** 管理者メモ: at most 500 characters (reference/screens.md §4.6). */
export const memoSchema = z.object({ text: z.string().max(500), at: z.number(), by: z.string() });
export type Memo = z.infer<typeof memoSchema>;

/** 依頼: one employee's questionnaire of one year. Shares its id with the employee. */
export const requestSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  status: z.enum(REQUEST_STATUSES),
  exclusion: z.enum(EXCLUSIONS).nullable(),
  /** Of 回答期限切れ: the status before, which a group with an open 受付終了日 gives back (reference/screens.md §3). */
  beforeExpiry: z.enum(REQUEST_STATUSES).nullable().default(null),
  /** Absent: 未作成. */
  documents: z.object({
    this_year_dependants: reviewSchema.optional(),
    next_year_dependants: reviewSchema.optional(),
    basic_spouse_adjustment: reviewSchema.optional(),
    insurance: reviewSchema.optional(),
    housing_loan: reviewSchema.optional(),
  }),
  /** 前職情報; absent: 未作成. */
  previousJob: reviewSchema.optional(),
  /** 差戻し日, ms since the epoch; null: never sent back. */
  returnedAt: z.number().nullable(),
  /** Oldest first. */
  memos: z.array(memoSchema),
});
export type Request = z.infer<typeof requestSchema>;

/** A 依頼 as it is when an employee enters a group. */
export function newRequest(id: string): Request {
  return {
    v: 1,
    id,
    status: "not_requested",
    exclusion: null,
    beforeExpiry: null,
    documents: {},
    returnedAt: null,
    memos: [],
  };
}

/**
 * True for people whose 依頼 is 未依頼, whom imports and deletions may meet (reference/imports.md §1). Who is in no group has
 * no 依頼 yet, and counts as 未依頼.
 */
export function notRequested({ request }: { request: Request | null }): boolean {
  return request === null || request.status === "not_requested";
}

/** Why what is for 未依頼 only leaves a 依頼 alone; one that is 確定 cannot be set back before that is taken back. */
export function requestedReason({ status }: Pick<Request, "status">) {
  const code = status === "confirmed" ? "not_requested_confirmed" : "not_requested_only";
  return { code, params: { status: REQUEST_STATUS_LABELS[status] } } as const;
}
