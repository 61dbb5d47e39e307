import { type Employee, fullName } from "../../domain/employee.ts";
import type { MountedOriginal } from "../../domain/mounted_originals.ts";
import type { Section } from "../../formats/pdf/document.ts";
import { mountingSheet } from "./mod.ts";

/** Where an employee belongs, as the 台紙 names it. */
export interface MountingPlace {
  /** 会社名, and the name of the 依頼グループ. */
  company: string;
  group: string;
}

/** The 台紙 of an employee for these certificates, under a bookmark of the person's own. */
export function mountingSection(
  employee: Pick<Employee, "code" | "lastName" | "firstName" | "establishment" | "department">,
  items: readonly MountedOriginal[],
  place: MountingPlace,
): Section {
  const { code, establishment, department } = employee;
  const name = fullName(employee);
  return {
    bookmark: `${code} ${name}`,
    sheets: mountingSheet({ ...place, establishment, code, name, department, items }),
  };
}
