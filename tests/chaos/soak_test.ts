import { soak } from "../support/chaos/soak.ts";

Deno.test("60 jobs of three companies, the process killed four times: one end each, nothing left", async () => {
  await soak({ jobs: 60, kills: 4, seed: Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000) });
});
