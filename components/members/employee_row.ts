import { fullName } from "../../domain/employee.ts";
import type { Member } from "../../domain/stores.ts";

/** A line of 対象従業員設定: what the browser gets of a person. */
export interface EmployeeRow {
  /** Employee id. */
  id: string;
  code: string;
  name: string;
  department: string;
  employmentType: string;
  /** Name of the 依頼グループ; null: in none. */
  group: string | null;
}

/** @param names of the groups, by id */
export function employeeRow({ employee }: Member, names: ReadonlyMap<string, string>): EmployeeRow {
  return {
    id: employee.id,
    code: employee.code,
    name: fullName(employee),
    department: employee.department ?? "",
    employmentType: employee.employmentType ?? "",
    group: employee.groupId === null ? null : names.get(employee.groupId) ?? "",
  };
}
