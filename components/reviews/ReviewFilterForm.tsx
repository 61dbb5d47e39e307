import { FILTER_FIELDS } from "../../domain/member_filter.ts";
import {
  DOCUMENT_KINDS,
  DOCUMENT_SHORT_LABELS,
  REVIEW_STATUS_LABELS,
  REVIEW_STATUSES,
} from "../../domain/request.ts";
import { isWholeReview, REVIEW_FIELDS, type ReviewFilter } from "../../domain/review_filter.ts";
import type { ReviewView } from "../../domain/reviews.ts";
import { CheckboxGroup } from "../CheckboxGroup.tsx";
import { FilterForm } from "../FilterForm.tsx";
import { withNone } from "../members/filter_options.ts";
import { TextField } from "../TextField.tsx";

interface Props {
  view: ReviewView;
  action: string;
  filter: ReviewFilter;
  departments: readonly string[];
  employmentTypes: readonly string[];
}

/** Search and 絞り込み of 書類一覧 and 前職情報一覧. */
export function ReviewFilterForm({ view, action, filter, departments, employmentTypes }: Props) {
  const { people, statuses } = filter;
  return (
    <FilterForm
      label={view === "documents" ? "書類の検索と絞り込み" : "前職情報の検索と絞り込み"}
      action={action}
      active={!isWholeReview(filter)}
      open={people.departments.length > 0 || people.employmentTypes.length > 0 || filter.groupInsurance}
      search={
        <TextField
          name={FILTER_FIELDS.text}
          label="社員番号・氏名で検索"
          type="search"
          value={people.text}
          maxLength={100}
        />
      }
    >
      <CheckboxGroup
        name={REVIEW_FIELDS.statuses}
        legend="確認状況"
        options={REVIEW_STATUSES.map((value) => ({ value, label: REVIEW_STATUS_LABELS[value] }))}
        values={statuses}
      />
      {view === "documents" && <Documents filter={filter} />}
      <CheckboxGroup
        name={FILTER_FIELDS.departments}
        legend="対象者の部署"
        options={withNone(departments, "部署なし")}
        values={people.departments}
      />
      <CheckboxGroup
        name={FILTER_FIELDS.employmentTypes}
        legend="対象者の雇用形態"
        options={withNone(employmentTypes, "雇用形態なし")}
        values={people.employmentTypes}
      />
    </FilterForm>
  );
}

/** 作成書類; 団体保険のみ narrows 保険料控除申告書, and so stands below it. */
function Documents({ filter }: { filter: ReviewFilter }) {
  return (
    <div>
      <CheckboxGroup
        name={REVIEW_FIELDS.documents}
        legend="作成書類"
        options={DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_SHORT_LABELS[value] }))}
        values={filter.documents}
      />
      <label class="flex items-center gap-2 min-h-[2rem] mt-1 px-3">
        <input
          type="checkbox"
          name={REVIEW_FIELDS.groupInsurance}
          value="1"
          checked={filter.groupInsurance}
          class="w-4 h-4 flex-none"
        />
        団体保険のみの保険料控除申告書
      </label>
    </div>
  );
}
