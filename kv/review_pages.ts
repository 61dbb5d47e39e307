import { isGroupInsuranceOnly } from "../domain/insurance_origin.ts";
import { memberTest } from "../domain/member_filter.ts";
import { type Asked, isAsked } from "../domain/perform.ts";
import type { Range } from "../domain/permission.ts";
import { type ReviewFilter, reviewsIn } from "../domain/review_filter.ts";
import type { ReviewView } from "../domain/reviews.ts";
import type { Reviewed } from "../domain/request.ts";
import type { Member } from "../domain/stores.ts";
import { declarationStore } from "./declarations.ts";
import type { YearRef } from "./groups.ts";
import { insuranceStore } from "./insurance.ts";
import { readRows, type RowPage } from "./row_pages.ts";

/** A list of documents or of 前職情報 of a group. */
export interface ReviewQuery {
  group: string;
  view: ReviewView;
  filter: ReviewFilter;
  range: Range;
  /** The `next` of the page before; null: the first page. */
  cursor: string | null;
}

/** A document or 前職情報 with whose it is. */
export interface ReviewOfMember {
  member: Asked;
  of: Reviewed;
}

/** A page of them in 社員番号 order, of one person in the order of the documents. */
export type ReviewPage = RowPage<ReviewOfMember>;

/** Reads a page; those of one person are never parted. */
export function readReviewPage(
  kv: Deno.Kv,
  ref: YearRef,
  { group, view, filter, ...query }: ReviewQuery,
): Promise<ReviewPage> {
  const fits = memberTest(filter.people);
  const rowsOf = (member: Member): ReviewOfMember[] =>
    isAsked(member) && fits(member)
      ? reviewsIn(view, filter, member.request).map((of) => ({ member, of }))
      : [];
  return readRows(kv, ref, {
    ...query,
    scope: { group },
    open: false,
    async rowsOf(members) {
      const rows = members.map(rowsOf);
      return filter.groupInsurance ? await groupInsuranceOnly(kv, ref, rows) : rows;
    },
  });
}

/** Leaves 保険料控除申告書 out that do not rest on 団体保険 alone. */
async function groupInsuranceOnly(kv: Deno.Kv, ref: YearRef, rows: ReviewOfMember[][]) {
  const ids = rows.flat().filter(({ of }) => of === "insurance").map(({ member }) => member.employee.id);
  const [insured, declared] = await Promise.all([
    insuranceStore(kv, ref).of(ids),
    declarationStore(kv, ref).of(ids),
  ]);
  const kept = new Set(ids.filter((_, i) => isGroupInsuranceOnly(insured[i]!, declared[i] ?? null)));
  return rows.map((some) =>
    some.filter(({ member, of }) => of !== "insurance" || kept.has(member.employee.id))
  );
}
