import type { Member, Stores } from "./stores.ts";

/** The value of the 依頼グループ field of 対象従業員設定 that means people in none; "" is everybody. */
export const NO_GROUP = "none";

/** The groups that a scope (group id, NO_GROUP or "") takes in, newest first; null: people in none, who come last. */
export async function placesIn(
  scope: string,
  { groups }: Pick<Stores, "groups">,
): Promise<(string | null)[]> {
  if (scope === NO_GROUP) return [null];
  if (scope !== "") return [scope];
  return [...(await groups.list()).map(({ id }) => id), null];
}

/** True for somebody whom the scope takes in. */
export function inScope(scope: string, { employee: { groupId } }: Pick<Member, "employee">): boolean {
  return scope === "" || groupId === (scope === NO_GROUP ? null : scope);
}
