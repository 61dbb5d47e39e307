import type { ReviewView } from "../../domain/reviews.ts";
import type { FormField } from "../members/selection_fields.ts";

interface Props {
  view: ReviewView;
  /** The rows, or the filter of all that match. */
  fields: readonly FormField[];
  returnTo: string;
}

/** What the pages for ticked rows are told: which view, which rows, and where to come back to. */
export function WalkFields({ view, fields, returnTo }: Props) {
  return (
    <>
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="return_to" value={returnTo} />
      {fields.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
