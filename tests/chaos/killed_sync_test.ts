import { testDeaths } from "../support/chaos/kill_at.ts";
import { syncing } from "../support/chaos/scenarios.ts";

testDeaths("a sync of the master", syncing, [
  { point: "apply:before" },
  { point: "apply:after" },
  { point: "apply:after", nth: 2 },
  { point: "publish" },
  { point: "finish:after" },
]);
