import type { GroupTally } from "./group.ts";
import { FILTER_FIELDS, isUnfiltered, type MemberFilter, memberFilterOf } from "./member_filter.ts";
import { reviewOf } from "./request_acts/documents.ts";
import {
  DOCUMENT_KINDS,
  type Request,
  REVIEW_STATUSES,
  reviewCount,
  type Reviewed,
  type ReviewStatus,
} from "./request.ts";
import type { ReviewView } from "./reviews.ts";

/** What 書類一覧 or 前職情報一覧 is narrowed to. An empty list: not narrowed. */
export interface ReviewFilter {
  /** 社員番号, 氏名, 部署 and 雇用形態 only. */
  people: MemberFilter;
  /** 確認状況. */
  statuses: ReviewStatus[];
  /** 作成書類, of 書類一覧. */
  documents: Reviewed[];
  /** 団体保険のみの保険料控除申告書: of 保険料控除申告書 only those that rest on 団体保険 alone. */
  groupInsurance: boolean;
}

/** Names of the filter's own fields in addresses and forms; those of people are of domain/member_filter.ts. */
export const REVIEW_FIELDS = {
  statuses: "review",
  documents: "document",
  groupInsurance: "group_insurance",
} as const;

/** What each view lists, in the order of its rows. */
const LISTED: Record<ReviewView, readonly Reviewed[]> = {
  documents: DOCUMENT_KINDS,
  previous_jobs: ["previous_job"],
};

/** The filter in the fields of an address or a form; what is unknown, or not of this view, is left out. */
export function reviewFilterOf(
  view: ReviewView,
  fields: { get(name: string): unknown; getAll(name: string): unknown[] },
): ReviewFilter {
  const { text, departments, employmentTypes } = memberFilterOf(fields);
  const oneOf = <T extends string>(known: readonly T[], name: string) => {
    const given = fields.getAll(name);
    return known.filter((value) => given.includes(value));
  };
  const ofDocuments = view === "documents";
  return {
    people: { ...NOBODY_LEFT_OUT, text, departments, employmentTypes },
    statuses: oneOf(REVIEW_STATUSES, REVIEW_FIELDS.statuses),
    documents: ofDocuments ? oneOf(DOCUMENT_KINDS, REVIEW_FIELDS.documents) : [],
    groupInsurance: ofDocuments && fields.get(REVIEW_FIELDS.groupInsurance) === "1",
  };
}

const NOBODY_LEFT_OUT = memberFilterOf(new URLSearchParams());

/** The fields that `reviewFilterOf` reads the filter from again. */
export function reviewFieldsOf(filter: ReviewFilter): [name: string, value: string][] {
  const { people: { text, departments, employmentTypes }, statuses, documents } = filter;
  const each = (name: string, values: readonly string[]) =>
    values.map((value): [string, string] => [name, value]);
  return [
    ...each(FILTER_FIELDS.text, text === "" ? [] : [text]),
    ...each(FILTER_FIELDS.departments, departments),
    ...each(FILTER_FIELDS.employmentTypes, employmentTypes),
    ...each(REVIEW_FIELDS.statuses, statuses),
    ...each(REVIEW_FIELDS.documents, documents),
    ...each(REVIEW_FIELDS.groupInsurance, filter.groupInsurance ? ["1"] : []),
  ];
}

/** True when the filter lets every row pass. */
export function isWholeReview({ people, statuses, documents, groupInsurance }: ReviewFilter): boolean {
  return isUnfiltered(people) && statuses.length === 0 && documents.length === 0 && !groupInsurance;
}

/** The kinds of rows that the filter asks for. */
export function kindsIn(view: ReviewView, { documents, groupInsurance }: ReviewFilter): readonly Reviewed[] {
  if (documents.length === 0 && !groupInsurance) return LISTED[view];
  return LISTED[view].filter((of) => documents.includes(of) || (groupInsurance && of === "insurance"));
}

/** The rows of a 依頼 that pass, whoever's it is and whatever the insurance rests on. */
export function reviewsIn(view: ReviewView, filter: ReviewFilter, request: Request): Reviewed[] {
  return kindsIn(view, filter).filter((of) => {
    const review = reviewOf(request, of);
    return review !== undefined && (filter.statuses.length === 0 || filter.statuses.includes(review.status));
  });
}

/** How many rows of a group match, where its counts tell it: 確認状況 and 作成書類 alone. */
export function countReviews(tally: GroupTally, view: ReviewView, filter: ReviewFilter): number | null {
  if (!isUnfiltered(filter.people) || filter.groupInsurance) return null;
  const statuses = filter.statuses.length > 0 ? filter.statuses : REVIEW_STATUSES;
  return kindsIn(view, filter)
    .flatMap((of) => statuses.map((status) => tally.byReview[reviewCount(of, status)] ?? 0))
    .reduce((sum, count) => sum + count, 0);
}
