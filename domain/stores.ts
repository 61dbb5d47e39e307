import type { AnswerDraftStore } from "./answering/draft.ts";
import type { Baseline } from "./baseline.ts";
import type { Declaration } from "./declaration/declaration.ts";
import type { RestorePoint } from "./declaration/restore_point.ts";
import type { Employee, MasterEmployee } from "./employee.ts";
import type { FamilyMember } from "./family.ts";
import type { Group, GroupTally } from "./group.ts";
import type { HistoryEntry } from "./history.ts";
import type { GroupSettings } from "./group_settings.ts";
import type { HousingLoan } from "./housing_loan.ts";
import type { Insurance } from "./insurance.ts";
import type { NewMail, Recipient } from "./mail.ts";
import type { Company, Establishment, RelationEntry } from "./master.ts";
import type { Request } from "./request.ts";
import type { RoleDefinition } from "./role.ts";
import type { TenantSettings } from "./tenant_settings.ts";
import type { Guard, Write } from "./write.ts";

/** A target employee with the 依頼 (null while in no group). */
export interface Member {
  employee: Employee;
  request: Request | null;
}

/** Somebody who is taken in, with everything that is written at once with them. */
export interface Newcomer {
  master: MasterEmployee & { code: string };
  family: readonly FamilyMember[];
  /** What last year leaves them, or null (see `LastYearStore`). */
  carried: Insurance | null;
  /** The housing loan that last year leaves them. */
  housingLoan?: HousingLoan | null;
}

/** Groups of one tenant and year. */
export interface GroupStore {
  get(id: string): Promise<Group | null>;
  /** Newest first (operations.md, Decisions). */
  list(): Promise<Group[]>;
  /** By name, exact text; null where there is none. Answers in the order asked. */
  byNames(names: readonly string[]): Promise<(Group | null)[]>;
  tally(id: string): Promise<GroupTally>;
  /** What a change to the names in use has to be checked against. */
  guard(): Guard;
  /** Creates a group and takes its name; needs `guard()` and the guard of its members. Writing it twice is once. */
  create(group: Group): Write[];
  /** Stores a group's changed name or settings; needs the same guards. */
  update(former: Group, next: Group): Write[];
  /** Deletes an empty group, its settings and hints, and frees its name; needs the same guards. */
  remove(group: Group): Promise<Write[]>;
}

/** Target employees and their 依頼 of one tenant and year; both lie in one order: group, then 社員番号. */
export interface MemberStore {
  /** By 社員番号, exact text; null where there is no target with it. Answers in the order asked. */
  byCodes(codes: readonly string[]): Promise<(Member | null)[]>;
  byId(id: string): Promise<Member | null>;
  /** Members of one group by 社員番号; null for who is not in it. Reads a third less than `byCodes`. */
  inGroup(groupId: string, codes: readonly string[]): Promise<(Member | null)[]>;
  /**
   * The group that each 社員番号 lies in: null in none, undefined where there is no target with it. For the guards of
   * a change that meets people of any group.
   */
  placesOf(codes: readonly string[]): Promise<(string | null | undefined)[]>;
  /**
   * Members of a group (null: of no group) in 社員番号 order, in batches, starting after the 社員番号 `after`.
   * Reads ahead; holds a few batches at most.
   */
  walk(groupId: string | null, after?: string | null): AsyncIterable<Member[]>;
  /** What a change to the group's members (null: people in no group) has to be checked against. */
  guard(groupId: string | null): Guard;
  /** Takes a person of the master in as a target of `groupId`: record, fresh 依頼, baseline, what last year left. */
  add(id: string, newcomer: Newcomer, groupId: string | null, at: number): Write[];
  /**
   * Moves a target to another group; a first group gives a fresh 依頼, later ones keep it: `request` says what the
   * move makes of it (see domain/move.ts), by default nothing; `entries` are its 操作履歴.
   */
  move(
    member: Member,
    groupId: string,
    request?: Request | null,
    entries?: readonly HistoryEntry[],
  ): Write[];
  /** Stores what an act made of a member's 依頼, and adds to its 操作履歴. Needs the guard of the group, which it moves. */
  putRequest(member: Member, next: Request, entries: readonly HistoryEntry[]): Write[];
  /** 操作履歴 of an employee, oldest first. */
  history(id: string): Promise<HistoryEntry[]>;
  /** Stores what a sync renews: 部署 and 雇用形態, and the account that mails go to; nothing else. */
  refresh(
    member: Member,
    master: Pick<Employee, "department" | "employmentType" | "employmentPreset" | "account">,
  ): Write[];
  /** Deletes a target with all that belongs to them this year: 依頼, baseline, insurance, 個人番号. */
  remove(member: Member): Write[];
  /** What the master said when each was taken in, by employee id; null for people of an older version. */
  baselines(ids: readonly string[]): Promise<(Baseline | null)[]>;
}

/** Insurance and 企業型確定拠出年金 of the targets of one tenant and year. */
export interface InsuranceStore {
  /** By employee id, in the order asked; NO_INSURANCE where there is none. */
  of(ids: readonly string[]): Promise<Insurance[]>;
  /** Stores a member's insurance; needs the guard of the member's group, which it moves. */
  put(member: Member, insurance: Insurance): Write[];
}

/** 住宅借入金等特別控除 of the targets of one tenant and year. */
export interface HousingLoanStore {
  /** By employee id, in the order asked; null where there is none. */
  of(ids: readonly string[]): Promise<(HousingLoan | null)[]>;
  /** Stores a member's housing loan, null: deletes it. Needs the guard of the member's group, which it moves. */
  put(member: Member, loan: HousingLoan | null): Write[];
}

