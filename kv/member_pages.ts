import { isUnfiltered, type MemberFilter, memberTest } from "../domain/member_filter.ts";
import type { Range } from "../domain/permission.ts";
import type { Member } from "../domain/stores.ts";
import { type Facets, readFacets } from "./facets.ts";
import type { YearRef } from "./groups.ts";
import { readReviewPage, type ReviewPage, type ReviewQuery } from "./review_pages.ts";
import { readRows, type Scope } from "./row_pages.ts";

export { PAGE_SIZE, type Scope } from "./row_pages.ts";

export interface MemberQuery {
  scope: Scope;
  filter: MemberFilter;
  range: Range;
  /** The `next` of the page before; null: the first page. */
  cursor: string | null;
}

/** A page of members in 社員番号 order. `scanLimited`: the search stopped at its limit, `next` goes on with it. */
export interface MemberPage {
  members: Member[];
  next: string | null;
  scanLimited: boolean;
}

/** The lists of people that pages show, of one tenant and year. */
export interface MemberPages {
  /** Refuses `bad_request` for a cursor that is none of ours. */
  page(query: MemberQuery): Promise<MemberPage>;
  /** The documents or 前職情報 of people, with the same refusal. */
  reviews(query: ReviewQuery): Promise<ReviewPage>;
  facets(): Promise<Facets>;
}

/** The lists of people stored in `kv`. */
export function memberPagesOf(kv: Deno.Kv, ref: YearRef): MemberPages {
  return {
    page: (query) => readPage(kv, ref, query),
    reviews: (query) => readReviewPage(kv, ref, query),
    facets: () => readFacets(kv, ref),
  };
}

async function readPage(kv: Deno.Kv, ref: YearRef, { filter, ...query }: MemberQuery): Promise<MemberPage> {
  const fits = memberTest(filter);
  const { rows, ...page } = await readRows<Member>(kv, ref, {
    ...query,
    open: isUnfiltered(filter) && query.range.kind === "all",
    rowsOf: (members) => members.map((member) => fits(member) ? [member] : []),
  });
  return { members: rows, ...page };
}
