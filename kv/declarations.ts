import { type Declaration, declarationSchema } from "../domain/declaration/declaration.ts";
import { type RestorePoint, restorePointSchema } from "../domain/declaration/restore_point.ts";
import type { DeclarationStore, Member } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { remove } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { readLarge, removeLarge, setLarge } from "./large_values.ts";
import { asWrite } from "./write.ts";

/** Declarations and restore points of one tenant and year, as domain/stores.ts asks for them. */
export function declarationStore(kv: Deno.Kv, ref: YearRef): DeclarationStore {
  const guarded = ({ employee }: Member, writes: Write[]): Write[] => [
    ...writes,
    asWrite({ type: "tally", guard: yearKeys.guard(ref.id, ref.year, employee.groupId ?? ""), add: {} }),
  ];
  return {
    of: (ids) => readLarge(kv, (id) => yearKeys.declaration(ref.id, ref.year, id), ids, declarationSchema),
    put: (member, declaration) => guarded(member, declarationWrites(ref, member.employee.id, declaration)),
    restorePoints: (ids) =>
      readLarge(kv, (id) => yearKeys.restorePoint(ref.id, ref.year, id), ids, restorePointSchema),
    putRestorePoint: (member, point) => guarded(member, pointWrites(ref, member.employee.id, point)),
  };
}

/** The writes that store somebody's declaration; null: delete it. */
export function declarationWrites(ref: YearRef, id: string, declaration: Declaration | null): Write[] {
  const key = yearKeys.declaration(ref.id, ref.year, id);
  return (declaration ? setLarge(key, declaration) : removeLarge(key)).map(asWrite);
}

/**
 * The writes that delete what somebody declared, and the restore point, with their employee. Parts of large ones are
 * left to the duty that deletes 操作履歴 (kv/leavings.ts): nobody declares so much without an entry there.
 */
export function declarationRemoval({ id: tenant, year }: YearRef, id: string): Write[] {
  return [yearKeys.declaration(tenant, year, id), yearKeys.restorePoint(tenant, year, id)]
    .map((key) => asWrite(remove(key)));
}

/** The writes that store somebody's restore point; null: delete it. */
export function pointWrites(ref: YearRef, id: string, point: RestorePoint | null): Write[] {
  const key = yearKeys.restorePoint(ref.id, ref.year, id);
  return (point ? setLarge(key, point) : removeLarge(key)).map(asWrite);
}