/**
 * What the targets of one tenant and year declared (申告情報). Nothing is stored before somebody answered or edited: what
 * stands then is `initialDeclaration` of the baseline (domain/declaration/initial.ts). Both kinds of writes need the
 * guard of the member's group, which they move.
 */
export interface DeclarationStore {
  /** By employee id, in the order asked; null where none is stored. */
  of(ids: readonly string[]): Promise<(Declaration | null)[]>;
  /** Stores a member's declaration, null: deletes it. */
  put(member: Member, declaration: Declaration | null): Write[];
  /** What 未依頼に戻す comes back to, by employee id; null where no request was sent. */
  restorePoints(ids: readonly string[]): Promise<(RestorePoint | null)[]>;
  /** Stores it, null: deletes it. */
  putRestorePoint(member: Member, point: RestorePoint | null): Write[];
}

/** What last year's adjustment leaves to this year's (reference/imports.md §2.4). */
export interface LastYearStore {
  /**
   * For each 社員番号 the insurance without amounts, where the 依頼 of last year was 確定; null where nothing is left.
   */
  carriedBy(codes: readonly string[]): Promise<(Insurance | null)[]>;
  /** The same of 住宅借入金等特別控除. */
  housingLoansBy(codes: readonly string[]): Promise<(HousingLoan | null)[]>;
}

/** 権限 of the source with their 機能操作範囲, of one tenant whatever the year. */
export interface RoleStore {
  /** By id, so that the order never changes. */
  list(): Promise<RoleDefinition[]>;
  /** By the source's id, in the order asked; null where there is none. */
  byIds(ids: readonly string[]): Promise<(RoleDefinition | null)[]>;
  /** What every change of a 権限 has to be checked against. */
  guard(): Guard;
  put(role: RoleDefinition): Write[];
}

/** ヒントメッセージ of the questionnaire, of one tenant and year: what groups say instead of the product's own. */
export interface HintStore {
  /** A group's own hints by 設問番号; a question with the default is not among them. */
  of(groupId: string): Promise<ReadonlyMap<number, string>>;
  /** Stores a group's own hint of a question, null: back to the default. Needs the guard of the group's members. */
  put(groupId: string, question: number, text: string | null): Write[];
}

/** 依頼グループ設定 of one tenant and year, and 設定 of the tenant whatever the year. */
export interface SettingsStore {
  /** DEFAULT_GROUP_SETTINGS where nobody ever saved any. */
  ofGroup(groupId: string): Promise<GroupSettings>;
  /** Stores a group's settings; needs the guard of the group's members, which it moves. */
  putGroup(groupId: string, settings: GroupSettings): Write[];
  /** DEFAULT_TENANT_SETTINGS where nobody ever saved any. */
  ofTenant(): Promise<TenantSettings>;
  /** What every change of the tenant's settings has to be checked against. */
  tenantGuard(): Guard;
  /** Stores them; needs `tenantGuard()`, which it moves. */
  putTenant(settings: TenantSettings): Write[];
}

/**
 * What documents print of the master: 会社情報, 事業所 and 続柄, copied into one tenant's year (row 1). Every change needs
 * `guard()`.
 */
export interface MasterCopyStore {
  guard(): Guard;
  /** Null: never copied. */
  company(): Promise<Company | null>;
  /** By the source's id. */
  establishments(): Promise<Establishment[]>;
  /** In the source's order. */
  relations(): Promise<RelationEntry[]>;
  putCompany(company: Company): Write[];
  putEstablishment(establishment: Establishment): Write[];
  removeEstablishment(sourceId: string): Write[];
  /** `place`: its place in the source's order, from 0. */
  putRelation(place: number, relation: RelationEntry): Write[];
  removeRelation(place: number): Write[];
}

/** Mails that are to be sent (domain/mail_desk.ts). */
export interface OutboxStore {
  /** 会社名 as mails say it: of the year's 会社情報, else of the tenant. */
  company(): Promise<string>;
  /** Active 管理者 with a mail address; those who never signed in yet are none. */
  administrators(): Promise<Recipient[]>;
  /** Posts a mail in the commit that these writes go into; needs no guard. */
  post(mail: NewMail): Write[];
}

/** Which pictures of proofs are kept: those that the answers of an employee, or a draft of them, name. */
export interface PictureStore {
  /** Ids of what is kept for an employee. */
  kept(employee: string): Promise<string[]>;
  /** Keeps a picture that was stored just now; in the commit that names it. */
  keep(employee: string, id: string): Write[];
  /** Lets the clean-up destroy a picture; in the commit that names it no more. */
  drop(employee: string, id: string): Write[];
  /** Lets the clean-up destroy whatever answers, copy and draft of an employee do not name after this commit. */
  dropUnnamed(employee: string): Write[];
}

/** What operations reach of one tenant and year. `kv/` implements it, the composition roots put it together. */
export interface Stores {
  groups: GroupStore;
  members: MemberStore;
  insurance: InsuranceStore;
  housingLoans: HousingLoanStore;
  declarations: DeclarationStore;
  answerDrafts: AnswerDraftStore;
  pictures: PictureStore;
  lastYear: LastYearStore;
  roles: RoleStore;
  hints: HintStore;
  settings: SettingsStore;
  masters: MasterCopyStore;
  outbox: OutboxStore;
}
