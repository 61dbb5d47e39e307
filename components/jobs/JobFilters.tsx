import type { JobQuery } from "../../jobs/service.ts";
import { JOB_STATUSES, STATUS_LABELS } from "../../jobs/view.ts";
import { FilterForm } from "../FilterForm.tsx";
import { type Option, SelectField } from "../SelectField.tsx";
import { TextField } from "../TextField.tsx";

interface Props {
  query: JobQuery;
  filtered: boolean;
  kinds: readonly Option[];
  groups: readonly Option[];
  /** True when jobs of other people are in the list. */
  everybody: boolean;
}

const ANY: Option = { value: "", label: "すべて" };
const STATUSES = JOB_STATUSES.map((status) => ({ value: status, label: STATUS_LABELS[status] }));

/** Search and filters of the job list; all of them travel in the address. */
export function JobFilters({ query, filtered, kinds, groups, everybody }: Props) {
  return (
    <FilterForm
      label="バックグラウンド処理の絞り込み"
      action="/background-jobs"
      active={filtered}
      search={<TextField name="text" label="処理名" type="search" value={query.text} maxLength={200} />}
    >
      <SelectField name="status" label="ステータス" value={query.status} options={[ANY, ...STATUSES]} />
      <SelectField name="kind" label="処理の種類" value={query.kind} options={[ANY, ...kinds]} />
      <SelectField name="group" label="対象の依頼グループ" value={query.group} options={[ANY, ...groups]} />
      {everybody && (
        <TextField name="actor" label="実行者のメールアドレス" value={query.actor} inputMode="email" />
      )}
      <TextField name="from" label="受付日（から）" type="date" value={query.from} />
      <TextField name="to" label="受付日（まで）" type="date" value={query.to} />
    </FilterForm>
  );
}
