import { COLLECTED_LABELS, COLLECTED_PARTS, type CollectedPart, MAX_COMMENT } from "../../domain/request.ts";
import { Required } from "../Field.tsx";
import { TextAreaField } from "../TextAreaField.tsx";

interface Props {
  /** Begins the ids of the fields, which are unique on the page. */
  id: string;
  /** 修正項目 that are ticked. */
  parts: readonly CollectedPart[];
  /** 修正内容. */
  comment?: string;
  /** 原因。対処。 of 修正内容. */
  error?: string | undefined;
}

/** What an employee is asked to correct: 修正項目 (`parts`) and 修正内容 (`comment`). */
export function CorrectionFields({ id, parts, comment, error }: Props) {
  return (
    <div class="grid gap-4">
      <fieldset>
        <legend class="font-bold mb-1">
          <span class="inline-flex items-center gap-2">
            修正項目<Required />
          </span>
        </legend>
        <div class="flex flex-wrap gap-x-6">
          {COLLECTED_PARTS.map((part) => (
            <label key={part} class="inline-flex items-center gap-2 min-h-[2.75rem]">
              <input
                type="checkbox"
                name="parts"
                value={part}
                checked={parts.includes(part)}
                class="w-5 h-5 flex-none"
              />
              {COLLECTED_LABELS[part]}
            </label>
          ))}
        </div>
      </fieldset>
      <TextAreaField
        id={`${id}-comment`}
        name="comment"
        label="修正内容"
        hint={`従業員の画面とメールに表示します（${MAX_COMMENT.toLocaleString("ja-JP")}文字以内）。`}
        value={comment}
        error={error}
        required
      />
    </div>
  );
}
