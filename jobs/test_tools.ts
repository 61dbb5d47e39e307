import { logText } from "../domain/log.ts";
import { Refusal } from "../domain/errors.ts";
import type { MasterEmployee } from "../domain/employee.ts";
import type { Group } from "../domain/group.ts";
import { EVERYONE } from "../domain/permission.ts";
import type { Tenant } from "../domain/tenant.ts";
import type { User } from "../domain/user.ts";
import { CsvError, readCsv } from "../formats/csv_read.ts";
import { decodeStream } from "../formats/charset.ts";
import { type Committer, committerOf, set } from "../kv/commit.ts";
import type { Files } from "../kv/files/files.ts";
import { settleArtifact } from "../kv/files/settle.ts";
import { openDatabase } from "../kv/open.ts";
import { createGroup } from "../kv/group_changes.ts";
import { newRingEntry, parseKeyring } from "../kv/keyring.ts";
import { accountKeys } from "../kv/keys.ts";
import { forgetEmployee } from "../kv/leavings.ts";
import { forgetMails } from "../kv/outbox_retention.ts";
import { storesOf } from "../kv/stores.ts";
import { addTestMembers, testMaster } from "../kv/test_year.ts";
import { EMPTY_SOURCE } from "../sources/empty.ts";
import type { MasterSource } from "../sources/source.ts";
import { auditShredded } from "./engine/audit.ts";
import { type Engine, startEngine } from "./engine/engine.ts";
import { poolOf } from "./engine/pool.ts";
import { serve } from "./engine/serve.ts";
import { eventually, type InProcess, inProcess, stepped, stored } from "./engine/test_tools.ts";
import { jobServiceOf, type ServiceMeans } from "./job_service.ts";
import { defineOperation, type Operation, type OperationSpec } from "./operation.ts";
import { jobMailOf } from "./mail/job_mail.ts";
import { prepare } from "./prepare.ts";
import { findOperation } from "./registry.ts";
import { runnerOf } from "./runner.ts";
import { beginMorning } from "./system/morning.ts";
import type { Accepted, JobService, Submission } from "./service.ts";
import type { JobResultView, JobView } from "./view.ts";

/** What the tests of this folder share: a company, its people, and its jobs run by the real engine in this thread. */
export const TENANT: Tenant = {
  v: 1,
  id: "acme",
  name: "株式会社アクメ",
  hosts: ["acme.test"],
  year: 2026,
  createdAt: 0,
};

/** 10:00 on 2 November 2026 in Tokyo. */
export const MORNING = Date.UTC(2026, 10, 2, 1);

/** A person who may do everything; `more` changes fields. */
export function testUser(id: string, more: Partial<User> = {}): User {
  return {
    v: 1,
    id,
    email: `${id}@acme.example`,
    name: id,
    role: "admin",
    range: EVERYONE,
    roleId: null,
    employeeCode: null,
    active: true,
    createdAt: 0,
    ...more,
  };
}

/** The password of everybody here, where an operation asks for it again. */
export const PASSWORD = "correct horse";

export const ADMIN = testUser("admin");

/** A person of the master who may be taken in. */
export function person(code: string, more: Partial<MasterEmployee> = {}): MasterEmployee & { code: string } {
  const address = {
    zip: "100-0001",
    prefecture: "東京都",
    city: "千代田区",
    street: "1",
    building: "",
    kana: "",
    country: "",
  };
  return testMaster(code, { address, ...more });
}

/** A master that holds these people; `more` replaces what it answers. */
export function masterOf(people: MasterEmployee[], more: Partial<MasterSource> = {}): MasterSource {
  // Of several with one 社員番号 the first.
  const byCode = new Map(people.toReversed().map((one) => [one.code, one]));
  return {
    ...EMPTY_SOURCE,
    employeesByCode: (codes) => Promise.resolve(codes.map((code) => byCode.get(code) ?? null)),
    countEmployees: () => Promise.resolve(people.length),
    async *employees(from = 0) {
      if (from < people.length) yield await Promise.resolve(people.slice(from));
    },
    ...more,
  };
}

