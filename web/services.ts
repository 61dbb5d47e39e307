import type { Tenant } from "../domain/tenant.ts";
import type { Person, User } from "../domain/user.ts";
import type { Stores } from "../domain/stores.ts";
import type { AuditLog } from "../jobs/audit_log.ts";
import type { JobService, MenuItem } from "../jobs/service.ts";
import type { SignInService } from "../jobs/sign_in_service.ts";
import type { SourceService } from "../jobs/source_service.ts";
import type { Accounts } from "../kv/accounts.ts";
import type { InsuranceEdits } from "../kv/insurance_edits.ts";
import type { HintChanges } from "../kv/hint_changes.ts";
import type { MailPages } from "../kv/mail_pages.ts";
import type { MailPreferences } from "../kv/mail_preferences.ts";
import type { OwnNumbers } from "../kv/my_numbers/own.ts";
import type { MyNumberPages } from "../kv/my_numbers/pages.ts";
import type { GroupChanges } from "../kv/group_changes.ts";
import type { MemberChanges } from "../kv/member_changes.ts";
import type { Pictures } from "../kv/pictures.ts";
import type { RequestChanges } from "../kv/request_changes.ts";
import type { MemberPages } from "../kv/member_pages.ts";
import type { SettingsChanges } from "../kv/settings_changes.ts";
import type { Seasons } from "../kv/seasons.ts";
import type { Roles } from "../kv/roles.ts";
import type { Tenants } from "../kv/tenants.ts";
import type { MasterSource } from "../sources/source.ts";
import type { Config } from "./config.ts";
import type { OverviewView } from "../jobs/view.ts";
import type { Metrics } from "./metrics.ts";

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
  /** The settings of データ連携. */
  sources: SourceService;
  /** How people sign in, and the identity provider of a tenant. */
  signIn: SignInService;
  /** Where a tenant's master comes from, as the settings say now. */
  source(tenant: Tenant): Promise<MasterSource>;
  /** Stored data of a tenant's current year. */
  stores(tenant: Tenant): Stores;
  /** The lists of people of a tenant's current year. */
  memberPages(tenant: Tenant): MemberPages;
  /** What pages change of the insurance of a tenant's current year. */
  insuranceEdits(tenant: Tenant): InsuranceEdits;
  /** What pages change about the hints of a tenant's current year. */
  hintChanges(tenant: Tenant): HintChanges;
  /** What pages change about the settings of a tenant and of the groups of its current year. */
  settingsChanges(tenant: Tenant): SettingsChanges;
  /** The outbox of a tenant. */
  mails(tenant: Tenant): MailPages;
  /** Sends mails that failed for good again, each once; answers how many (kv/mail_resending.ts). */
  resendMails(tenant: Tenant, ids: readonly string[], by: Person): Promise<number>;
  /** Which mails people want for themselves. */
  mailPreferences: MailPreferences;
  /** What pages may know of the 個人番号 of a tenant's current year. */
  myNumbers(tenant: Tenant): MyNumberPages;
  /** 個人番号 of a tenant's current year for the employee whose documents they stand on. */
  ownNumbers(tenant: Tenant): OwnNumbers;
  /** What pages change about the groups of a tenant's current year. */
  groupChanges(tenant: Tenant): GroupChanges;
  /** What pages do to single 依頼 of a tenant's current year. */
  requestChanges(tenant: Tenant): RequestChanges;
  /** The bytes of pictures of proofs of a tenant's current year. */
  pictures(tenant: Tenant): Pictures;
  /** What pages change about single targets of a tenant's current year. */
  memberChanges(tenant: Tenant): MemberChanges;
  /** The operations that this person may start from `screen`, in menu order; `group` null: all groups. */
  menu(user: User, screen: string, group: { id: string; name: string } | null): MenuItem[];
  metrics: Metrics;
  /** 稼働状況 of a tenant. */
  overview(tenant: Tenant): Promise<OverviewView>;
  /** Makes an engine at rest look at everything; resolves when it rests again, at once where it never does. */
  wake(): Promise<void>;
  /** When the engine's last tick ended, by `performance.now()`: the process's sign of life. */
  lastTick(): number;
}
