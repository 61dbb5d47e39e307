import { APART, CONNECT, EDGE, HOST } from "../support/places/places.ts";
import { clean, dying, endAlike, losing, lossy } from "../support/places/same_end.ts";

/** Fewer than an import makes at any of these places. */
const COMMITS = Array.from({ length: 13 }, (_, n) => n);

Deno.test({
  name: "R3: death at every commit of an import, at every place, ends as a clean run on a host",
  sanitizeOps: false,
  sanitizeResources: false,
  sanitizeExit: false,
  fn: (t) =>
    endAlike(t, [
      clean(HOST),
      ...COMMITS.flatMap((n) => [
        dying(HOST, n, "never"),
        dying(APART, n, "dead"),
        dying(CONNECT, n, "dead", lossy),
        dying(CONNECT, n, "never"),
        dying(EDGE, n, "dead"),
        dying(EDGE, n, "never", lossy),
      ]),
      losing(CONNECT),
      losing(EDGE),
    ]),
});
