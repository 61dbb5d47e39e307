import { isDeepStrictEqual } from "node:util";
import { Refusal } from "../domain/errors.ts";
import type { GroupSettings } from "../domain/group_settings.ts";
import { changedSettings, type SettingsEvent } from "../domain/settings_event.ts";
import type { TenantSettings } from "../domain/tenant_settings.ts";
import { type Person, personOf } from "../domain/user.ts";
import type { Committer, Mutation } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { commitChange } from "./guarded.ts";
import { storesOf } from "./stores.ts";
import { asWrite } from "./write.ts";

/** Tells the audit log of settings that were changed, in the commit of the change. */
export type TellSettings = (tenant: string, event: SettingsEvent) => Mutation[];

/** What pages change about settings; a change that leaves everything as it was writes nothing. */
export interface SettingsChanges {
  /**
   * Stores what `change` makes of a group's settings. It must be pure: what others saved meanwhile is given to it again.
   * Refuses `group_deleted`.
   *
   * @param by who changes them, for the audit log; so below
   */
  ofGroup(group: string, change: (settings: GroupSettings) => GroupSettings, by?: Person): Promise<void>;
  /** The same of the company's settings. */
  ofTenant(change: (settings: TenantSettings) => TenantSettings, by?: Person): Promise<void>;
}

/** The changes of settings stored in `kv`; each is one commit, and running jobs notice one of their group. */
export function settingsChangesOf(
  kv: Deno.Kv,
  committer: Committer,
  ref: YearRef,
  tell: TellSettings = () => [],
): SettingsChanges {
  const { groups, members, settings } = storesOf(kv, ref);
  return {
    ofGroup: (id, change, by) =>
      commitChange(kv, committer, {
        guards: [members.guard(id)],
        async compute() {
          const group = await groups.get(id);
          if (!group) throw new Refusal("group_deleted");
          const before = await settings.ofGroup(id);
          const after = change(before);
          if (isDeepStrictEqual(before, after)) return [];
          const told = tell(ref.id, groupSettingsEvent(group, changedSettings(before, after), by));
          return [...settings.putGroup(id, after), ...told.map(asWrite)];
        },
      }),
    ofTenant: (change, by) =>
      commitChange(kv, committer, {
        guards: [settings.tenantGuard()],
        async compute() {
          const before = await settings.ofTenant();
          const after = change(before);
          if (isDeepStrictEqual(before, after)) return [];
          const told = tell(ref.id, {
            event: "company_settings_changed",
            by: by ? personOf(by) : null,
            facts: changedSettings(before, after),
          });
          return [...settings.putTenant(after), ...told.map(asWrite)];
        },
      }),
  };
}

/** What the audit log tells of settings of a group; `changed` as `changedSettings` answers it. */
export function groupSettingsEvent(
  { id, name }: { id: string; name: string },
  changed: SettingsEvent["facts"],
  by: Person | undefined,
): SettingsEvent {
  return {
    event: "group_settings_changed",
    by: by ? personOf(by) : null,
    facts: { groupName: name, group: id, ...changed },
  };
}
