import { oneFile, takenBack, withoutOne, zipped } from "../support/chaos/downloads.ts";
import { testDeaths } from "../support/chaos/kill_at.ts";

testDeaths("one CSV of one group", oneFile, [
  { point: "seal:before", nth: 2 },
  { point: "seal:after", nth: 3 },
]);

testDeaths("a ZIP of two CSVs", zipped, [
  { point: "begin:before", nth: 3 },
  { point: "seal:before", nth: 2 },
  { point: "seal:after", nth: 5 },
  { point: "pack" },
  { point: "pack", nth: 2 },
  { point: "publish" },
]);

testDeaths("a download of all groups without one", withoutOne, [
  { point: "seal:after", nth: 6 },
  { point: "resume:before" },
  { point: "publish" },
]);

testDeaths("a download of all groups that takes one back", takenBack, [
  { point: "resume:after" },
  { point: "seal:before" },
  { point: "finish:before" },
]);
