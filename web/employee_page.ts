import type { Context } from "fresh";
import type { EmployeeDetailProps } from "../components/members/EmployeeDetail.tsx";
import { Refusal } from "../domain/errors.ts";
import { NO_INSURANCE } from "../domain/insurance.ts";
import { numberStates } from "../domain/my_number.ts";
import { inRange } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import type { Member, Stores } from "../domain/stores.ts";
import { withVisibleRange } from "../domain/visible_range.ts";
import { requirePermission } from "./guards.ts";
import type { State } from "./state.ts";

/** The target that the address names. Refuses `not_found` for nobody, and for somebody outside of the 管理者's range. */
export async function openEmployee(
  ctx: Context<State>,
): Promise<{ user: User; stores: Stores; member: Member }> {
  const { services, tenant } = ctx.state;
  const stores = services.stores(tenant);
  const user = await withVisibleRange(stores, requirePermission(ctx, "admin"));
  const member = await stores.members.byId(ctx.params.employee ?? "");
  if (!member || !inRange(user.range, member.employee)) throw new Refusal("not_found");
  return { user, stores, member };
}

/** Everything that the page of a target shows. Refuses like `openEmployee`. */
export async function readEmployee(ctx: Context<State>): Promise<EmployeeDetailProps> {
  const { services, tenant } = ctx.state;
  const { stores, member: { employee } } = await openEmployee(ctx);
  const [[baseline], [insurance], [housingLoan], [holders], group, account] = await Promise.all([
    stores.members.baselines([employee.id]),
    stores.insurance.of([employee.id]),
    stores.housingLoans.of([employee.id]),
    services.myNumbers(tenant).holders([employee.id]),
    employee.groupId === null ? null : stores.groups.get(employee.groupId),
    services.accounts.find(tenant.id, employee.code),
  ]);
  return {
    employee,
    group: group && { id: group.id, name: group.name },
    account: account?.id ?? null,
    baseline: baseline ?? null,
    insurance: insurance ?? NO_INSURANCE,
    housingLoan: housingLoan ?? null,
    numbers: numberStates({ self: employee, family: baseline?.family ?? [] }, holders ?? []),
    dcChanged: ctx.url.searchParams.get("changed") === "dc",
  };
}
