import { ofGroup, takenBack, withoutOne, zipped } from "../support/chaos/downloads.ts";
import { type Scenario, testDeaths } from "../support/chaos/kill_at.ts";

testDeaths("one CSV of one group", ofGroup("chaos_statuses"), [
  { point: "seal:before", nth: 2 },
  { point: "seal:after", nth: 3 },
]);

/** Each of the others in its middle. */
const OTHERS: Readonly<Record<string, Scenario>> = {
  "書類作成更新日時リスト": ofGroup("chaos_timestamps"),
  "家族情報インポートファイル": ofGroup("chaos_family"),
  "原本一覧": ofGroup("chaos_originals"),
  "すべての申告情報": ofGroup("chaos_collected", [["format", "generic"], ["item", "all"], ["year", "this"]]),
  "給与奉行形式": ofGroup("chaos_collected", [["format", "bugyo"]]),
};
for (const [what, scenario] of Object.entries(OTHERS)) {
  testDeaths(`${what} of one group`, scenario, [{ point: "seal:after", nth: 3 }]);
}

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
