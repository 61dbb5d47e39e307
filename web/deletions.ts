import type { Context } from "fresh";
import { ulid } from "ulid";
import { everybodyFields, type FormField } from "../components/members/selection_fields.ts";
import { fullName } from "../domain/employee.ts";
import { Refusal } from "../domain/errors.ts";
import { memberFilterOf } from "../domain/member_filter.ts";
import { NO_GROUP } from "../domain/member_scope.ts";
import { explain } from "../domain/reasons.ts";
import { requestedReason } from "../domain/request.ts";
import type { Member, Stores } from "../domain/stores.ts";
import type { MenuItem } from "../jobs/service.ts";
import { PAGE_SIZE } from "../kv/member_pages.ts";
import { requirePermission } from "./guards.ts";
import { safePath } from "./safe_path.ts";
import { countSelection, type SelectionCount } from "./selection_count.ts";
import type { State } from "./state.ts";

const HOME = "/employees";
const KIND = "delete_all_employees";

/** Somebody who is about to be deleted. */
export interface Person {
  id: string;
  code: string;
  name: string;
}

/** Somebody who stays, and why. */
export interface Kept {
  code: string;
  name: string;
  /** 原因。対処。 */
  reason: string;
}

/** The question before a deletion: of ticked people, or of all who match. */
export type DeletionQuestion =
  | { kind: "some"; people: Person[]; returnTo: string }
  | {
    kind: "all";
    count: SelectionCount;
    item: MenuItem;
    extra: FormField[];
    operationKey: string;
    returnTo: string;
  };

/** The stores, and what deletes all who match; for a 管理者, who is never limited to a range. */
function openDeletion(ctx: Context<State>): { stores: Stores; item: MenuItem } {
  const { services, tenant } = ctx.state;
  const user = requirePermission(ctx, "admin");
  const item = services.menu(user, "employees", null).find(({ kind }) => kind === KIND);
  if (!item) throw new Refusal("unknown_operation");
  return { stores: services.stores(tenant), item };
}

/** The question that the address asks: `ids` (repeated), or `all=1` with the fields of the list's filter. */
export async function readQuestion(ctx: Context<State>): Promise<DeletionQuestion> {
  const { stores, item } = openDeletion(ctx);
  const { searchParams } = ctx.url;
  const returnTo = safePath(searchParams.get("return_to"), HOME);
  if (searchParams.get("all") !== "1") {
    const found = await readPeople(stores, searchParams.getAll("ids"));
    return { kind: "some", people: found.map(personOf), returnTo };
  }
  const filter = memberFilterOf(searchParams);
  const scope = searchParams.get("in_group") ?? "";
  if (scope !== "" && scope !== NO_GROUP && !await stores.groups.get(scope)) throw new Refusal("not_found");
  const count = await countSelection(stores, { scope, filter }, ctx.req.signal);
  return { kind: "all", count, item, extra: everybodyFields(filter, scope), operationKey: ulid(), returnTo };
}

/** Deletes the ticked people who were never asked. */
export async function deletePeople(
  ctx: Context<State>,
  ids: readonly string[],
): Promise<{ removed: number; kept: Kept[] }> {
  const { stores } = openDeletion(ctx);
  const people = await readPeople(stores, ids);
  const changes = ctx.state.services.memberChanges(ctx.state.tenant);
  const { removed, kept } = await changes.remove(people.map(({ employee }) => employee.id));
  return { removed: removed.length, kept: kept.map(keptOf) };
}

/** The people of a page who are there. Refuses `bad_request` for none, and for more than a page. */
async function readPeople(stores: Stores, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0 || ids.length > PAGE_SIZE) {
    throw new Refusal("bad_request", { what: "選択した従業員" });
  }
  const found = await Promise.all([...new Set(ids)].map(stores.members.byId));
  return found.filter((member) => member !== null);
}

function personOf({ employee }: Member): Person {
  return { id: employee.id, code: employee.code, name: fullName(employee) };
}

function keptOf({ employee, request }: Member): Kept {
  const { code, params } = requestedReason(request!);
  const { cause, remedy } = explain(code, params);
  return { code: employee.code, name: fullName(employee), reason: `${cause}。${remedy}。` };
}
