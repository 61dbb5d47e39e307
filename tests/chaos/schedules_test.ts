import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { ulid } from "ulid";
import { Refusal } from "../../domain/errors.ts";
import { accept, type Acceptation } from "../../jobs/engine/accept.ts";
import { cancel } from "../../jobs/engine/cancel.ts";
import { SILENCE_MS } from "../../jobs/engine/owner.ts";
import { ALICE, openJobs, TENANT, testAcceptance, testOrder } from "../../jobs/engine/test_tools.ts";
import { KINDS, openWorld, type ScheduleWorld } from "../support/chaos/schedule_world.ts";
import { type Process, startProcess, turns } from "../support/chaos/simulation.ts";

/**
 * Random schedules of all that happens to jobs, over processes that move only as they are told: commits of their
 * workers wait until they are let through, clocks stand until they are moved on.
 */
interface Play {
  world: ScheduleWorld;
  /** At most three that live. */
  processes: Process[];
  forms: Form[];
}

/** A form that people send again and again, and the answers they got. */
interface Form {
  key: string;
  kind: string;
  job: string | null;
  /** What was sent with it when it was accepted. */
  content: string;
  answers: (Acceptation & { content: string })[];
}

const MAX_ALIVE = 3;
const FORMS = 4;

type Act = (play: Play, at: number) => Promise<unknown> | unknown;

/** What can happen, how often, and to which process or form. */
const ACTS: Record<string, [weight: number, act: Act]> = {
  "accept": [4, (play, at) => send(play, at % FORMS, "content")],
  "accept other content": [1, (play, at) => send(play, at % FORMS, "other content")],
  "tick": [6, ({ processes }, at) => processes[at % MAX_ALIVE]?.tick()],
  "tick together": [3, ({ processes }) => Promise.all(processes.map((one) => one.tick()))],
  "step": [8, ({ processes }, at) => processes[at % MAX_ALIVE]?.step()],
  "three steps": [8, (play, at) => steps(play.processes[at % MAX_ALIVE], 3)],
  "cancel": [2, (play, at) => stop(play, at % FORMS)],
  "edit by a person": [2, ({ world }) => world.edit()],
  "start": [4, begin],
  "stand still": [2, ({ processes }, at) => processes[at % MAX_ALIVE]?.hold(true)],
  "go on": [1, ({ processes }, at) => processes[at % MAX_ALIVE]?.hold(false)],
  "kill": [2, (play, at) => play.processes.splice(at % MAX_ALIVE, 1)[0]?.kill()],
  "shut down": [2, (play, at) => play.processes.splice(at % MAX_ALIVE, 1)[0]?.leave()],
  "lose leases": [3, pass],
};

async function send({ world, forms }: Play, n: number, content: string) {
  const form = forms[n]!;
  const job = ulid();
  const order = testOrder({ kind: form.kind });
  const acceptance = testAcceptance({ job, order, key: form.key, hash: content });
  const answer = await accept(world.store.kv, world.store.committer, acceptance);
  form.answers.push({ ...answer, content });
  if (answer.outcome !== "accepted") return;
  strictEqual(form.job, null, "R10: one job a form");
  Object.assign(form, { job, content });
  world.accepted.add(job);
}

function checkAnswers({ forms }: Play) {
  for (const form of forms) {
    for (const answer of form.answers) {
      if (answer.outcome === "accepted") continue;
      strictEqual(answer.outcome, answer.content === form.content ? "repeated" : "other_content");
      if (answer.outcome === "repeated") strictEqual(answer.job, form.job);
    }
  }
}

async function stop({ world, forms }: Play, n: number) {
  const { job } = forms[n]!;
  if (job === null) return;
  try {
    await cancel(world.store.kv, world.store.committer, { tenant: TENANT, job, by: ALICE });
  } catch (error) {
    ok(error instanceof Refusal && error.code === "job_ended", String(error));
  }
}

async function begin({ world, processes }: Play) {
  if (processes.length < MAX_ALIVE) processes.push(await startProcess(world));
}

/** So long that whoever has not beaten since is taken for dead. */
function pass({ world }: Play) {
  world.monotonic.pass(SILENCE_MS);
  world.store.pass(SILENCE_MS);
}

async function steps(process: Process | undefined, times: number) {
  for (let n = 0; n < times; n++) {
    process?.step();
    await turns(4);
  }
}

/** Lets everything come to its end: those that stood still go on, whatever they missed meanwhile. */
async function finish(play: Play) {
  const { world, processes } = play;
  await begin(play);
  for (let round = 0; (await openJobs(world.store.kv)).length > 0; round++) {
    if (round === 200) throw new Error("R2: jobs that come to no end");
    pass(play);
    for (const one of processes) await one.tick();
    for (let n = 0; n < 4; n++) {
      for (const one of processes) one.step();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    if (processes.every((one) => one.idle)) processes.push(await startProcess(world));
  }
  await world.check();
  for (const one of processes) {
    one.hold(false);
    await one.tick();
    while (one.step()) await turns(4);
    await one.leave();
  }
}

const step = fc.record({
  what: fc.oneof(
    ...Object.entries(ACTS).map(([name, [weight]]) => ({ weight, arbitrary: fc.constant(name) })),
  ),
  at: fc.nat(11),
});
/** One to three things at once. */
const schedule = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
  minLength: 10,
  maxLength: 60,
  size: "max",
});

async function play(acts: { what: string; at: number }[][]) {
  await using world = await openWorld();
  const forms = Array.from({ length: FORMS }, (_, n): Form => ({
    key: ulid(),
    kind: KINDS[n % KINDS.length]!,
    job: null,
    content: "",
    answers: [],
  }));
  const it: Play = { world, processes: [], forms };
  await begin(it);
  for (const together of acts) {
    await Promise.all(together.map(({ what, at }) => ACTS[what]![1](it, at)));
    await turns(4);
    checkAnswers(it);
    await world.check();
  }
  try {
    await finish(it);
    await world.checkEnd();
  } finally {
    for (const one of it.processes) one.kill();
  }
}

Deno.test("whatever happens in whatever order, the promises R1, R2, R3 and R7 hold", async () => {
  const numRuns = Number(Deno.env.get("SCHEDULES") ?? 100);
  await fc.assert(fc.asyncProperty(schedule, play), { numRuns });
});
