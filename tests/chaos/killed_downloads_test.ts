import { inTurn, ofGroup, takenBack, withoutOne, zipped } from "../support/chaos/downloads.ts";
import { testDeaths } from "../support/chaos/kill_at.ts";

const LISTS = [
  ofGroup("chaos_statuses"),
  ofGroup("chaos_timestamps"),
  ofGroup("chaos_family"),
  ofGroup("chaos_originals"),
  ofGroup("chaos_collected", [["format", "generic"], ["item", "all"], ["year", "this"]]),
  ofGroup("chaos_collected", [["format", "bugyo"]]),
];
testDeaths("every list of one group, one after the other", inTurn(...LISTS), [
  { point: "seal:before", nth: 2 },
  ...[3, 9, 15, 21, 27, 33].map((nth) => ({ point: "seal:after" as const, nth })),
]);

testDeaths("a ZIP of two CSVs", zipped, [
  { point: "begin:before", nth: 3 },
  { point: "seal:after", nth: 5 },
  { point: "pack", nth: 2 },
  { point: "publish" },
]);

const DOCUMENTS: [string, string][] = [["documents", "this_year_dependants"], ["documents", "insurance"]];
testDeaths("PDFs of a group in a ZIP", ofGroup("download_documents", DOCUMENTS), [
  { point: "begin:after", nth: 2 },
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
  { point: "finish:before" },
]);
