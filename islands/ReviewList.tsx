import { useEffect, useState } from "preact/hooks";
import { Button } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import type { FormField } from "../components/members/selection_fields.ts";
import { walkAddress } from "../components/reviews/addresses.ts";
import { CheckChosen } from "../components/reviews/CheckChosen.tsx";
import { PlainReviewActs } from "../components/reviews/PlainReviewActs.tsx";
import { reviewColumns } from "../components/reviews/review_columns.tsx";
import type { ReviewRow } from "../components/reviews/review_row.ts";
import { REVIEW_TEXTS } from "../components/reviews/texts.ts";
import { WalkFields } from "../components/reviews/WalkFields.tsx";
import { isTicked, NOTHING } from "../components/selection/selection.ts";
import { SelectionBar } from "../components/selection/SelectionBar.tsx";
import { tickColumn, type Ticking } from "../components/selection/Ticks.tsx";
import { Table } from "../components/Table.tsx";
import type { ReviewView } from "../domain/reviews.ts";

interface Props {
  view: ReviewView;
  rows: ReviewRow[];
  /** How many match in all; null where that is not known. */
  total: number | null;
  /** True when there are more pages than this. */
  more: boolean;
  filtered: boolean;
  group: string;
  /** The filter of all that match, as the fields of a form. */
  filter: FormField[];
  returnTo: string;
}

/**
 * 書類一覧 or 前職情報一覧 with its tick boxes and what can be done with ticked rows. Without JavaScript the ticks are a
 * form that leads to the pages for them.
 */
export function ReviewList({ view, rows, total, more, filtered, group, filter, returnTo }: Props) {
  const [selection, onChange] = useState(NOTHING);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const { words, walk } = REVIEW_TEXTS[view];
  const ticking: Ticking = { selection, page: rows.map((row) => row.id), words, onChange };
  const table = (
    <Table
      caption={`${words.noun}の一覧。社員番号の順に並んでいます。`}
      columns={[tickColumn<ReviewRow>(ticking), ...reviewColumns(view)]}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<NoRows noun={words.noun} filtered={filtered} />}
    />
  );
  const empty = rows.length === 0;
  if (!ready) {
    return (
      <PlainReviewActs view={view} group={group} empty={empty} filter={filter} returnTo={returnTo}>
        {table}
      </PlainReviewActs>
    );
  }
  const ticked = rows.filter(({ id }) => isTicked(selection, id));
  const chosen: FormField[] = selection.kind === "all"
    ? [["all", "1"], ...filter]
    : ticked.map(({ id }) => ["ids", id]);
  return (
    <>
      {!empty && (
        <SelectionBar {...ticking} total={total} more={more}>
          <form method="get" action={walkAddress(group)}>
            <WalkFields view={view} fields={chosen} returnTo={returnTo} />
            <Button type="submit">{walk}</Button>
          </form>
          <CheckChosen
            view={view}
            group={group}
            chosen={selection.kind === "all" ? null : ticked}
            returnTo={returnTo}
          />
        </SelectionBar>
      )}
      {table}
    </>
  );
}

function NoRows({ noun, filtered }: { noun: string; filtered: boolean }) {
  return filtered
    ? <EmptyState title={`該当する${noun}はありません。`}>別の条件を試してください。</EmptyState>
    : (
      <EmptyState title={`${noun}はありません。`}>
        従業員が回答するか、収集情報を保存すると、ここに表示されます。
      </EmptyState>
    );
}
