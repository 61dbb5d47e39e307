import type { Department, EmploymentType, SourceScope } from "./master.ts";
import { EVERYONE, type OwnDepartment, type Range } from "./range.ts";

/** What names in a condition are looked up in. */
export interface ScopeCatalogue {
  departments: readonly Department[];
  employmentTypes: readonly EmploymentType[];
}

/** 操作できる範囲 as it is applied, and what of the source's condition could not be; null: nothing was left out. */
export interface ReadScope {
  range: Range;
  note: string | null;
}

/**
 * The conditions that are understood, by their key in the source's query. The vendor documents none of them
 * (`crews_scope_query` is an object, no more), so anything else narrows the range to 本人: nobody sees too much because
 * a condition was not understood. Values are lists of ids or names; `own_department` is one of the three words below.
 */
const LISTS: Record<string, "departments" | "below" | "both" | "employmentTypes"> = {
  departments: "departments",
  department_ids: "departments",
  department_subtrees: "both",
  department_descendants: "below",
  employment_types: "employmentTypes",
  employment_type_ids: "employmentTypes",
};
const OWN_DEPARTMENT_KEY = "own_department";
const OWN_DEPARTMENTS: Record<string, OwnDepartment> = {
  department: "itself",
  department_subtree: "both",
  department_descendant: "below",
};

/** Understands the source's 操作できる範囲. */
export function readScope(scope: SourceScope, catalogue: ScopeCatalogue): ReadScope {
  if (scope.kind === "all") return { range: EVERYONE, note: null };
  if (scope.kind === "own") return { range: { kind: "own" }, note: null };
  return readCondition(scope.query, catalogue);
}

function readCondition(query: unknown, catalogue: ScopeCatalogue): ReadScope {
  if (typeof query !== "object" || query === null || Array.isArray(query)) return ownOnly("条件の形式");
  const given = Object.entries(query).filter(([, value]) => !isEmpty(value));
  if (given.length === 0) return ownOnly("条件の内容");
  const range = {
    kind: "condition" as const,
    departments: [] as string[],
    below: [] as string[],
    employmentTypes: [] as string[],
    ownDepartment: "none" as OwnDepartment,
  };
  const unknown: string[] = [];
  for (const [key, value] of given) {
    if (key === OWN_DEPARTMENT_KEY && Object.hasOwn(OWN_DEPARTMENTS, String(value))) {
      range.ownDepartment = OWN_DEPARTMENTS[String(value)]!;
      continue;
    }
    const list = Object.hasOwn(LISTS, key) ? LISTS[key] : undefined;
    const names = list &&
      namesOf(value, list === "employmentTypes" ? catalogue.employmentTypes : catalogue.departments);
    // One name that is not known would leave the list shorter, or empty, which says something else.
    if (!names) unknown.push(key);
    else {
      if (list === "departments" || list === "both") range.departments.push(...names);
      if (list === "below" || list === "both") range.below.push(...names);
      if (list === "employmentTypes") range.employmentTypes.push(...names);
    }
  }
  return unknown.length > 0 ? ownOnly(unknown.join("、")) : { range, note: null };
}

function ownOnly(what: string): ReadScope {
  return { range: { kind: "own" }, note: what.slice(0, 100) };
}

/** The names behind a list of ids, names, or objects with either; null where one of them is not known. */
function namesOf(value: unknown, known: readonly (Department | EmploymentType)[]): string[] | null {
  if (!Array.isArray(value)) return null;
  const names = value.map((one) => nameOf(wordOf(one), known));
  return names.every((name) => name !== null) ? names : null;
}

function wordOf(one: unknown): string | null {
  if (typeof one === "string") return one;
  if (typeof one !== "object" || one === null) return null;
  const words = [Reflect.get(one, "id"), Reflect.get(one, "full_name"), Reflect.get(one, "name")];
  return words.find((word) => typeof word === "string") ?? null;
}

/** What employees' records say: the full name of a 部署. A name that two 部署 share names none. */
function nameOf(word: string | null, known: readonly (Department | EmploymentType)[]): string | null {
  if (word === null) return null;
  const shown = (one: Department | EmploymentType) => "fullName" in one ? one.fullName : one.name;
  const exact = known.find((one) => one.sourceId === word || shown(one) === word);
  if (exact) return shown(exact);
  const alike = known.filter(({ name }) => name === word);
  return alike.length === 1 ? shown(alike[0]!) : null;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return Array.isArray(value) && value.length === 0;
}
