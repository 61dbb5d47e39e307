import type { Range } from "../../domain/permission.ts";
import { CheckboxGroup } from "../CheckboxGroup.tsx";
import { SelectField } from "../SelectField.tsx";

interface Props {
  range: Range;
  /** 部署 and 雇用形態 to choose from. */
  departments: readonly string[];
  employmentTypes: readonly string[];
}

const KINDS = [
  { value: "all", label: "すべての従業員" },
  { value: "condition", label: "本人＋指定した範囲の従業員" },
  { value: "own", label: "本人のみ" },
];

const NONE: Extract<Range, { kind: "condition" }> = {
  kind: "condition",
  departments: [],
  employmentTypes: [],
};

const OWN_DEPARTMENT = [
  { value: "none", label: "指定しない" },
  { value: "itself", label: "本人が所属する部署" },
  { value: "both", label: "本人が所属する部署＋配下の部署" },
  { value: "below", label: "本人が所属する部署の配下の部署" },
];

/** 操作できる範囲 of an account, inside a form; web/range_form.ts reads it. */
export function RangeFields({ range, departments, employmentTypes }: Props) {
  const condition = range.kind === "condition" ? range : NONE;
  const { below = [], ownDepartment = "none" } = condition;
  const places = listed(departments, condition.departments);
  const types = listed(employmentTypes, condition.employmentTypes);
  const above = listed(ancestorsOf([...departments, ...condition.departments]), below);
  return (
    <>
      <SelectField
        name="range"
        label="操作できる範囲"
        hint="［本人＋指定した範囲の従業員］のときは、下の条件にすべて合う従業員が範囲になります。選ばない条件は、すべてが範囲です。"
        value={range.kind}
        options={KINDS}
      />
      <SelectField
        name="own_department"
        label="本人が所属する部署"
        value={ownDepartment}
        options={OWN_DEPARTMENT}
      />
      <Names name="department" legend="部署" names={places} ticked={condition.departments} />
      <Names name="below" legend="配下の部署" names={above} ticked={below} suffix="の配下の部署" />
      <Names name="employment_type" legend="雇用形態" names={types} ticked={condition.employmentTypes} />
    </>
  );
}

/** What is ticked stays offered, also when nobody has it any more. */
function listed(known: readonly string[], ticked: readonly string[]): string[] {
  return [...new Set([...known, ...ticked])].sort();
}

/** The 部署 that have others below them: full names name the ones above, joined with "/". */
function ancestorsOf(departments: readonly string[]): string[] {
  return departments.flatMap((name) => {
    const parts = name.split("/");
    return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
  });
}

interface NamesProps {
  name: string;
  legend: string;
  names: readonly string[];
  ticked: readonly string[];
  suffix?: string;
}

/** Nothing to choose from is no question. */
function Names({ name, legend, names, ticked, suffix = "" }: NamesProps) {
  if (names.length === 0) return null;
  const options = names.map((value) => ({ value, label: value + suffix }));
  return <CheckboxGroup name={name} legend={legend} options={options} values={ticked} />;
}
