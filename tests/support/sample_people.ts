import type { SampleMember } from "../../sources/sample/members.ts";
import { sampleCompany, sampleGroups } from "../../sources/sample/companies.ts";
import { sampleMembers } from "../../sources/sample/members.ts";

/** The targets of the sample company by how far their 依頼 is, each in 社員番号 order. */
export interface SamplePeople {
  /** 未依頼, those of 本社 first, then those of the other groups, then those in no group. */
  open: SampleMember[];
  /** Those whose 依頼 went out. */
  asked: SampleMember[];
  /** Name of the 依頼グループ with this id. */
  groupName(id: string | null): string;
}

/** Who is who in a sample company of `employees` people, as it starts. */
export function samplePeople(employees: number): SamplePeople {
  const company = sampleCompany(employees);
  const names = new Map(sampleGroups(company).map(({ id, name }) => [id, name]));
  const groupName = (id: string | null) => id === null ? "" : names.get(id)!;
  const everybody = Array.from({ length: employees }, (_, i) => i).map(sampleMembers(company))
    .filter((member) => member !== null);
  const asked = everybody.filter(({ request }) => request && request.status !== "not_requested");
  const waiting = everybody.filter(({ request }) => request?.status === "not_requested");
  const [near, far] = [true, false].map((near) =>
    waiting.filter(({ employee }) => (groupName(employee.groupId) === "本社") === near)
  );
  return {
    open: [...near!, ...far!, ...everybody.filter(({ request }) => request === null)],
    asked,
    groupName,
  };
}

/** 社員番号 of somebody. */
export const codeOf = ({ employee }: SampleMember): string => employee.code;
