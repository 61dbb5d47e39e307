import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import type { JobDetailView } from "../jobs/view.ts";
import { type App, startApp } from "./support/app.ts";
import { type Client, signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { download, start, untilJob } from "./support/jobs.ts";
import { HEADER, scatter } from "./support/members_csv.ts";
import { type ListedPerson, listPeople } from "./support/people.ts";
import { until } from "./support/until.ts";

const EMPLOYEES = 30_000;
const ROWS = 9_000;
/** From the first log line of the process that goes on (design §4.1 R4). */
const GOES_ON_WITHIN_MS = 3_000;

/** What is left of an import when it is over. */
interface Left {
  status: string;
  message: string;
  details: string[];
  errors: JobDetailView["errors"];
  errorCount: number;
  progress: JobDetailView["progress"];
  errorCsv: string;
  people: ListedPerson[];
  employees: number;
}

/** 9,000 rows: everybody in no group except the last hundred, whose places hold a hundred numbers of nobody. */
function rowsOf(people: ListedPerson[]): string[][] {
  const free = people.filter(({ group }) => group === "").map(({ code }) => code);
  strictEqual(free.length, ROWS);
  const unknown = Array.from({ length: 100 }, (_, i) => String(800_001 + i));
  const rows = scatter(free.slice(0, ROWS - unknown.length), unknown);
  strictEqual(rows.length, ROWS);
  return rows.map((code) => [code, "", ""]);
}

async function startImport(admin: Client): Promise<string> {
  const rows = rowsOf(await listPeople(admin));
  const file = { name: "九千人.csv", bytes: utf8Csv([HEADER, ...rows]) };
  return await start(admin, { operation: "add_employees_to_group", group: await admin.group("本社"), file });
}

async function whatIsLeft(admin: Client, job: string): Promise<Left> {
  const { status, message, details, errors, errorCount, progress } = await untilJob(admin, job);
  const groups = await admin.json<{ name: string; employees: number }[]>("/groups");
  return {
    status,
    message,
    details,
    errors,
    errorCount,
    progress,
    errorCsv: new TextDecoder().decode(await download(admin, job)),
    people: await listPeople(admin),
    employees: groups.find(({ name }) => name === "本社")!.employees,
  };
}

/** Kills the process as soon as the import has got somewhere, and starts it again. How far it was, at least. */
async function killInTheMiddle(app: App, admin: Client, job: string, beyond: number): Promise<number> {
  const { progress } = await untilJob(admin, job, ({ progress }) => progress.done > beyond);
  ok(progress.done < ROWS, "killed too late: the import was over");
  await app.kill("SIGKILL");
  const restarted = app.restart();
  await restarted;
  const took = await app.sinceFirstLine(new RegExp(`goes on: .* job=${job}`));
  ok(took <= GOES_ON_WITHIN_MS, `went on after ${took} ms`);
  return progress.done;
}

Deno.test("kill -9 in the middle of 9,000 rows, twice: the result is that of a clean run", async () => {
  const env = { SAMPLE_EMPLOYEES: String(EMPLOYEES) };
  await using seeded = await startApp({ env });
  await seeded.kill("SIGTERM");
  await using clean = await startApp({ env, from: seeded.dir });
  const undisturbed = await signIn(clean, "admin");
  const expected = await whatIsLeft(undisturbed, await startImport(undisturbed));
  strictEqual(expected.status, "completed_with_errors");
  strictEqual(expected.errorCount, 100);
  await clean.kill("SIGTERM");

  await using app = await startApp({ env, from: seeded.dir });
  const admin = await signIn(app, "admin");
  const job = await startImport(admin);
  const first = await killInTheMiddle(app, admin, job, 0);
  const resumed = await until("progress after the restart", async () => (await admin.job(job)).progress);
  ok(resumed.done >= first, `went back from ${first} to ${resumed.done}`);
  await killInTheMiddle(app, admin, job, resumed.done);
  deepStrictEqual(await whatIsLeft(admin, job), expected);
});
