/**
 * Every key of the database, in one place. Two roots: `["t", tenant, …]` for everything that a customer owns and
 * `["sys", …]` for what spans tenants and holds ids only (design §4.2 "Keys").
 */
type Id = string;

const t = (tenant: Id, ...rest: Deno.KvKeyPart[]): Deno.KvKey => ["t", tenant, ...rest];
const sys = (...rest: Deno.KvKeyPart[]): Deno.KvKey => ["sys", ...rest];

/** Keys of people, sessions and settings. */
export const accountKeys = {
  tenant: (tenant: Id) => t(tenant, "tenant"),
  user: (tenant: Id, user: Id) => t(tenant, "user", user),
  users: (tenant: Id) => t(tenant, "user"),
  userByEmail: (tenant: Id, email: string) => t(tenant, "user_by_email", email),
  userByCode: (tenant: Id, code: string) => t(tenant, "user_by_code", code),
  password: (tenant: Id, user: Id) => t(tenant, "password", user),
  session: (tenant: Id, hash: string) => t(tenant, "session", hash),
  /** Which sessions a user has, so that a lost right can end them; every start and end of one moves it. */
  sessionsOf: (tenant: Id, user: Id) => t(tenant, "session_of", user),
  /** Who can sign in as 管理者, so that the last one is not lost to two changes at once. */
  admins: (tenant: Id) => t(tenant, "admins"),
  invitation: (tenant: Id, hash: string) => t(tenant, "invitation", hash),
  attempts: (tenant: Id, subject: string) => t(tenant, "attempts", subject),
  /** How people sign in (設定 › サインイン). */
  signIn: (tenant: Id) => t(tenant, "sign_in"),
  /** The identity of an account at the identity provider, and the account of an identity by its digest. */
  identity: (tenant: Id, user: Id) => t(tenant, "identity", user),
  userByIdentity: (tenant: Id, subject: string) => t(tenant, "user_by_identity", subject),
  /** Where the master comes from (設定 › データ連携). */
  source: (tenant: Id) => t(tenant, "source"),
  /** 権限 of the source with their 機能操作範囲. */
  role: (tenant: Id, role: Id) => t(tenant, "role", role),
  roles: (tenant: Id) => t(tenant, "role"),
  /** What a change of 権限 is checked against. */
  roleGuard: (tenant: Id) => t(tenant, "role_guard"),
  /** 通知設定 and 住所の印字設定, and what a change of them is checked against. */
  settings: (tenant: Id) => t(tenant, "settings"),
  settingsGuard: (tenant: Id) => t(tenant, "settings_guard"),
};

