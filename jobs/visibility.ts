import { allows, covers } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import type { JobRecord, Order } from "./engine/records.ts";
import { type Operation, placeFor } from "./operation.ts";

/** Which jobs of the tenant a person finds in the list (design §4.4 "Who sees what"). */
export type ListScope = "all" | "own" | "none";

/** 管理者 and holders of data rights see every job; 依頼と確認 the jobs it started; 権限なし none. */
export function listScope(user: User): ListScope {
  if (allows(user.role, "data")) return "all";
  return allows(user.role, "review") ? "own" : "none";
}

/** True when the person finds this job in the list. */
export function seesJob(user: User, job: Pick<JobRecord, "actor">): boolean {
  const scope = listScope(user);
  return scope === "all" || (scope === "own" && job.actor.id === user.id);
}

/**
 * True when the person may see the result: who may start this operation on this target now and whose range is at
 * least as wide as the runner's, or who is the runner. 個人番号 that were printed for a 管理者 are for 管理者, whoever ran it.
 */
export function seesResult(user: User, order: Order, operation: Operation | null): boolean {
  if (operation?.printsNumbers && allows(order.actor.role, "admin") && !allows(user.role, "admin")) {
    return false;
  }
  if (order.actor.id === user.id) return true;
  const place = operation && placeFor(operation, order.group ? "group" : "all");
  return place !== null && allows(user.role, place.permission) && covers(user.range, order.actor.range);
}
