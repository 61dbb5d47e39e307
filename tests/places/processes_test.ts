import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { SILENCE_MS } from "../../jobs/engine/owner.ts";
import { openJobs } from "../../jobs/engine/test_tools.ts";
import type { App } from "../support/app.ts";
import { restartChaos, startChaos, stubborn, stubbornAt } from "../support/chaos/app.ts";
import { finalState } from "../support/chaos/final_state.ts";
import { regrouping } from "../support/chaos/scenarios.ts";
import { stranger } from "../support/client.ts";
import { type Fate, KV_TOKEN, startKvServer } from "../support/kv_connect/server.ts";
import { CONNECT, HOST } from "../support/places/places.ts";
import { playThrough } from "../support/places/through.ts";
import { type Seed, seed } from "../support/places/seed.ts";
import { openWorld, type World } from "../support/places/world.ts";
import { until } from "../support/until.ts";

/** Waits until a thread of the process stands at the point, and kills it. */
async function kill(app: App, point: string): Promise<void> {
  await app.line(new RegExp(`^failpoint ${point}$`));
  await app.kill("SIGKILL");
}

/** Web and worker of one host are processes of their own; both are killed in the middle of an import. */
async function importApart({ dir }: World, cookie: string): Promise<void> {
  const web = { NENCHO_ROLE: "web", SAMPLE_COMPANY: "off" };
  const worker = { ...web, NENCHO_ROLE: "worker" };
  await using pages = await startChaos({ dir, env: { ...web, NENCHO_FAILPOINT: "accept:after" } });
  await using jobs = await startChaos({ dir, env: { ...worker, NENCHO_FAILPOINT: "apply:after" } });
  const { status } = await stranger(jobs, "localhost", cookie).fetch("/groups");
  strictEqual(status, 404, "the worker serves pages");
  const back = kill(pages, "accept:after").then(() => restartChaos(pages, web));
  const bothBack = kill(jobs, "apply:after").then(async () => {
    await back;
    await pages.kill("SIGKILL");
    await Promise.all([restartChaos(pages, web), restartChaos(jobs, worker)]);
  });
  await Promise.all([bothBack, regrouping.play(stubborn(pages, cookie))]);
  for (const app of [pages, jobs]) strictEqual((await app.kill("SIGTERM")).code, 0);
}

/** Clocks of leases go so many times as fast: 15 s of silence are over in 2. */
const HASTE = 8;

/** Every fourth answer to a write is lost, in one way or the other. */
function lossyWrites(): (call: string) => Fate {
  let n = 0;
  return (call) => {
    if (call !== "atomic_write" || ++n % 4 !== 0) return "answered";
    return n % 8 === 0 ? "torn" : "lost";
  };
}

/** Two hosts at one database behind the network; the one that imports is killed. */
async function importElsewhere({ dir, kv }: World, cookie: string): Promise<void> {
  await using server = await startKvServer({ path: `${dir}/nencho.db` });
  server.fate(lossyWrites());
  const env = {
    DENO_KV_URL: server.url,
    DENO_KV_ACCESS_TOKEN: KV_TOKEN,
    ENCRYPTION_KEY: await Deno.readTextFile(`${dir}/dev.key`),
    SAMPLE_COMPANY: "off",
    CHAOS_HASTE: String(HASTE),
  };
  await using first = await startChaos({ env: { ...env, NENCHO_FAILPOINT: "apply:after" } });
  let present = first;
  const played = regrouping.play(stubbornAt(() => present, cookie));
  await first.line(/^failpoint apply:after$/);
  await using second = await startChaos({ env });
  const [held] = await openJobs(kv);
  present = second;
  await first.kill("SIGKILL");
  const killedAt = performance.now();
  await until("the other host goes on", async () => {
    const [job] = await openJobs(kv);
    return job === undefined || (job.owner !== null && job.owner !== held!.owner);
  });
  // R4, with the silence as long as it is by clocks that do not hurry.
  const afterMs = performance.now() - killedAt + SILENCE_MS * (1 - 1 / HASTE);
  ok(afterMs <= 20_000, `${afterMs} ms`);
  await played;
  strictEqual((await second.kill("SIGTERM")).code, 0);
}

async function cleanly(seeded: Seed): Promise<string[]> {
  await using world = await openWorld(seeded, HOST);
  await playThrough(world, regrouping.play, () => "answered");
  return await finalState(world.dir);
}

// Steps side by side, most of which wait for processes to start.
const apart = { sanitizeOps: false, sanitizeResources: false, sanitizeExit: false };

Deno.test({
  name: "R3, R4: processes that are killed in the middle of an import leave what a clean run leaves",
  ...apart,
  async fn(t) {
    await using seeded = await seed();
    const expected = await cleanly(seeded);
    const cookie = seeded.cookies.get("localhost")!;
    const cases = [
      { name: "web and worker of a host", driver: HOST, play: importApart },
      {
        name: "two hosts at a KV Connect database that loses answers",
        driver: CONNECT,
        play: importElsewhere,
      },
    ];
    await Promise.all(cases.map(({ name, driver, play }) =>
      t.step({
        name,
        ...apart,
        async fn() {
          await using world = await openWorld(seeded, driver);
          await play(world, cookie);
          deepStrictEqual(await finalState(world.dir), expected);
        },
      })
    ));
  },
});
