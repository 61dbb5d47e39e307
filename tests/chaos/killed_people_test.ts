import { testDeaths } from "../support/chaos/kill_at.ts";
import { deleting, numbering, regrouping } from "../support/chaos/scenarios.ts";

testDeaths("an import of groups", regrouping, [
  { point: "apply:after" },
  { point: "apply:before", nth: 3 },
  { point: "publish" },
]);

testDeaths("the deletion of everybody", deleting, [
  { point: "apply:after" },
  { point: "apply:before", nth: 2 },
  { point: "finish:before" },
]);

testDeaths("an import of numbers and their sync", numbering, [
  { point: "apply:before" },
  { point: "apply:after", nth: 2 },
  { point: "finish:after" },
]);
