import { inTurn, ofGroup, takenBack, withoutOne, zipped } from "../support/chaos/downloads.ts";
import { type Scenario, testDeaths } from "../support/chaos/kill_at.ts";

testDeaths("one CSV of one group", ofGroup("chaos_statuses"), [
  { point: "seal:before", nth: 2 },
  { point: "seal:after", nth: 3 },
]);

const SHORT = ["chaos_timestamps", "chaos_family", "chaos_originals"];
testDeaths("three downloads of one group", inTurn(...SHORT), [
  { point: "seal:after", nth: 3 },
  { point: "seal:after", nth: 9 },
  { point: "seal:after", nth: 15 },
]);

/** Those with the dearest rows, in their middle. */
const OTHERS: Readonly<Record<string, Scenario>> = {
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

const DOCUMENTS: [string, string][] = [["documents", "this_year_dependants"], ["documents", "insurance"]];
testDeaths("PDFs of a group in a ZIP", ofGroup("download_documents", DOCUMENTS), [
  { point: "begin:after", nth: 2 },
  { point: "seal:before", nth: 2 },
  { point: "seal:after", nth: 2 },
  { point: "pack", nth: 20 },
  { point: "finish:before" },
]);

testDeaths("台紙 of a group in one PDF", ofGroup("download_mounting_sheets"), [
  { point: "begin:after" },
  { point: "publish" },
  { point: "finish:before" },
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