/** An ended job as its runner sees it, with the bytes of its attachments. */
export interface Ended {
  job: JobView;
  result: JobResultView;
  files: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }[];
}

export interface Company extends AsyncDisposable {
  files: Files;
  committer: Committer;
  stores: ReturnType<typeof storesOf>;
  service: JobService;
  engine: Engine;
  logged: string[];
  pass(ms: number): void;
  user(user: User): Promise<User>;
  group(id: string, name: string): Promise<Group>;
  members(groupId: string | null, people: (MasterEmployee & { code: string })[]): Promise<void>;
  accept(submission: Partial<Submission>, user?: User): Promise<Accepted>;
  /** Lets no job begin until the returned function is called. */
  hold(): () => void;
  /** Breaks the workers that are there, as `error` of a Web Worker does. */
  breakWorkers(): void;
  /** Waits for the end of a job, and takes its attachments. */
  ended(id: string, user?: User): Promise<Ended>;
}

export interface CompanyOptions {
  source?: MasterSource;
  /** Besides those of the product. */
  operations?: Operation[];
  means?: Partial<ServiceMeans>;
  /** What writes the chunks of files; to delay them. */
  chunks?(blobKv: Deno.Kv): Deno.Kv;
  maxRows?: number;
  sealAfterMs?: number;
  bugyoEncoding?: "utf-8" | "shift_jis";
  /** How a worker commits; to lose, delay or count its commits. */
  committerOfWorkers?(committer: Committer): Committer;
  /** Serves pages only: what is accepted waits. */
  idle?: boolean;
}

/** An operation `test` on the whole company that does `run`. */
export function testOperation(run: OperationSpec["run"], more: Partial<OperationSpec> = {}): Operation {
  return defineOperation({
    kind: "test",
    screen: "employees",
    menu: null,
    label: "試す",
    scope: "all",
    permission: "admin",
    rerun: "free",
    title: () => "試験の処理",
    dialog: { title: "試験", description: [], button: "試す" },
    ...more,
    run,
  });
}

