import type { SourceRole } from "../domain/master.ts";
import type { Range } from "../domain/permission.ts";
import { readScope, type ScopeCatalogue } from "../domain/role_scope.ts";
import type { MasterSource } from "../sources/source.ts";

/** A 権限 as the source has it, with its 操作できる範囲 understood as far as it is. */
export interface SaidRole extends Pick<SourceRole, "name" | "preset"> {
  range: Range;
  /** What of the condition was not understood; null: all was. */
  note: string | null;
}

/** Every 権限 of the source once, by id. There are as many as a company makes, not as it has people. */
export async function rolesSaid(source: MasterSource): Promise<Map<string, SaidRole>> {
  const roles = new Map<string, SourceRole>();
  for await (const batch of source.roles()) {
    for (const role of batch) roles.set(role.sourceId, role);
  }
  const catalogue = await catalogueFor(source, [...roles.values()]);
  return new Map([...roles].map(([id, { name, preset, scope }]) => {
    const { range, note } = readScope(scope, catalogue);
    return [id, { name, preset, range, note }];
  }));
}

async function catalogueFor(source: MasterSource, roles: readonly SourceRole[]): Promise<ScopeCatalogue> {
  if (!roles.some(({ scope }) => scope.kind === "condition")) return { departments: [], employmentTypes: [] };
  const [departments, employmentTypes] = await Promise.all([source.departments(), source.employmentTypes()]);
  return { departments, employmentTypes };
}
