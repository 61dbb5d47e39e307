import type { PageSummary } from "../../components/my/Summary.tsx";
import { textsOf } from "../../domain/answering/fields/fields.ts";
import type { Asking } from "../../domain/answering/page.ts";
import { pagesOf } from "../../domain/answering/pages.ts";
import { stateOf } from "../../domain/answering/progress.ts";

/** What was answered, page by page. `open`: the pages that may be changed now. */
export function summaryOf(asking: Asking, open: ReadonlySet<string>): PageSummary[] {
  return pagesOf(asking).map((page) => {
    const fields = page.fields(asking);
    return {
      id: page.id,
      title: page.title,
      state: stateOf(page, asking),
      open: open.has(page.id),
      views: fields.views,
      texts: textsOf(fields, asking.collected),
      lists: page.lists.map((list) => ({ label: list.label, rows: list.rows(asking) })),
    };
  });
}
