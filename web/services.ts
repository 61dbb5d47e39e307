import type { Tenant } from "../domain/tenant.ts";
import type { User } from "../domain/user.ts";
import type { Stores } from "../domain/stores.ts";
import type { AuditLog } from "../jobs/audit_log.ts";
import type { JobService, MenuItem } from "../jobs/service.ts";
import type { Accounts } from "../kv/accounts.ts";
import type { InsuranceEdits } from "../kv/insurance_edits.ts";
import type { HintChanges } from "../kv/hint_changes.ts";
import type { MemberPages } from "../kv/member_pages.ts";
import type { Seasons } from "../kv/seasons.ts";
import type { Roles } from "../kv/roles.ts";
import type { Tenants } from "../kv/tenants.ts";
import type { Config } from "./config.ts";

/** What the routes work with; put together in main.ts. */
export interface Services {
  config: Config;
  tenants: Tenants;
  accounts: Accounts;
  /** The years of a tenant's adjustment. */
  seasons: Seasons;
  jobs: JobService;
  /** 権限 of the source and their 機能操作範囲. */
  roles: Roles;
  /** 監査ログ. */
  audit: AuditLog;
  /** Stored data of a tenant's current year. */
  stores(tenant: Tenant): Stores;
  /** The lists of people of a tenant's current year. */
  memberPages(tenant: Tenant): MemberPages;
  /** What pages change of the insurance of a tenant's current year. */
  insuranceEdits(tenant: Tenant): InsuranceEdits;
  /** What pages change about the hints of a tenant's current year. */
  hintChanges(tenant: Tenant): HintChanges;
  /** The operations that this person may start from `screen`, in menu order; `group` null: all groups. */
  menu(user: User, screen: string, group: { id: string; name: string } | null): MenuItem[];
  /** When the engine's last tick ended, by `performance.now()`: the process's sign of life. */
  lastTick(): number;
}
