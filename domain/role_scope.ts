import type { Department, EmploymentType, SourceScope } from "./master.ts";
import { EVERYONE, type OwnDepartment, type Range } from "./range.ts";

/** What names in a condition are looked up in. */
export interface ScopeCatalogue {
  departments: readonly Department[];
  employmentTypes: readonly EmploymentType[];
}

/** A range is stored with every account's jobs; hundreds of 部署 fit, and whoever holds more of them holds nearly all. */
const MAX_RANGE_CHARS = 20_000;

/** 操作できる範囲 as it is applied, and what of the source's condition could not be; null: nothing was left out. */
export interface ReadScope {
  range: Range;
  note: string | null;
}

/**
 * The conditions that are understood, by their key in the source's query; values are lists of ids or names. The vendor
 * documents none of them (`crews_scope_query` is an object, no more), so anything else narrows the range to 本人: nobody
 * sees too much because a condition was not understood.
 */
const LISTS: Record<string, readonly List[]> = {
  departments: ["departments"],
  department_ids: ["departments"],
  department_subtrees: ["departments", "below"],
  department_descendants: ["below"],
  employment_types: ["employmentTypes"],
  employment_type_ids: ["employmentTypes"],
};
type List = "departments" | "below" | "employmentTypes";

/** Scopes of the API of 2021 that go by 本人が所属する部署 (reference/imports.md §4); the key holds one of these words. */
const OWN_DEPARTMENT_KEY = "crews_scope";
const OWN_DEPARTMENTS: Record<string, OwnDepartment> = {
  crews_scope_department: "itself",
  crews_scope_department_subtree: "both",
  crews_scope_department_descendant: "below",
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
  const range: Condition = {
    kind: "condition",
    departments: [],
    below: [],
    employmentTypes: [],
    ownDepartment: "none",
  };
  const unknown = given.filter(([key, value]) => !understand(range, key, value, catalogue));
  if (unknown.length > 0) return ownOnly(unknown.map(([key]) => key).join("、"));
  return JSON.stringify(range).length > MAX_RANGE_CHARS ? ownOnly("条件の数") : { range, note: null };
}

type Condition = Required<Omit<Extract<Range, { kind: "condition" }>, "self">>;

/** Adds one condition to `range`; false where it is not understood as a whole. */
function understand(range: Condition, key: string, value: unknown, catalogue: ScopeCatalogue): boolean {
  if (key === OWN_DEPARTMENT_KEY) {
    const own = Object.hasOwn(OWN_DEPARTMENTS, String(value)) ? OWN_DEPARTMENTS[String(value)] : undefined;
    range.ownDepartment = own ?? "none";
    return own !== undefined;
  }
  const lists = Object.hasOwn(LISTS, key) ? LISTS[key]! : [];
  const known = lists.includes("employmentTypes") ? catalogue.employmentTypes : catalogue.departments;
  // One name that is not known would leave the list shorter, or empty, which says something else.
  const names = lists.length === 0 ? null : namesOf(value, known);
  for (const list of lists) range[list].push(...names ?? []);
  return names !== null;
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
