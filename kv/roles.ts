import { Refusal } from "../domain/errors.ts";
import { isAdminRole, ROLE_ID, type RoleDefinition, roleDefinitionSchema, roleOf } from "../domain/role.ts";
import type { RoleStore } from "../domain/stores.ts";
import { type Person, personOf } from "../domain/user.ts";
import type { Tell } from "./accounts.ts";
import { type Committer, set } from "./commit.ts";
import { commitChange } from "./guarded.ts";
import { accountKeys } from "./keys.ts";
import { parse, readMany } from "./read.ts";
import { asGuard, asWrite } from "./write.ts";

/** 権限 of a tenant, as 設定 › 権限設定 works with them. */
export interface Roles {
  /** By id. */
  list(tenant: string): Promise<RoleDefinition[]>;
  get(tenant: string, id: string): Promise<RoleDefinition | null>;
  /**
   * Stores what is ticked; it holds from the next request on. Refuses `not_found`, and the source's 管理者
   * (`role_fixed`), who holds everything.
   */
  tick(
    tenant: string,
    id: string,
    scopes: RoleDefinition["scopes"],
    by: Person,
  ): Promise<RoleDefinition>;
}

/** The 権限 stored in `kv`. */
export function rolesOf(kv: Deno.Kv, committer: Committer, tell: Tell = () => []): Roles {
  const get = async (tenant: string, id: string) => (await readRoles(kv, tenant, [id]))[0] ?? null;
  return {
    get,
    list: (tenant) => listRoles(kv, tenant),
    async tick(tenant, id, scopes, by) {
      const store = roleStore(kv, tenant);
      let changed: RoleDefinition | null = null;
      await commitChange(kv, committer, {
        guards: [store.guard()],
        async compute() {
          const role = await get(tenant, id);
          if (!role) throw new Refusal("not_found");
          if (isAdminRole(role)) throw new Refusal("role_fixed");
          changed = { ...role, scopes };
          const facts = { roleName: role.name, roleId: id, role: roleOf(changed) };
          const told = tell(tenant, { event: "role_changed", by: personOf(by), facts });
          return [...store.put(changed), ...told.map(asWrite)];
        },
      });
      return changed!;
    },
  };
}

/** The 権限 of a tenant, as domain/stores.ts asks for them. */
export function roleStore(kv: Deno.Kv, tenant: string): RoleStore {
  return {
    list: () => listRoles(kv, tenant),
    byIds: (ids) => readRoles(kv, tenant, ids),
    guard: () => asGuard(accountKeys.roleGuard(tenant)),
    put: (role) => [asWrite(set(accountKeys.role(tenant, role.id), roleDefinitionSchema.parse(role)))],
  };
}

async function listRoles(kv: Deno.Kv, tenant: string): Promise<RoleDefinition[]> {
  const entries = await Array.fromAsync(kv.list({ prefix: accountKeys.roles(tenant) }));
  return entries.map(({ key, value }) => parse([...key], value, roleDefinitionSchema));
}

/** Roles by id, in the order asked. Addresses hold ids that people can change: what cannot be one is nobody's. */
export async function readRoles(
  kv: Deno.Kv,
  tenant: string,
  ids: readonly string[],
): Promise<(RoleDefinition | null)[]> {
  const known = [...new Set(ids)].filter((id) => ROLE_ID.test(id));
  const stored = await readMany(kv, known.map((id) => accountKeys.role(tenant, id)), roleDefinitionSchema);
  const byId = new Map(known.map((id, i) => [id, stored[i]?.value ?? null]));
  return ids.map((id) => byId.get(id) ?? null);
}
