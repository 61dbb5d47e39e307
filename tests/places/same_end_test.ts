import { APART, CONNECT, EDGE, HOST } from "../support/places/places.ts";
import { clean, dying, endAlike, losing, lossy } from "../support/places/same_end.ts";

Deno.test({
  name: "R3: whatever dies and whichever answers are lost, every place ends as a clean run on a host",
  // Processes that died in the middle of something wait for ever.
  sanitizeOps: false,
  sanitizeResources: false,
  sanitizeExit: false,
  fn: (t) =>
    endAlike(t, [
      clean(HOST),
      dying(HOST, 9, "dead"),
      dying(APART, 6, "never"),
      losing(CONNECT),
      dying(CONNECT, 8, "dead", lossy),
      dying(CONNECT, 10, "never"),
      losing(EDGE),
      dying(EDGE, 7, "never", lossy),
      dying(EDGE, 11, "dead"),
    ]),
});
