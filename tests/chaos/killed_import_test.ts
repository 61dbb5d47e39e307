import { testDeaths } from "../support/chaos/kill_at.ts";
import { importing } from "../support/chaos/scenarios.ts";

testDeaths("an import", importing, [
  { point: "upload.begin:after" },
  { point: "chunks" },
  { point: "upload.publish" },
  { point: "accept:before" },
  { point: "accept:after" },
  { point: "claim:before" },
  { point: "claim:after" },
  { point: "apply:after" },
  { point: "apply:before", nth: 2 },
  { point: "pass:before" },
  { point: "pass:after", nth: 2 },
  { point: "begin:after" },
  { point: "publish" },
  { point: "finish:before" },
  { point: "finish:after" },
]);
