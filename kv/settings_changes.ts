import { isDeepStrictEqual } from "node:util";
import { Refusal } from "../domain/errors.ts";
import type { GroupSettings } from "../domain/group_settings.ts";
import type { TenantSettings } from "../domain/tenant_settings.ts";
import type { Committer } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { commitChange } from "./guarded.ts";
import { storesOf } from "./stores.ts";

/** What pages change about settings; a change that leaves everything as it was writes nothing. */
export interface SettingsChanges {
  /**
   * Stores what `change` makes of a group's settings. It must be pure: what others saved meanwhile is given to it again.
   * Refuses `group_deleted`.
   */
  ofGroup(group: string, change: (settings: GroupSettings) => GroupSettings): Promise<void>;
  /** The same of the company's settings. */
  ofTenant(change: (settings: TenantSettings) => TenantSettings): Promise<void>;
}

/** The changes of settings stored in `kv`; each is one commit, and running jobs notice one of their group. */
export function settingsChangesOf(kv: Deno.Kv, committer: Committer, ref: YearRef): SettingsChanges {
  const { groups, members, settings } = storesOf(kv, ref);
  return {
    ofGroup: (group, change) =>
      commitChange(kv, committer, {
        guards: [members.guard(group)],
        async compute() {
          if (!await groups.get(group)) throw new Refusal("group_deleted");
          const before = await settings.ofGroup(group);
          const after = change(before);
          return isDeepStrictEqual(before, after) ? [] : settings.putGroup(group, after);
        },
      }),
    ofTenant: (change) =>
      commitChange(kv, committer, {
        guards: [settings.tenantGuard()],
        async compute() {
          const before = await settings.ofTenant();
          const after = change(before);
          return isDeepStrictEqual(before, after) ? [] : settings.putTenant(after);
        },
      }),
  };
}
