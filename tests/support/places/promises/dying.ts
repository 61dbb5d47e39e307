import { strictEqual } from "node:assert/strict";
import { MAX_LOSSES } from "../../../../jobs/engine/lease.ts";
import { until } from "../../until.ts";
import type { World } from "../world.ts";
import { recordOf, started, untilEnded, untilRunning } from "./waiting.ts";

/** R4, R6: a job that always dies with its process is given up; one that ran beside it is not. */
export async function whoKillsIsGivenUp(world: World) {
  let site = await world.start();
  const killer = await started(site, "chaos_light_wait");
  const beside = await started(site, "chaos_once");
  await until("its first steps", async () => (await recordOf(world, beside)).checkpoint?.position);
  for (let losses = 0; losses < MAX_LOSSES; losses++) {
    await untilRunning(world, site, killer, losses);
    await site.die();
    site = await world.successor();
  }
  await untilEnded(site, killer, "failed");
  await untilEnded(site, beside);
  const { run } = await recordOf(world, killer);
  strictEqual(run?.losses, MAX_LOSSES);
}
