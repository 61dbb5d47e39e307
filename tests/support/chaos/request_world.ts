import { deepStrictEqual, ok } from "node:assert/strict";
import { now } from "../../../domain/clock.ts";
import { restored } from "../../../domain/declaration/restore.ts";
import { Refusal } from "../../../domain/errors.ts";
import type { Request } from "../../../domain/request.ts";
import { ACTS, type TestAct } from "../../../domain/request_acts/acts_fixture.ts";
import { jobSchema } from "../../../jobs/engine/records.ts";
import { eventually, openJobs } from "../../../jobs/engine/test_tools.ts";
import {
  askedCompany,
  codeOf,
  countsAgree,
  DOCUMENTS,
  GROUP,
  idOf,
  membersOf,
  type TestPerson,
} from "../../../jobs/requests_fixture.ts";
import { closeOn, meetMorning, nextMornings, remindOn } from "../../../jobs/system/morning_fixture.ts";
import { ADMIN, type Company, fileOf, PASSWORD, TENANT } from "../../../jobs/test_tools.ts";
import { dayOf } from "../../../jobs/tokyo_day.ts";
import { type Committer, set } from "../../../kv/commit.ts";
import { nextClosingTime } from "../../../domain/deadline.ts";
import { accountKeys, jobKeys } from "../../../kv/keys.ts";
import { ensureMornings } from "../../../kv/mornings.ts";
import { memberChangesOf } from "../../../kv/member_changes.ts";
import { requestChangesOf } from "../../../kv/request_changes.ts";
import { checkRequests } from "./request_state.ts";
import { watchRequests } from "./request_watch.ts";

/** More than one commit of row 29 takes. */
export const PEOPLE = 60;
/** The second group, which closes after the first morning. */
const OTHER = "01B";

/** Where people's 依頼 stand at first, in turns. */
const BEGINNINGS: readonly Partial<Request>[] = [
  {},
  {},
  { status: "requested" },
  { ...DOCUMENTS, status: "answered", answeredOnce: true },
  { status: "expired", beforeExpiry: "answering" },
];

/** A company whose workers' commits wait until they are let through, and whose 依頼 are watched. */
export interface RequestWorld extends AsyncDisposable {
  /** Starts an operation on a group; what is refused at the counter is no matter. */
  start(kind: string, fields: [string, string][], group?: "first" | "second", csv?: string): Promise<void>;
  /** Somebody acts on one 依頼 on a page. */
  act(n: number, act: TestAct): Promise<void>;
  /** Lets the next commit of a worker through; nothing where no job is open. */
  step(): Promise<void>;
  /** Ends all workers, as a crash does; what they wanted to commit comes late. */
  die(): void;
  /** It is 08:00 on the next day. */
  morning(): Promise<void>;
  /** Lets everything come to its end, and checks what is left. */
  finish(): Promise<void>;
}

/** Opens the world: people with and without mail addresses, all of them in the first group. */
export async function openRequestWorld(): Promise<RequestWorld> {
  const addressOf = (n: number) => n % 7 === 0 ? null : `${codeOf(n)}@acme.example`;
  const watch = watchRequests((id) => addressOf(Number(id.slice("id-".length))));
  const waiting: (() => void)[] = [];
  let open = true;
  const gated = (committer: Committer): Committer => {
    const watched = watch.over(committer);
    return {
      async commit(change, priority) {
        if (!open) await new Promise<void>((resolve) => waiting.push(resolve));
        return await watched.commit(change, priority);
      },
    };
  };
  const people = Array.from({ length: PEOPLE }, (_, i): TestPerson => ({
    request: BEGINNINGS[i % BEGINNINGS.length],
    master: addressOf(i + 1) === null ? { account: { email: null } } : {},
  }));
  const c: Company = await askedCompany(people, { committerOfWorkers: gated });
  const everybody = Array.from({ length: PEOPLE }, (_, i) => i + 1);
  watch.know((await membersOf(c, everybody)).map(({ request }) => request), GROUP);
  const tenant = { ...TENANT, hosts: ["acme.test"] };
  await c.committer.commit({ checks: [], mutations: [set(accountKeys.tenant(TENANT.id), tenant)] });
  await ensureMornings(c.committer, [TENANT], now());
  await closeOn(c, dayOf(nextClosingTime(now())), OTHER);
  await remindOn(c, { baseOn: dayOf(nextClosingTime(now())), daysBefore: 0, everyDays: 1 });
  const pages = requestChangesOf(c.files.kv, watch.over(c.committer), TENANT);
  const moves = memberChangesOf(c.files.kv, watch.over(c.committer), TENANT);
  open = false;

  /** A commit waits, or everything is over. */
  const settled = () =>
    eventually(async () => {
      c.engine.ring();
      return waiting.length > 0 || (await openJobs(c.files.kv)).length === 0;
    });

  return {
    async start(operation, fields, group = "first", csv) {
      const ofAll = operation === "import_request_groups";
      const place = ofAll ? null : group === "first" ? GROUP : OTHER;
      const file = csv === undefined ? null : fileOf(csv);
      await c.accept({ operation, group: place, fields: [...fields, ["password", PASSWORD]], file });
    },
    async act(n, { kind, details }) {
      if (kind === "move") {
        return void await moves.changeGroup(ADMIN, idOf(n), details.open ? "本社" : "工場");
      }
      const [member] = await membersOf(c, [n]);
      const groupId = member!.employee.groupId!;
      const acting = pages.act({ id: groupId, name: groupId }, idOf(n), ADMIN, {
        restoring: kind === "send" ? "take" : kind.startsWith("reset") ? "back" : "none",
        act: ({ member, point, startLoan }, at) =>
          ACTS[kind](member.request, details, at, restored(point, startLoan).documents),
      });
      await acting.catch((error) =>
        ok(error instanceof Refusal && error.code !== "overtaken", String(error))
      );
    },
    async step() {
      await settled();
      waiting.shift()?.();
      await settled();
    },
    die: () => c.breakWorkers(),
    async morning() {
      c.pass(nextClosingTime(now()) - now());
      for (const due of await nextMornings(c)) if (due <= now()) await meetMorning(c, due);
    },
    async finish() {
      open = true;
      for (const resolve of waiting.splice(0)) resolve();
      await eventually(async () => {
        c.engine.ring();
        return (await openJobs(c.files.kv)).length === 0;
      });
      const { kv } = c.files;
      if (watch.faults.length > 0) throw watch.faults[0];
      checkRequests(await Array.fromAsync(kv.list({ prefix: [] })));
      for (const group of [GROUP, OTHER]) await countsAgree(c, group);
      const points = await Array.fromAsync(
        kv.list({ prefix: ["t", TENANT.id, "y", TENANT.year, "restore_point"] }),
      );
      deepStrictEqual(points.map(({ key }) => key[5]), watch.sent(), "restore points");
      const jobs = await Array.fromAsync(kv.list({ prefix: jobKeys.jobs(TENANT.id) }));
      const statuses = new Set(jobs.map(({ value }) => jobSchema.parse(value).status));
      ok(statuses.isSubsetOf(new Set(["completed", "completed_with_errors"])), [...statuses].join());
    },
    [Symbol.asyncDispose]: () => c[Symbol.asyncDispose](),
  };
}
