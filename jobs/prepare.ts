import { Refusal } from "../domain/errors.ts";
import { allows, covers, EVERYONE, NOBODY } from "../domain/permission.ts";
import { visibleRange } from "../domain/visible_range.ts";
import { storesOf } from "../kv/stores.ts";
import { readUser } from "../kv/users.ts";
import type { MasterSource } from "../sources/source.ts";
import type { Order } from "./engine/records.ts";
import { type Operation, placeFor } from "./operation.ts";
import type { Prepared } from "./runner.ts";

/**
 * What a job works on. Rights are checked again when it starts: they may have gone since it was accepted (design §6).
 * Throws Refusal permission_lost or job_group_gone.
 */
export async function prepare(
  kv: Deno.Kv,
  tenant: string,
  order: Order,
  operation: Operation,
  source: MasterSource,
): Promise<Prepared> {
  if (order.system) return ofSystem(kv, tenant, order, operation, source);
  const user = (await readUser(kv, tenant, order.actor.id)).value;
  const place = placeFor(operation, order.group ? "group" : "all");
  if (!user?.active || !place || !allows(user.role, place.permission)) throw new Refusal("permission_lost");
  const data = storesOf(kv, { id: tenant, year: order.year });
  // The range of the acceptance, not a wider one given since: who may see the result was decided by it.
  const { employeeCode } = user;
  const [now, range] = await Promise.all([
    visibleRange(data, user),
    visibleRange(data, { range: order.actor.range, employeeCode }),
  ]);
  if (!covers(now ?? NOBODY, range ?? NOBODY)) throw new Refusal("permission_lost");
  const found = order.group && await data.groups.get(order.group.id);
  if (order.group && !found) throw new Refusal("job_group_gone");
  // Under the name of the acceptance: files are named by it, and another attempt has to find them.
  const group = found && order.group && { ...found, name: order.group.name };
  return { group, data, range, role: user.role, source };
}

/** The system sees everybody. Nothing that people start becomes its work by an order that says so. */
function ofSystem(
  kv: Deno.Kv,
  tenant: string,
  { year }: Order,
  operation: Operation,
  source: MasterSource,
): Prepared {
  if (!operation.system) throw new Refusal("permission_lost");
  return { group: null, data: storesOf(kv, { id: tenant, year }), range: EVERYONE, role: "none", source };
}
