import { DEFAULT_GROUP_SETTINGS, groupSettingsSchema } from "../domain/group_settings.ts";
import type { SettingsStore } from "../domain/stores.ts";
import { DEFAULT_TENANT_SETTINGS, tenantSettingsSchema } from "../domain/tenant_settings.ts";
import { set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { accountKeys, yearKeys } from "./keys.ts";
import { read } from "./read.ts";
import { asGuard, asWrite } from "./write.ts";

/**
 * Settings of the groups of one tenant and year, and those of the tenant, as domain/stores.ts asks for them. A group's
 * go with it (kv/groups.ts).
 */
export function settingsStore(kv: Deno.Kv, { id: tenant, year }: YearRef): SettingsStore {
  return {
    async ofGroup(group) {
      const { value } = await read(kv, yearKeys.groupSettings(tenant, year, group), groupSettingsSchema);
      return value ?? DEFAULT_GROUP_SETTINGS;
    },
    putGroup: (group, settings) => [
      asWrite(set(yearKeys.groupSettings(tenant, year, group), groupSettingsSchema.parse(settings))),
      asWrite({ type: "tally", guard: yearKeys.guard(tenant, year, group), add: {} }),
    ],
    async ofTenant() {
      return (await read(kv, accountKeys.settings(tenant), tenantSettingsSchema)).value ??
        DEFAULT_TENANT_SETTINGS;
    },
    tenantGuard: () => asGuard(accountKeys.settingsGuard(tenant)),
    putTenant: (settings) => [
      asWrite(set(accountKeys.settings(tenant), tenantSettingsSchema.parse(settings))),
      asWrite({ type: "tally", guard: accountKeys.settingsGuard(tenant), add: {} }),
    ],
  };
}
