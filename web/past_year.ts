import type { Context } from "fresh";
import { Refusal } from "../domain/errors.ts";
import type { Tenant } from "../domain/tenant.ts";
import { requirePermission } from "./guards.ts";
import type { State } from "./state.ts";

/**
 * The tenant as it was in the past year that the address names, for a 管理者 (reference/imports.md §2.2): its stores read
 * that year. Refuses `not_found` for this year, a later one, and one without data.
 */
export async function openPastYear(ctx: Context<State>): Promise<Tenant> {
  requirePermission(ctx, "admin");
  const { services, tenant } = ctx.state;
  const text = ctx.params.year ?? "";
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  if (!(year < tenant.year) || !(await services.seasons.years(tenant.id)).includes(year)) {
    throw new Refusal("not_found");
  }
  return { ...tenant, year };
}
