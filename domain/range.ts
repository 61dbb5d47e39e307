import { z } from "zod";

/** What a range looks at. 部署 is the full name, the ones above it joined with "/". */
export interface RangedEmployee {
  code: string;
  department: string | null;
  employmentType: string | null;
}

/** Whether a range holds 本人が所属する部署: no, that 部署 alone, the ones below it (配下), or both. */
export const OWN_DEPARTMENTS = ["none", "itself", "below", "both"] as const;
export type OwnDepartment = typeof OWN_DEPARTMENTS[number];

/**
 * 操作できる範囲: everybody, one's own data only, or the employees who fit 部署 and 雇用形態. A condition without any
 * 部署 (`departments`, `below`, `ownDepartment`) takes every 部署, the empty one too; one without 雇用形態 likewise.
 */
export type Range =
  | { kind: "all" }
  | { kind: "own"; self?: RangedEmployee | null }
  | {
    kind: "condition";
    departments: string[];
    /** 配下: the 部署 below these, without these themselves. */
    below?: string[];
    employmentTypes: string[];
    /** Becomes a 部署 of the two lists by `rangeFor`; until then it matches nobody. */
    ownDepartment?: OwnDepartment;
    /** 本人, who always lies in the own range; null: nobody yet (see `rangeFor`). */
    self?: RangedEmployee | null;
  };

type Condition = Extract<Range, { kind: "condition" }>;

const selfSchema = z.object({
  code: z.string(),
  department: z.string().nullable(),
  employmentType: z.string().nullable(),
}).nullable().default(null);

/** A range as it is stored; what older versions did not know has its default. */
export const rangeSchema: z.ZodType<Range> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("own"), self: selfSchema }),
  z.object({
    kind: z.literal("condition"),
    departments: z.array(z.string()),
    below: z.array(z.string()).default([]),
    employmentTypes: z.array(z.string()),
    ownDepartment: z.enum(OWN_DEPARTMENTS).default("none"),
    self: selfSchema,
  }),
]);

/** Every employee of the tenant (すべての従業員). */
export const EVERYONE: Range = { kind: "all" };

/** No employee at all. */
export const NOBODY: Range = { kind: "own", self: null };

/** True when this employee lies inside `range`. */
export function inRange(range: Range, employee: RangedEmployee): boolean {
  if (range.kind === "all") return true;
  if (range.self && range.self.code === employee.code) return true;
  if (range.kind === "own") return false;
  return hasDepartment(range, employee.department) &&
    within(range.employmentTypes, employee.employmentType);
}

/** True when everybody inside `inner` is inside `outer` too. */
export function covers(outer: Range, inner: Range): boolean {
  if (isEveryone(outer)) return true;
  if (isEveryone(inner) || inner.kind === "all") return false;
  if (inner.self && !inRange(outer, inner.self)) return false;
  if (inner.kind === "own") return true;
  return outer.kind === "condition" && coversDepartments(outer, inner) &&
    includesAll(outer.employmentTypes, inner.employmentTypes);
}

/** The range as it is for the person whose record is `self`: 本人が所属する部署 by its name, 本人 included. */
export function rangeFor(range: Range, self: RangedEmployee): Range {
  const { code, department, employmentType } = self;
  const me = { code, department, employmentType };
  if (range.kind === "all") return range;
  if (range.kind === "own") return { kind: "own", self: me };
  const { ownDepartment = "none", below = [], departments } = range;
  if (ownDepartment === "none") return { ...range, self: me };
  const own = department === null ? [] : [department];
  const resolved: Condition = {
    ...range,
    departments: ownDepartment === "below" ? departments : union(departments, own),
    below: ownDepartment === "itself" ? below : union(below, own),
    ownDepartment: "none",
    self: me,
  };
  // Nothing came of it: left empty, the lists would say every 部署.
  return anyDepartment(resolved) ? { kind: "own", self: me } : resolved;
}

/** Of these 部署 or 雇用形態 those that somebody inside `range` can have; for menus. */
export function valuesWithin(
  range: Range,
  field: "department" | "employmentType",
  values: readonly string[],
): string[] {
  if (range.kind === "all") return [...values];
  const fits = (value: string) => {
    if (range.self?.[field] === value) return true;
    if (range.kind === "own") return false;
    return field === "department" ? hasDepartment(range, value) : within(range.employmentTypes, value);
  };
  return values.filter(fits);
}

function isEveryone(range: Range): boolean {
  if (range.kind !== "condition") return range.kind === "all";
  return anyDepartment(range) && range.employmentTypes.length === 0;
}

function anyDepartment({ departments, below = [], ownDepartment = "none" }: Condition): boolean {
  return departments.length === 0 && below.length === 0 && ownDepartment === "none";
}

function hasDepartment(range: Condition, department: string | null): boolean {
  if (anyDepartment(range)) return true;
  if (department === null) return false;
  return range.departments.includes(department) || isBelow(range, department);
}

function isBelow({ below = [] }: Condition, department: string): boolean {
  return below.some((above) => department.startsWith(`${above}/`));
}

function coversDepartments(outer: Condition, inner: Condition): boolean {
  if (anyDepartment(outer)) return true;
  // Whose 部署 it will be is not known: it may be any.
  if (anyDepartment(inner) || (inner.ownDepartment ?? "none") !== "none") return false;
  const { below = [] } = outer;
  return inner.departments.every((name) => hasDepartment(outer, name)) &&
    (inner.below ?? []).every((name) => below.includes(name) || isBelow(outer, name));
}

function within(allowed: readonly string[], value: string | null): boolean {
  return allowed.length === 0 || (value !== null && allowed.includes(value));
}

function includesAll(outer: readonly string[], inner: readonly string[]): boolean {
  if (outer.length === 0) return true;
  return inner.length > 0 && inner.every((value) => outer.includes(value));
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}
