import type { Write } from "../domain/write.ts";
import { set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { asWrite } from "./write.ts";

/** The values that the filter menus offer, in code point order. */
export interface Facets {
  /** 部署. */
  departments: string[];
  /** 雇用形態. */
  employmentTypes: string[];
}

const DEPARTMENT = "department";
const EMPLOYMENT = "employment";

/** The longest value that gets an entry: a KV key takes 2,048 bytes, a character up to 4. */
const MAX_LENGTH = 400;

/**
 * The 部署 and 雇用形態 that occur among a year's targets. A value stays listed after its last employee left: an entry
 * too many finds nobody, while counting every value would put one more contended key into each commit.
 */
export async function readFacets(kv: Deno.Kv, ref: YearRef): Promise<Facets> {
  const [departments, employmentTypes] = await Promise.all([
    values(kv, ref, DEPARTMENT),
    values(kv, ref, EMPLOYMENT),
  ]);
  return { departments, employmentTypes };
}

/** The writes that make an employee's 部署 and 雇用形態 known; writing them again changes nothing. */
export function facetWrites(
  ref: YearRef,
  employee: { department: string | null; employmentType: string | null },
): Write[] {
  return [
    ...entry(ref, DEPARTMENT, employee.department),
    ...entry(ref, EMPLOYMENT, employee.employmentType),
  ];
}

function entry({ id, year }: YearRef, field: string, value: string | null): Write[] {
  if (!value || value.length > MAX_LENGTH) return [];
  return [asWrite(set(yearKeys.facet(id, year, field, value), { v: 1 }))];
}

async function values(kv: Deno.Kv, { id, year }: YearRef, field: string): Promise<string[]> {
  const keys = kv.list({ prefix: yearKeys.facets(id, year, field) }, { batchSize: 500 });
  return await Array.fromAsync(keys, (found) => found.key.at(-1) as string);
}
