import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { MAX_LOSSES } from "../../../jobs/engine/lease.ts";
import { type Client, newSession } from "../client.ts";
import { post } from "../jobs.ts";
import { until } from "../until.ts";
import { restartChaos, seededFolder, startChaos, stubborn } from "./app.ts";
import { atOnce } from "./at_once.ts";
import { finalState } from "./final_state.ts";
import { type StoredJob, storedJobs } from "./job_of.ts";
import { addThirdTenant, THIRD } from "./third_tenant.ts";

/** How a job of each kind ends when nobody stops it. */
const ENDS: Record<string, string> = {
  chaos_nothing: "completed",
  chaos_heavy_nothing: "completed",
  chaos_parts: "completed",
  chaos_refusal: "failed",
  chaos_bug: "failed",
};
const KINDS = Object.keys(ENDS);

/** Random numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}

/**
 * Lets three companies send `jobs` forms, some of them twice, and stop some of their jobs, while the process is killed
 * `kills` times at random moments. Every accepted job must come to one end, and nothing may be left.
 */
export async function soak(
  { jobs, kills, seed }: { jobs: number; kills: number; seed: number },
): Promise<void> {
  console.info(`soak: seed ${seed}`);
  const random = randomOf(seed);
  await using seeded = await seededFolder();
  await addThirdTenant(seeded.dir);
  const env = { JOB_CONCURRENCY: "2", TENANT_OPEN_JOBS: "1000" };
  await using app = await startChaos({ from: seeded.dir, env });
  const people = [
    { cookie: seeded.cookie, host: "localhost" },
    { ...await newSession(app, "admin@other.example", "other.localhost"), host: "other.localhost" },
    { ...await newSession(app, THIRD.email, THIRD.host), host: THIRD.host },
  ].map(({ cookie, host }) => stubborn(app, cookie, host));

  const accepted = new Map<string, { by: Client; kind: string }>();
  async function send(n: number) {
    const by = people[Math.floor(random() * people.length)]!;
    const kind = KINDS[Math.floor(random() * KINDS.length)]!;
    const form = { operation: kind, key: ulid() };
    const answers = await Promise.all(random() < 0.2 ? [post(by, form), post(by, form)] : [post(by, form)]);
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
    strictEqual(new Set(ids).size, 1, "R10: one job a form");
    accepted.set(ids[0], { by, kind });
    if (n % 10 === 0) {
      await (await by.fetch(`/background-jobs/${ids[0]}/cancellation`, { method: "POST" })).text();
    }
  }

  let sending = true;
  async function killNowAndThen() {
    for (let n = 0; n < kills; n++) {
      const until = accepted.size + random() * jobs / kills;
      while (sending && accepted.size < until) await new Promise((resolve) => setTimeout(resolve, 20));
      await app.kill("SIGKILL");
      await restartChaos(app, env);
    }
  }
  const forms = Array.from({ length: jobs }, (_, n) => n);
  await Promise.all([atOnce(6, forms, send).finally(() => sending = false), killNowAndThen()]);
  await atOnce(
    6,
    accepted,
    ([id, { by }]) =>
      until(`the end of ${id}`, async () => (await by.job(id)).status !== "running", 240_000).then(() => {}),
  );
  await app.kill("SIGTERM");
  checkEnds(await storedJobs(app.dir), new Map([...accepted].map(([id, { kind }]) => [id, kind])));
  await finalState(app.dir);
}

function checkEnds(stored: Map<string, StoredJob>, accepted: Map<string, string>) {
  deepStrictEqual(
    [...stored.keys()].sort(),
    [...accepted.keys()].sort(),
    "R1: what was accepted, and nothing else",
  );
  for (const [id, kind] of accepted) {
    const { status, run, open, events } = stored.get(id)!;
    ok(run.ended && !open, `${id} is open`);
    deepStrictEqual([events.accepted, events.finished], [1, 1], `R2: one end of ${id}`);
    strictEqual(events.cancelled ?? 0, status === "cancelled" ? 1 : 0);
    if (status !== "cancelled" && run.losses < MAX_LOSSES) strictEqual(status, ENDS[kind], `${kind} ${id}`);
  }
}
