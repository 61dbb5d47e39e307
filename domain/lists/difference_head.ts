import { type Columns, EMPLOYEE } from "./row.ts";

const STATUSES = { employed: "在職中", absent: "休職中", retired: "退職済み" } as const;

/** What every difference list begins with. */
export const HEAD: Columns = {
  ...EMPLOYEE,
  "会社名": ({ company }) => company,
  "所属事業所": ({ employee }) => employee.establishment,
  "雇用形態": ({ employee }) => employee.employmentType,
  "在籍状況": ({ employee }) => STATUSES[employee.status],
};
