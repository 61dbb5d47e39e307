import { deepStrictEqual, ok } from "node:assert/strict";
import { MAX_LOSSES } from "../../../jobs/engine/lease.ts";
import type { FailPoint } from "../../../kv/failpoint.ts";
import type { App } from "../app.ts";
import { type Client, clientOver } from "../client.ts";
import { restartChaos, type Seeded, seededFolder, startChaos, stubborn } from "./app.ts";
import { type FinalState, finalState } from "./final_state.ts";
import { atOnce } from "./at_once.ts";
import { randomOf } from "./soak.ts";

/** Something that people do from beginning to end; every step of it may meet a dead process. */
export interface Scenario {
  env?: Record<string, string>;
  play(client: Client, app: App): Promise<void>;
}

/** The state that a scenario leaves when nothing dies. */
export async function cleanRun(seeded: Seeded, scenario: Scenario): Promise<FinalState> {
  await using app = await startChaos({ from: seeded.dir, env: scenario.env });
  await scenario.play(stubborn(app, seeded.cookie), app);
  await app.kill("SIGTERM");
  return await finalState(app.dir);
}

/** Where the process dies: at the `nth` passing of a point, the first unless said. */
export interface Death {
  point: FailPoint;
  nth?: number;
}

/** Plays a scenario, kills the process once, and compares what is left with `expected`. */
async function killedRun(
  seeded: Seeded,
  scenario: Scenario,
  { point, nth = 1 }: Death,
  expected: FinalState,
): Promise<void> {
  const env = { ...scenario.env, NENCHO_FAILPOINT: `${point}:${nth}` };
  await using app = await startChaos({ from: seeded.dir, env });
  const killed = app.line(new RegExp(`^failpoint ${point}$`)).then(async () => {
    await app.kill("SIGKILL");
    await restartChaos(app, scenario.env);
  });
  await Promise.all([killed, scenario.play(stubborn(app, seeded.cookie), app)]).catch((error) => {
    // What the process that goes on has said tells more than the answer that was not expected.
    console.error(app.logs.join("\n"));
    throw error;
  });
  await app.kill("SIGTERM");
  deepStrictEqual(await finalState(app.dir), expected);
}

/** The folders that the deaths of a test module start from, by what they were seeded with. */
const seeds = new Map<string, Promise<Seeded>>();
Deno.test.afterAll(async () => {
  for (const seeded of seeds.values()) await (await seeded)[Symbol.asyncDispose]();
});

/** Seeds once for all that starts alike; nobody writes into it. */
function seedFor(env: Scenario["env"]): Promise<Seeded> {
  const key = JSON.stringify(env ?? {});
  const seeded = seeds.get(key) ?? seededFolder(env);
  seeds.set(key, seeded);
  return seeded;
}

/** Declares a test with a step for each death: what is left must be what a clean run leaves. */
export function testDeaths(what: string, scenario: Scenario, deaths: readonly Death[]): void {
  // Steps side by side, most of which wait for processes to start.
  const apart = { sanitizeOps: false, sanitizeResources: false, sanitizeExit: false };
  Deno.test({
    name: `${what}, killed anywhere, ends as in a clean run`,
    ...apart,
    async fn(t) {
      const seeded = await seedFor(scenario.env);
      const clean = await cleanRun(seeded, scenario);
      await atOnce(3, deaths, async (death) => {
        const { point, nth = 1 } = death;
        await t.step({
          name: `at ${point}, passing ${nth}`,
          ...apart,
          fn: () => killedRun(seeded, scenario, death, clean),
        });
      });
    },
  });
}

/** A form and what came of it is asked for this often before the process dies, at most. */
const REQUESTS_BEFORE_DEATH = 6;

/** A job that loses its process more often is given up. */
const DEATHS_PER_FORM = MAX_LOSSES - 1;

/**
 * Plays a scenario while the process is killed at random requests of the one who plays, at most `kills` times, and
 * compares what is left with that of a clean run. The same seed draws the same requests.
 */
export async function playedToDeath(
  scenario: Scenario,
  { kills, seed }: { kills: number; seed: number },
): Promise<void> {
  console.info(`random deaths: seed ${seed}`);
  const random = randomOf(seed);
  const seeded = await seedFor(scenario.env);
  const expected = await cleanRun(seeded, scenario);
  await using app = await startChaos({ from: seeded.dir, env: scenario.env });
  const client = stubborn(app, seeded.cookie);
  let deaths = 0;
  let ofForm = 0;
  let requestsLeft = 0;
  let dying = Promise.resolve();
  const draw = () => requestsLeft = Math.floor(random() * REQUESTS_BEFORE_DEATH);
  draw();

  async function die() {
    await app.kill("SIGKILL");
    await restartChaos(app, scenario.env);
    draw();
  }

  await scenario.play(
    clientOver((path, init) => {
      if (init?.method === "POST") ofForm = 0;
      if (deaths < kills && ofForm < DEATHS_PER_FORM && requestsLeft-- === 0) {
        deaths++;
        ofForm++;
        dying = die();
      }
      return client.fetch(path, init);
    }, seeded.cookie),
    app,
  );
  await dying;
  console.info(`random deaths: ${deaths}`);
  ok(deaths > 0);
  await app.kill("SIGTERM");
  deepStrictEqual(await finalState(app.dir), expected);
}
