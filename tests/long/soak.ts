import { soak } from "../support/chaos/soak.ts";

Deno.test("500 jobs of three companies, the process killed 25 times: one end each, nothing left", async () => {
  await soak({ jobs: 500, kills: 25, seed: Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000) });
});
