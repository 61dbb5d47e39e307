import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import type { App } from "../app.ts";
import type { Client } from "../client.ts";
import { utf8Csv } from "../csv.ts";
import { run } from "../jobs.ts";
import { HEADER } from "../members_csv.ts";
import { seededFolder, startChaos, stubborn } from "./app.ts";
import { finalState } from "./final_state.ts";
import { storedJobs } from "./job_of.ts";

/** Refused rows, each of which is a commit's worth of checks and of errors. */
const ROWS = Array.from({ length: 500 }, (_, i) => [String(800_000 + i), "", ""]);

/**
 * Two processes work on one database for so long, each with a handle that commits checks, about half of which SQLite
 * refuses (reference/kv.md §2). No job, no page and no log may ever show it.
 */
export async function workSideBySide(ms: number): Promise<void> {
  await using seeded = await seededFolder();
  await using one = await startChaos({ from: seeded.dir });
  await using other = await startChaos({ dir: one.dir });
  const people = [one, other].map((app) => stubborn(app, seeded.cookie));
  const until = performance.now() + ms;
  const answers = await Promise.all([
    ...people.map((person) => whileTime(until, () => work(person))),
    ...people.map((person) => whileTime(until, () => look(person))),
  ]);
  ok(answers.every((count) => count > 2), `did ${answers.join(", ")} rounds`);
  for (const app of [other, one]) {
    strictEqual((await app.kill("SIGTERM")).code, 0);
    deepStrictEqual(complaints(app), []);
  }
  const jobs = [...(await storedJobs(one.dir)).values()];
  ok(jobs.every(({ run, events }) => run.losses === 0 && events.claimed === 1), "each was run once");
  ok(new Set(jobs.map(({ status }) => status)).isSubsetOf(new Set(["completed", "completed_with_errors"])));
  await finalState(one.dir);
}

async function whileTime(until: number, work: () => Promise<void>): Promise<number> {
  let rounds = 0;
  for (; performance.now() < until; rounds++) await work();
  return rounds;
}

async function work(person: Client) {
  const file = { name: "取り込み.csv", bytes: utf8Csv([HEADER, ...ROWS]) };
  const group = await person.group("本社");
  const jobs = await Promise.all([
    run(person, { operation: "add_employees_to_group", group, key: ulid(), file }),
    run(person, { operation: "chaos_parts", key: ulid() }),
    run(person, { operation: "chaos_nothing", key: ulid() }),
  ]);
  deepStrictEqual(jobs.map(({ status }) => status), ["completed_with_errors", "completed", "completed"]);
}

async function look(person: Client) {
  const { jobs } = await person.jobs();
  if (jobs[0]) await person.job(jobs[0].id);
}

/** Lines of the log that tell of anything but the start and the end. */
function complaints({ logs }: App): string[] {
  return logs.filter((line) => !/^(Listening|leaving|$)/.test(line));
}
