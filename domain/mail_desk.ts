import { type Employee, fullName } from "./employee.ts";
import { templateOf } from "./group_settings.ts";
import { isMailAddress, type Letter, type MailKind, type NewMail, type Recipient } from "./mail.ts";
import { EDITABLE_MAILS, type EditableMail } from "./mail_template.ts";
import { fixedTemplate, oneLine } from "./mail_text.ts";
import type { RequestStatus } from "./request.ts";
import type { Member, Stores } from "./stores.ts";
import type { TenantSettings } from "./tenant_settings.ts";
import type { Write } from "./write.ts";

/** The mails that acts on 依頼 send. */
export type RequestMailKind = Exclude<MailKind, "job_finished">;

/** What posting a mail comes to: the writes that belong into the commit of the act, and why there may be none. */
export interface Posting {
  writes: Write[];
  /** `no_address`: nobody to write to. `off`: ［通知設定］ says 通知しない. */
  why: "posted" | "no_address" | "off";
}

/** Posts the mails of a job or an act on one group's 依頼. */
export interface MailDesk {
  /**
   * A mail about a member's 依頼: to the employee; 提出メール to every 管理者. It is sent once, when the writes are committed.
   * @param more `comment`: 修正内容
   */
  post(kind: RequestMailKind, member: Member, more?: { comment?: string }): Posting;
}

/** Where employees answer. */
const EMPLOYEES_PAGE = "/my";

/** The mail desk of a group, as settings, company and 管理者 are now: read once a job or act. */
export async function mailDeskOf(
  { outbox, settings }: Pick<Stores, "outbox" | "settings">,
  group: { id: string; name: string },
): Promise<MailDesk> {
  const [ofGroup, { notify }, company, administrators] = await Promise.all([
    settings.ofGroup(group.id),
    settings.ofTenant(),
    outbox.company(),
    outbox.administrators(),
  ]);
  const letters = new Map<RequestMailKind, Letter>();

  function letterOf(kind: RequestMailKind): Letter {
    const known = letters.get(kind);
    if (known) return known;
    const template = isEditable(kind) ? templateOf(ofGroup, kind) : fixedTemplate(kind, group.name);
    const letter: Letter = { v: 1, kind, company, template };
    letters.set(kind, letter);
    return letter;
  }

  return {
    post(kind, member, { comment = "" } = {}) {
      if (isOff(kind, member.request?.status, notify)) return { writes: [], why: "off" };
      const letter = letterOf(kind);
      const mails = kind === "submitted"
        ? administrators.map((to) => toAdministrator(to, member, group.id))
        : toEmployee(member, comment);
      if (mails.length === 0) return { writes: [], why: "no_address" };
      return { writes: mails.flatMap((mail) => outbox.post({ ...mail, letter })), why: "posted" };
    },
  };
}

function isEditable(kind: RequestMailKind): kind is EditableMail {
  return (EDITABLE_MAILS as readonly string[]).includes(kind);
}

/** What somebody hands in again comes from 修正依頼中. */
const AGAIN: readonly (RequestStatus | undefined)[] = ["correcting", "reanswered"];

function isOff(
  kind: RequestMailKind,
  status: RequestStatus | undefined,
  notify: TenantSettings["notify"],
): boolean {
  if (kind === "confirmed") return !notify.confirmed;
  if (kind === "submitted") return !(AGAIN.includes(status) ? notify.reanswered : notify.answered);
  return false;
}

/** Where an employee's mails go; null: nowhere. */
export function mailAddressOf({ account }: Pick<Employee, "account">): string | null {
  const address = account?.email?.trim() ?? "";
  return isMailAddress(address) ? address : null;
}

function toEmployee({ employee }: Member, comment: string): Omit<NewMail, "letter">[] {
  const to = mailAddressOf(employee);
  if (to === null) return [];
  const detail = comment === "" ? "" : `修正内容：\n${comment}`;
  return [{ to, name: oneLine(fullName(employee)) || to, path: EMPLOYEES_PAGE, detail }];
}

function toAdministrator(
  { name, address }: Recipient,
  { employee }: Member,
  groupId: string,
): Omit<NewMail, "letter"> {
  return {
    to: address,
    name: oneLine(name) || address,
    path: `/groups/${groupId}/requests/${employee.id}`,
    detail: `提出した従業員：${employee.code} ${oneLine(fullName(employee))}`,
  };
}
