import { playedToDeath } from "../support/chaos/kill_at.ts";
import { playRequestSchedules } from "../support/chaos/request_schedules.ts";
import { season } from "../support/chaos/request_scenarios.ts";

Deno.test("300 schedules of what can happen to 依頼", async () => {
  await playRequestSchedules(300);
});

for (let n = 1; n <= 3; n++) {
  Deno.test(`a season of operations on 依頼 and twelve deaths of the process, ${n}`, async () => {
    await playedToDeath(season, {
      kills: 12,
      seed: Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000) + n,
    });
  });
}
