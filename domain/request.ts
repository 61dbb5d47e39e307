import { z } from "zod";
import { charactersOf } from "./text.ts";

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
  /** When the employee corrected what was 差し戻し (reference/screens.md §6.5). */
  updatedAt: z.number().nullable(),
  returnedAt: z.number().nullable(),
  doubleWaitingAt: z.number().nullable(),
  checkedAt: z.number().nullable(),
  /** Of 差し戻し: the status before, which taking it back gives again. */
  beforeReturn: z.enum(REVIEW_STATUSES).nullable().default(null),
});
export type Review = z.infer<typeof reviewSchema>;

/** The longest 管理者メモ, in characters (reference/screens.md §4.6). */
export const MAX_MEMO = 500;

/** A text of at most so many characters as people count them. */
function written(max: number) {
  return z.string().refine((text) => charactersOf(text) <= max);
}

/** 管理者メモ. `by`: who wrote it, as others read it. */
export const memoSchema = z.object({ text: written(MAX_MEMO), at: z.number(), by: z.string() });
export type Memo = z.infer<typeof memoSchema>;

/** What a 確認状況 is kept of: the five documents and 前職情報. */
export const REVIEWED = [...DOCUMENT_KINDS, "previous_job"] as const;
export type Reviewed = typeof REVIEWED[number];
/** Their names. */
export const REVIEWED_LABELS: Record<Reviewed, string> = { ...DOCUMENT_LABELS, previous_job: "前職情報" };

/** What counts of 確認状況 go by: 書類一覧 and 前職情報一覧 show one for each. */
export function reviewCount(of: Reviewed, status: ReviewStatus): string {
  return `${of}.${status}`;
}

/** 修正項目: the parts of 収集情報 that an employee can be asked to correct, in the order of its tabs. */
export const COLLECTED_LABELS = {
  self: "本人情報",
  spouse: "配偶者情報",
  family: "扶養家族情報",
  insurance: "保険情報",
  housing_loan: "住宅借入金情報",
  previous_job: "前職情報",
} as const;
export type CollectedPart = keyof typeof COLLECTED_LABELS;
export const COLLECTED_PARTS = Object.keys(COLLECTED_LABELS) as CollectedPart[];

/** The longest 修正内容, in characters. */
export const MAX_COMMENT = 1_000;

/** What an employee was asked to correct and has not yet: by 修正依頼 (`request`) or by 差し戻し of a document. */
export const correctionSchema = z.object({
  from: z.enum([...REVIEWED, "request"]),
  /** 修正項目. */
  parts: z.array(z.enum(COLLECTED_PARTS)),
  /** 修正内容. */
  comment: written(MAX_COMMENT),
  at: z.number(),
});
export type Correction = z.infer<typeof correctionSchema>;

/** 依頼: one employee's questionnaire of one year. Shares its id with the employee. */
export const requestSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  status: z.enum(REQUEST_STATUSES),
  exclusion: z.enum(EXCLUSIONS).nullable(),
  /** Of 回答期限切れ: the status before, which a group with an open 受付終了日 gives back (reference/screens.md §3). */
  beforeExpiry: z.enum(REQUEST_STATUSES).nullable().default(null),
  /** Of 確定: the status before, which 確定を取り消す gives back. */
  beforeConfirmation: z.enum(REQUEST_STATUSES).nullable().default(null),
  /** Of 修正依頼中: the status that taking back every 修正依頼 and 差し戻し gives again. */
  beforeCorrection: z.enum(REQUEST_STATUSES).nullable().default(null),
  /** Open 修正依頼 and 差し戻し, oldest first. */
  corrections: z.array(correctionSchema).default([]),
  /** The employee answers the whole questionnaire again (アンケートのやり直し). */
  restarted: z.boolean().default(false),
  /** It was 回答済み once since it was asked. */
  answeredOnce: z.boolean().default(false),
  /** Entries of 操作履歴: the next one's number. */
  acts: z.number().int().default(0),
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
    beforeConfirmation: null,
    beforeCorrection: null,
    corrections: [],
    restarted: false,
    answeredOnce: false,
    acts: 0,
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

/** True for 回答済み, 再回答 and 確定: the answers have come in, and nothing of them is asked for again. */
export function isHandedIn({ status }: Pick<Request, "status">): boolean {
  return status === "answered" || status === "reanswered" || status === "confirmed";
}

/** Why what is for 未依頼 only leaves a 依頼 alone; one that is 確定 cannot be set back before that is taken back. */
export function requestedReason({ status }: Pick<Request, "status">) {
  const code = status === "confirmed" ? "not_requested_confirmed" : "not_requested_only";
  return { code, params: { status: REQUEST_STATUS_LABELS[status] } } as const;
}
