import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { writeLock } from "../support/chaos/write_lock.ts";
import { storedJobs } from "../support/chaos/job_of.ts";
import { utf8Csv } from "../support/csv.ts";
import { post, run, start, untilJob } from "../support/jobs.ts";
import { HEADER } from "../support/members_csv.ts";
import { until } from "../support/until.ts";

/** Longer than a commit is tried again (5 s, kv/commit.ts). */
const HELD_MS = 7_000;

Deno.test("while somebody holds the write lock for too long pages are read and jobs wait, at no cost", async () => {
  await using seeded = await seededFolder();
  await using app = await startChaos({ from: seeded.dir });
  const admin = stubborn(app, seeded.cookie);
  const rows = Array.from({ length: 5_000 }, (_, i) => [String(800_000 + i), "", ""]);
  const file = { name: "取り込み.csv", bytes: utf8Csv([HEADER, ...rows]) };
  const job = await start(admin, {
    operation: "add_employees_to_group",
    group: await admin.group("本社"),
    file,
  });
  await untilJob(admin, job, ({ progress }) => progress.done > 0);

  const lock = await until("the write lock", () => writeLock(app.dir));
  const { progress: held } = await admin.job(job);
  ok(held.done < rows.length, "too late: the import was over");
  const form = { operation: "chaos_nothing", key: ulid() };
  const sent = post(admin, form);
  await new Promise((resolve) => setTimeout(resolve, HELD_MS));
  deepStrictEqual((await admin.job(job)).progress, held);
  lock.exec("ROLLBACK");
  lock.close();

  // Whether our patience or SQLite's ended first: it is accepted, or asked for again and then accepted once.
  const answer = await sent;
  ok(answer.status === 202 || answer.status === 503, await answer.text());
  await run(admin, form);
  const { status, errorCount } = await untilJob(admin, job);
  deepStrictEqual([status, errorCount], ["completed_with_errors", rows.length]);
  await app.kill("SIGTERM");
  const jobs = [...(await storedJobs(app.dir)).values()];
  strictEqual(jobs.length, 2);
  for (const { run } of jobs) deepStrictEqual([run.attempt, run.losses], [1, 0]);
});
