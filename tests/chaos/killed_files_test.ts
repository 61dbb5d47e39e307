import { testDeaths } from "../support/chaos/kill_at.ts";
import { cancelling, sealing, taking } from "../support/chaos/scenarios.ts";

testDeaths("a file in many parts", sealing, [
  { point: "begin:after" },
  { point: "chunks", nth: 4 },
  { point: "seal:before", nth: 7 },
  { point: "seal:after" },
  { point: "seal:after", nth: 20 },
  { point: "publish" },
  { point: "finish:before" },
]);

testDeaths("中断", cancelling, [
  { point: "cancel:before" },
  { point: "cancel:after" },
]);

testDeaths("a download and its shredding", taking, [
  { point: "chunks", nth: 20 },
  { point: "claim-download:before" },
  { point: "claim-download:after" },
  { point: "shred.keys:before" },
  { point: "shred.keys:after" },
  { point: "shred.chunks", nth: 2 },
]);