/** Keys of one year's adjustment. Employees and requests lie in one order: group, then 社員番号. */
export const yearKeys = {
  group: (tenant: Id, year: number, group: Id) => t(tenant, "y", year, "group", group),
  groups: (tenant: Id, year: number) => t(tenant, "y", year, "group"),
  /** Group name → its id: names are unique within a year. */
  groupName: (tenant: Id, year: number, name: string) => t(tenant, "y", year, "group_name", name),
  /** What the names of the year's groups are checked against. */
  groupsGuard: (tenant: Id, year: number) => t(tenant, "y", year, "groups_guard"),
  /** What a group's data (`""`: people in no group) is checked against; holds its counts. */
  guard: (tenant: Id, year: number, group: Id) => t(tenant, "y", year, "guard", group),
  employees: (tenant: Id, year: number, group: Id) => t(tenant, "y", year, "employee", group),
  employee: (tenant: Id, year: number, group: Id, code: string) =>
    t(tenant, "y", year, "employee", group, code),
  requests: (tenant: Id, year: number, group: Id) => t(tenant, "y", year, "request", group),
  request: (tenant: Id, year: number, group: Id, code: string) =>
    t(tenant, "y", year, "request", group, code),
  /** 社員番号 → group, where the employee's record lies. */
  place: (tenant: Id, year: number, code: string) => t(tenant, "y", year, "place", code),
  places: (tenant: Id, year: number) => t(tenant, "y", year, "place"),
  /** Employee id → 社員番号. */
  code: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "code", employee),
  /** What the master said when an employee was taken in; by employee id, so that it never moves. */
  baseline: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "baseline", employee),
  /** 操作履歴 of an employee's 依頼: one key an entry, numbered from 0. */
  history: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "history", employee),
  historyEntry: (tenant: Id, year: number, employee: Id, n: number) =>
    t(tenant, "y", year, "history", employee, n),
  /** What an employee declared, and the copy that 未依頼に戻す comes back to; large ones in parts below. */
  declaration: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "declaration", employee),
  restorePoint: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "restore_point", employee),
  /** What an employee corrected and has not submitted yet. */
  answerDraft: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "answer_draft", employee),
  /** The pictures that an employee's answers name, one key each; holds nothing. */
  pictures: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "picture", employee),
  picture: (tenant: Id, year: number, employee: Id, id: Id) => t(tenant, "y", year, "picture", employee, id),
  /** 住宅借入金等特別控除 of an employee. */
  housingLoan: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "housing_loan", employee),
  /** How far the year is: set up, worked on. */
  season: (tenant: Id, year: number) => t(tenant, "y", year, "season"),
  /** Everything of all years. */
  years: (tenant: Id) => t(tenant, "y"),
  /** Insurance and 企業型確定拠出年金 of an employee. */
  insurance: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "insurance", employee),
  /** ヒントメッセージ of a group: one key a question (設問番号) that has the group's own. */
  hints: (tenant: Id, year: number, group: Id) => t(tenant, "y", year, "hint", group),
  hint: (tenant: Id, year: number, group: Id, question: number) =>
    t(tenant, "y", year, "hint", group, question),
  /** 依頼グループ設定, but for hints and the deadline. */
  groupSettings: (tenant: Id, year: number, group: Id) => t(tenant, "y", year, "group_settings", group),
  /** What documents print of the master: 会社情報, 事業所 by the source's id, 続柄 by their place in the source's order. */
  company: (tenant: Id, year: number) => t(tenant, "y", year, "company"),
  establishments: (tenant: Id, year: number) => t(tenant, "y", year, "establishment"),
  establishment: (tenant: Id, year: number, sourceId: Id) => t(tenant, "y", year, "establishment", sourceId),
  relations: (tenant: Id, year: number) => t(tenant, "y", year, "relation"),
  relation: (tenant: Id, year: number, place: number) => t(tenant, "y", year, "relation", place),
  /** What a change of them is checked against. */
  mastersGuard: (tenant: Id, year: number) => t(tenant, "y", year, "masters_guard"),
  /** One key a 部署 or 雇用形態 that ever occurred among the targets, for the filter menus; holds nothing. */
  facets: (tenant: Id, year: number, field: string) => t(tenant, "y", year, "facet", field),
  facet: (tenant: Id, year: number, field: string, value: string) =>
    t(tenant, "y", year, "facet", field, value),
  /** How far the sample data of the tenant's year got, and those of a year that is over. */
  seeded: (tenant: Id) => t(tenant, "seeded"),
  seededPast: (tenant: Id, year: number) => t(tenant, "seeded", year),
};

/** Keys of 個人番号: values are sealed (kv/my_numbers), and what tells of their uses is only ever added. */
export const myNumberKeys = {
  /** The key that seals the tenant's numbers, wrapped. */
  dataKey: (tenant: Id) => t(tenant, "my_number_key"),
  /** Imported numbers, whatever the year: 社員番号, then 続柄, 姓 and 名. */
  imports: (tenant: Id) => t(tenant, "my_number"),
  imported: (tenant: Id, code: string, ...holder: [relation: string, lastName: string, firstName: string]) =>
    t(tenant, "my_number", code, ...holder),
  /** The numbers of an employee and the family in a year's adjustment: one key, so that it goes with the employee. */
  record: (tenant: Id, year: number, employee: Id) => t(tenant, "y", year, "my_number", employee),
  records: (tenant: Id, year: number) => t(tenant, "y", year, "my_number"),
  use: (tenant: Id, id: Id) => t(tenant, "my_number_use", id),
  uses: (tenant: Id) => t(tenant, "my_number_use"),
  /** How many numbers a job took in, once it is through. */
  taken: (tenant: Id, job: Id) => t(tenant, "my_number_taken", job),
};

