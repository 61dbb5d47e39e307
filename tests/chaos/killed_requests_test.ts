import { playedToDeath, testDeaths } from "../support/chaos/kill_at.ts";
import { asking, closing, confirming, season, updating } from "../support/chaos/request_scenarios.ts";

testDeaths("依頼 set back and sent", asking, [
  { point: "apply:after", nth: 3 },
  { point: "finish:after" },
  { point: "apply:before", nth: 9 },
  { point: "apply:after", nth: 14 },
]);

testDeaths("依頼 that are 確定, and not any more", confirming, [
  { point: "apply:before", nth: 6 },
  { point: "apply:after", nth: 8 },
]);

testDeaths("依頼状況を一括更新", updating, [
  { point: "apply:after", nth: 2 },
  { point: "publish" },
]);

testDeaths("08:00", closing, [
  { point: "accept:before" },
  { point: "accept:after" },
  { point: "apply:after" },
  { point: "apply:before", nth: 2 },
]);

Deno.test("a season of operations on 依頼, the process killed at six random moments, ends as in a clean run", async () => {
  await playedToDeath(season, { kills: 6, seed: Number(Deno.env.get("SEED") ?? Date.now() % 1_000_000) });
});
