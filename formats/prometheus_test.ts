import assert from "node:assert/strict";
import fc from "fast-check";
import { counter, exposition, gauge, histogram } from "./prometheus.ts";
import { parseExposition } from "./prometheus_fixture.ts";

Deno.test("counters, gauges and histograms as the format wants them, to the letter", () => {
  const ended = counter("ended_total", "Ended jobs.", [{ status: "failed" }]);
  ended.add({ status: "completed" }, 2);
  ended.add({ status: "completed" });
  const waited = histogram("wait_seconds", "Wait.", [0.5, 2]);
  for (const seconds of [0.1, 0.5, 1, 7]) waited.observe(seconds);
  assert.equal(
    exposition([ended, gauge("up", "A \\ and\na line.", () => 1), waited]),
    `# HELP ended_total Ended jobs.
# TYPE ended_total counter
ended_total{status="failed"} 0
ended_total{status="completed"} 3
# HELP up A \\\\ and\\na line.
# TYPE up gauge
up 1
# HELP wait_seconds Wait.
# TYPE wait_seconds histogram
wait_seconds_bucket{le="0.5"} 2
wait_seconds_bucket{le="2"} 3
wait_seconds_bucket{le="+Inf"} 4
wait_seconds_sum 8.6
wait_seconds_count 4
`,
  );
});

const LABEL = fc.array(fc.constantFrom(...`"\\\n},= a年😀`)).map((parts) => parts.join(""));

Deno.test("whatever a label holds is read back", () => {
  fc.assert(fc.property(LABEL, fc.double({ noNaN: true }), (text, value) => {
    const sample = { labels: { a: "x", b: text }, value };
    const read = parseExposition(exposition([gauge("g", "G.", () => [sample])]));
    assert.deepEqual(read.samples, [{
      name: "g",
      labels: sample.labels,
      value: value === 0 ? read.samples[0]!.value : value,
    }]);
  }));
});

Deno.test("a histogram is cumulative and whole, whatever was measured", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ kind: fc.constantFrom("a", "b"), value: fc.double({ min: 0, max: 9, noNaN: true }) }),
      ),
      (all) => {
        const spread = histogram("h", "H.", [1, 2, 5]);
        for (const { kind, value } of all) spread.observe(value, { kind });
        const read = parseExposition(exposition([spread]));
        for (
          const kind of new Set(all.map((one) => one.kind))
        ) {
          const of = all.filter((one) => one.kind === kind);
          assert.equal(read.value("h_count", { kind }), of.length);
          assert.equal(
            read.value("h_bucket", { kind, le: "2" }),
            of.filter(({ value }) => value <= 2).length,
          );
        }
      },
    ),
  );
});