/** Keys of jobs (バックグラウンド処理). Job ids are ULIDs: key order is order of acceptance. */
export const jobKeys = {
  job: (tenant: Id, job: Id) => t(tenant, "job", job),
  jobs: (tenant: Id) => t(tenant, "job"),
  /** Index: one key a job and value of `field` (status, kind, actor, group); holds nothing. */
  indexed: (tenant: Id, field: string, value: string) => t(tenant, "job_by", field, value),
  index: (tenant: Id, field: string, value: string, job: Id) => t(tenant, "job_by", field, value, job),
  /** What was asked for: options, range of the runner, input file. */
  order: (tenant: Id, job: Id) => t(tenant, "job_order", job),
  run: (tenant: Id, job: Id) => t(tenant, "run", job),
  checkpoint: (tenant: Id, job: Id) => t(tenant, "checkpoint", job),
  progress: (tenant: Id, job: Id) => t(tenant, "progress", job),
  result: (tenant: Id, job: Id) => t(tenant, "job_result", job),
  rowErrors: (tenant: Id, job: Id) => t(tenant, "row_error", job),
  rowError: (tenant: Id, job: Id, line: number) => t(tenant, "row_error", job, line),
  idempotency: (tenant: Id, user: Id, kind: string, key: string) => t(tenant, "idempotency", user, kind, key),
  /** Which jobs repeat a job. */
  rerun: (tenant: Id, job: Id, again: Id) => t(tenant, "rerun", job, again),
  reruns: (tenant: Id, job: Id) => t(tenant, "rerun", job),
  lock: (tenant: Id, name: string) => t(tenant, "lock", name),
  openCount: (tenant: Id) => t(tenant, "open_jobs"),
};

/** Keys of the outbox. Mail ids are ULIDs: key order is order of posting. */
export const mailKeys = {
  mail: (tenant: Id, mail: Id) => t(tenant, "mail", mail),
  mails: (tenant: Id) => t(tenant, "mail"),
  /** The words that mails of a day (kv/outbox.ts) share, by their digest. */
  letter: (tenant: Id, day: number, letter: Id) => t(tenant, "letter", day, letter),
  letters: (tenant: Id, day: number) => t(tenant, "letter", day),
  /** Which mails somebody wants of those that concern nobody else. */
  preference: (tenant: Id, user: Id) => t(tenant, "mail_preference", user),
};

/** Keys of files. Chunks lie in the blob database, everything else in the records. */
export const fileKeys = {
  artifact: (tenant: Id, artifact: Id) => t(tenant, "artifact", artifact),
  reader: (tenant: Id, artifact: Id, reader: Id) => t(tenant, "reader", artifact, reader),
  readers: (tenant: Id, artifact: Id) => t(tenant, "reader", artifact),
  chunk: (tenant: Id, part: Id, n: number) => t(tenant, "chunk", part, n),
  chunks: (tenant: Id, part: Id) => t(tenant, "chunk", part),
};

/** Append-only audit entries; ids are ULIDs. */
export const auditKeys = {
  entry: (tenant: Id, id: Id) => t(tenant, "audit", id),
  entries: (tenant: Id) => t(tenant, "audit"),
};

/** Keys that span tenants: ids only. */
export const sysKeys = {
  tenantByHost: (host: string) => sys("tenant", host),
  tenantHosts: () => sys("tenant"),
  open: (job: Id) => sys("open", job),
  opens: () => sys("open"),
  due: (at: number, id: Id) => sys("due", at, id),
  dues: () => sys("due"),
  /** A mail that has to be sent, not before a moment (0: at once); tenants are found by skipping from one to the next. */
  outgoing: (tenant: Id, notBefore: number, mail: Id) => sys("outgoing", tenant, notBefore, mail),
  outgoingOf: (tenant: Id) => sys("outgoing", tenant),
  allOutgoing: () => sys("outgoing"),
  /** Which process sends mails. */
  mailSender: () => sys("mail_sender"),
  owner: (owner: Id) => sys("owner", owner),
  owners: () => sys("owner"),
  beat: (owner: Id) => sys("beat", owner),
  keyCheck: () => sys("key_check"),
  /** Where a process reads whether a commit was made whose answer was lost. */
  commitMark: (process: Id, n: number) => sys("commit_mark", process, n),
  /** Tenants that have a key for 個人番号, so that a change of `ENCRYPTION_KEY` finds them. */
  myNumberKey: (tenant: Id) => sys("my_number_key", tenant),
  myNumberKeys: () => sys("my_number_key"),
};
