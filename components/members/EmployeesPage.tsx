import { FILTER_FIELDS, isUnfiltered, type MemberFilter } from "../../domain/member_filter.ts";
import { NO_GROUP } from "../../domain/member_scope.ts";
import { EmployeeList } from "../../islands/EmployeeList.tsx";
import { GroupList } from "../../islands/GroupList.tsx";
import type { MenuItem } from "../../jobs/service.ts";
import { Card } from "../Card.tsx";
import { CheckboxGroup } from "../CheckboxGroup.tsx";
import { FilterForm } from "../FilterForm.tsx";
import { PEOPLE_SCREENS } from "../help/people_screens.ts";
import { OperationButtons } from "../operation/OperationButtons.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { Pagination } from "../Pagination.tsx";
import { SelectField } from "../SelectField.tsx";
import { Tabs } from "../Tabs.tsx";
import { TextField } from "../TextField.tsx";
import type { EmployeeRow } from "./employee_row.ts";
import { STATUS_OPTIONS, withNone } from "./filter_options.ts";
import type { GroupLine } from "./group_columns.tsx";
import { everybodyFields } from "./selection_fields.ts";

export interface EmployeesPageProps {
  groups: GroupLine[];
  /** Null on the 依頼グループ tab. */
  people: EmployeeListProps | null;
  items: MenuItem[];
  returnTo: string;
}

export interface EmployeeListProps {
  filter: MemberFilter;
  /** Group id, NO_GROUP, or "" for everybody. */
  group: string;
  departments: string[];
  employmentTypes: string[];
  rows: EmployeeRow[];
  /** How many match in all; null where that is not known. */
  total: number | null;
  pages: { previous: string | null; next: string | null };
  scanLimited: boolean;
}

/** 対象従業員設定: who is in the adjustment, and in which group. */
export function EmployeesPage({ groups, people, items, returnTo }: EmployeesPageProps) {
  return (
    <>
      <PageTitle
        title="対象従業員設定"
        lead="年末調整の対象になる従業員と、所属する依頼グループを確認します。"
        help={PEOPLE_SCREENS.employees}
      >
        <OperationButtons items={items} group={null} returnTo={returnTo} alignRight />
      </PageTitle>
      <Tabs
        label="対象従業員設定の表示"
        tabs={[
          { href: "/employees", label: "従業員", current: people !== null },
          { href: "/employees?tab=groups", label: "依頼グループ", current: people === null },
        ]}
      />
      {people ? <People {...people} groups={groups} items={items} returnTo={returnTo} /> : (
        <Card flush>
          <GroupList groups={groups} returnTo={returnTo} />
        </Card>
      )}
    </>
  );
}

type PeopleProps = EmployeeListProps & Pick<EmployeesPageProps, "groups" | "items" | "returnTo">;

function People({ groups, rows, total, pages, scanLimited, items, returnTo, ...search }: PeopleProps) {
  const deletion = items.find(({ selection }) => selection);
  if (!deletion) throw new Error("対象従業員設定 has an operation on the ticked people");
  return (
    <>
      <Card flush>
        <Search {...search} groups={groups} />
        <EmployeeList
          rows={rows}
          total={total}
          more={pages.previous !== null || pages.next !== null}
          filtered={search.group !== "" || !isUnfiltered(search.filter) || scanLimited}
          groups={groups.map(({ name }) => name)}
          item={deletion}
          everybody={everybodyFields(search.filter, search.group)}
          returnTo={returnTo}
        />
      </Card>
      <Pagination {...pages} scanLimited={scanLimited} />
    </>
  );
}

type SearchProps = Pick<EmployeeListProps, "filter" | "group" | "departments" | "employmentTypes"> & {
  groups: GroupLine[];
};

function Search({ filter, group, groups, departments, employmentTypes }: SearchProps) {
  const choices = [
    { value: "", label: "すべて" },
    ...groups.map(({ id, name }) => ({ value: id, label: name })),
    { value: NO_GROUP, label: "依頼グループなし" },
  ];
  const folded = group !== "" || !isUnfiltered({ ...filter, text: "" });
  return (
    <FilterForm
      label="従業員の検索と絞り込み"
      action="/employees"
      active={folded || filter.text !== ""}
      open={folded}
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
      <CheckboxGroup
        name={FILTER_FIELDS.departments}
        legend="部署"
        options={withNone(departments, "部署なし")}
        values={filter.departments}
      />
      <CheckboxGroup
        name={FILTER_FIELDS.employmentTypes}
        legend="雇用形態"
        options={withNone(employmentTypes, "雇用形態なし")}
        values={filter.employmentTypes}
      />
      <SelectField name="group" label="依頼グループ" value={group} options={choices} />
      <CheckboxGroup
        name={FILTER_FIELDS.statuses}
        legend="絞り込みの対象（依頼状況）"
        options={STATUS_OPTIONS}
        values={filter.statuses}
      />
    </FilterForm>
  );
}