/** Opens a company of its own, in memory. */
export async function openCompany(options: CompanyOptions = {}): Promise<Company> {
  const clock = stepped(MORNING);
  const [kv, blobKv] = await Promise.all([openDatabase(":memory:"), openDatabase(":memory:")]);
  const committer = committerOf(kv);
  const files: Files = {
    kv,
    blobKv: options.chunks?.(blobKv) ?? blobKv,
    committer,
    keyring: parseKeyring(newRingEntry("test")),
  };
  const find = (kind: string) => options.operations?.find((one) => one.kind === kind) ?? findOperation(kind);
  const logged: string[] = [];
  const workers: InProcess[] = [];
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  const log = (_: string, text: string) => void logged.push(text);
  const engine = await startEngine({
    kv,
    committer,
    lockDir: null,
    pool: options.idle ? null : poolOf({
      spawn() {
        const worker = inProcess((port) => serve(port, () => Promise.resolve(runner())));
        workers.push(worker);
        return worker;
      },
      setup: {},
      committer: options.committerOfWorkers?.(committer) ?? committer,
      log,
    }),
    concurrency: 2,
    due: {
      async artifact({ tenant, id }, key) {
        await settleArtifact(
          files,
          { at: Number(key[2]), tenant, id },
          (file) => auditShredded(tenant, file),
        );
      },
      leavings: (entry, key) => forgetEmployee(kv, committer, entry, key),
      mails: (entry, key) => forgetMails(kv, committer, entry, key),
      morning(entry, key) {
        const means = { kv, committer, stores: (tenant: Tenant) => storesOf(kv, tenant) };
        return beginMorning(means, entry, key);
      },
    },
    onEnd: jobMailOf(kv),
    log,
  });
  const runner = () =>
    runnerOf({
      kv,
      files,
      ttlMs: 72 * 60 * 60_000,
      find,
      async prepare(tenant, order, operation) {
        await gate.promise;
        return await prepare(kv, tenant, order, operation, options.source ?? masterOf([]));
      },
      maxRows: options.maxRows ?? 1_000,
      sealAfterMs: options.sealAfterMs ?? 60_000,
      bugyoEncoding: options.bugyoEncoding ?? "utf-8",
      onEnd: jobMailOf(kv),
      log: (_, event, facts) => void logged.push(logText(event, facts)),
    });
  const stores = storesOf(kv, TENANT);
  const service = jobServiceOf({
    files,
    find,
    stores: (tenant) => storesOf(kv, tenant),
    inputTtlMs: 72 * 60 * 60_000,
    tenantOpenJobs: 100,
    confirmPassword(_tenant, _user, password) {
      return password === PASSWORD ? Promise.resolve() : Promise.reject(new Refusal("wrong_password"));
    },
    ring: engine.ring,
    events: engine.events,
    userByEmail: (_, email) => Promise.resolve(email === ADMIN.email ? ADMIN.id : null),
    graceMs: 120_000,
    onEnd: jobMailOf(kv),
    ...options.means,
  });
  const company: Company = {
    files,
    committer,
    stores,
    service,
    engine,
    logged,
    pass: clock.pass,
    async user(user) {
      await committer.commit({ checks: [], mutations: [set(accountKeys.user(TENANT.id, user.id), user)] });
      return user;
    },
    async group(id, name) {
      const group: Group = { v: 1, id, name, createdAt: 0, closesOn: null, closedMessage: null };
      if (!await createGroup(kv, committer, TENANT, group)) throw new Error("the group is there");
      return group;
    },
    members: (groupId, people) => addTestMembers({ kv, committer, stores }, groupId, people),
    accept: (submission, user = ADMIN) =>
      service.accept({ tenant: TENANT, user }, { ...NO_SUBMISSION, ...submission }),
    hold() {
      gate = Promise.withResolvers<void>();
      return gate.resolve;
    },
    breakWorkers() {
      for (const worker of workers.splice(0)) worker.breakDown("broken by the test");
    },
    async ended(id, user = ADMIN) {
      await eventually(async () => {
        engine.ring();
        return (await stored(kv, id)).run?.ended === true;
      });
      return await resultOf(service, id, user);
    },
    async [Symbol.asyncDispose]() {
      await engine.stop();
      clock[Symbol.dispose]();
      kv.close();
      blobKv.close();
    },
  };
  await company.user(ADMIN);
  return company;
}

const NO_SUBMISSION: Submission = { operation: "", group: null, key: null, fields: [], file: null };

async function resultOf(service: JobService, id: string, user: User): Promise<Ended> {
  const asker = { tenant: TENANT, user };
  const { job, result } = await service.detail(asker, id);
  if (!result) throw new Error("the result is not for this person");
  const files = [];
  for (const { n, name, type } of result.attachments) {
    await service.claim(asker, id, n);
    const { body } = await service.download(asker, id, n, null);
    files.push({
      name,
      type,
      bytes: await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>).bytes(),
    });
  }
  return { job, result, files };
}

/** A file as a form sends it. */
export function fileOf(content: string | Uint8Array<ArrayBuffer>, name = "従業員.csv") {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, type: "text/csv", body: new Blob([bytes]).stream() };
}

/** The cells of a CSV. */
export async function cellsOf(
  bytes: Uint8Array,
  encoding: "utf-8" | "shift_jis" = "utf-8",
): Promise<string[][]> {
  const text = decodeStream(ReadableStream.from([bytes]), encoding);
  try {
    return (await Array.fromAsync(readCsv(text))).flat().map(({ cells }) => cells);
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`no CSV: ${error.message}`);
    throw error;
  }
}
