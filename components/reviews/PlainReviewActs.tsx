import type { ComponentChildren } from "preact";
import type { ReviewView } from "../../domain/reviews.ts";
import { Button } from "../Button.tsx";
import type { FormField } from "../members/selection_fields.ts";
import { checkedAddress, walkAddress } from "./addresses.ts";
import { REVIEW_TEXTS } from "./texts.ts";
import { WalkFields } from "./WalkFields.tsx";

interface Props {
  view: ReviewView;
  group: string;
  /** Nothing can be ticked. */
  empty: boolean;
  /** The filter of all that match, as fields. */
  filter: readonly FormField[];
  returnTo: string;
  /** The table with its tick boxes. */
  children: ComponentChildren;
}

/** The list before, and without, JavaScript: a form whose ticks go to the pages for them. */
export function PlainReviewActs({ view, group, empty, filter, returnTo, children }: Props) {
  const texts = REVIEW_TEXTS[view];
  return (
    <form method="get">
      <WalkFields view={view} fields={filter} returnTo={returnTo} />
      {!empty && (
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 border-b min-h-[3.75rem]">
          <Button type="submit" formAction={walkAddress(group)}>{texts.walk}</Button>
          <Button type="submit" formAction={checkedAddress(group)}>{texts.check}</Button>
          <label class="inline-flex items-center gap-2 min-h-[2.75rem]">
            <input type="checkbox" name="all" value="1" class="w-5 h-5" />
            条件に合う{texts.words.noun}すべてを選択
          </label>
        </div>
      )}
      {children}
    </form>
  );
}
