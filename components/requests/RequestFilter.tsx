import { FILTER_FIELDS, isUnfiltered, type MemberFilter } from "../../domain/member_filter.ts";
import { CheckboxGroup } from "../CheckboxGroup.tsx";
import { FilterForm } from "../FilterForm.tsx";
import {
  DOCUMENT_OPTIONS,
  EXCLUSION_OPTIONS,
  ROLL_UP_OPTIONS,
  STATUS_OPTIONS,
  withNone,
} from "../members/filter_options.ts";
import { TextField } from "../TextField.tsx";

interface Props {
  action: string;
  filter: MemberFilter;
  departments: readonly string[];
  employmentTypes: readonly string[];
}

/** Search and 絞り込み of 依頼一覧. */
export function RequestFilter({ action, filter, departments, employmentTypes }: Props) {
  const choices = [
    { field: "statuses", legend: "依頼状況", options: STATUS_OPTIONS },
    { field: "departments", legend: "対象者の部署", options: withNone(departments, "部署なし") },
    {
      field: "employmentTypes",
      legend: "対象者の雇用形態",
      options: withNone(employmentTypes, "雇用形態なし"),
    },
    { field: "created", legend: "作成書類", options: DOCUMENT_OPTIONS },
    { field: "exclusions", legend: "対象外", options: EXCLUSION_OPTIONS },
    { field: "documents", legend: "書類の作成状況", options: ROLL_UP_OPTIONS },
    { field: "previousJobs", legend: "前職情報の作成状況", options: ROLL_UP_OPTIONS },
  ] as const;
  return (
    <FilterForm
      label="依頼の検索と絞り込み"
      action={action}
      active={!isUnfiltered(filter)}
      open={choices.some(({ field }) => field !== "statuses" && filter[field].length > 0)}
      search={
        <TextField
          name={FILTER_FIELDS.text}
          label="社員番号・氏名で検索"
          type="search"
          value={filter.text}
          maxLength={100}
        />
      }
    >
      {choices.map(({ field, legend, options }) => (
        <CheckboxGroup
          key={field}
          name={FILTER_FIELDS[field]}
          legend={legend}
          options={options}
          values={filter[field]}
        />
      ))}
    </FilterForm>
  );
}
