import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { computed, Signal, signal } from "@preact/signals";
import fc from "fast-check";
import { readProps, writeProps } from "./props.ts";

const NO_SLOT = () => undefined;

/** What `props` are in the browser. */
function arrive(props: Record<string, unknown>): Record<string, unknown> {
  return readProps(writeProps([[0, props]], NO_SLOT), (id) => id)[0]![1];
}

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(undefined, null, true, false, NaN, Infinity, -Infinity, -0, 0),
    fc.double(),
    fc.bigInt(),
    fc.string({ unit: "binary" }),
    fc.date(),
    fc.webUrl().map((url) => new URL(url)),
    fc.constant(/a+\/b/gi),
    fc.uint8Array(),
    fc.array(tie("value")),
    fc.dictionary(fc.string().filter((key) => key !== "__proto__"), tie("value"), { noNullPrototype: true }),
    fc.array(fc.tuple(tie("value"), tie("value"))).map((entries) => new Map(entries)),
    fc.array(tie("value")).map((items) => new Set(items)),
  ),
})).value;

Deno.test("every value of a prop arrives as it was", () => {
  fc.assert(fc.property(values, (value) => deepEqual(arrive({ value }).value, value)), { numRuns: 300 });
});

Deno.test("holes in arrays stay holes", () => {
  // deno-lint-ignore no-sparse-arrays -- the hole is what is tested
  const { list } = arrive({ list: [1, , 3] }) as { list: number[] };
  equal(list.length, 3);
  equal(1 in list, false);
});

Deno.test("a view of bytes arrives alone, not with the buffer behind it", () => {
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  deepEqual([...arrive({ view }).view as Uint8Array], [2, 3]);
  ok(!writeProps([[0, { view }]], NO_SLOT).includes("AQIDBA"));
});

Deno.test("the same object stays the same, and a circle stays a circle", () => {
  const shared = { a: 1 };
  const circle: Record<string, unknown> = { shared };
  circle.self = circle;
  const read = arrive({ shared, circle }) as { shared: unknown; circle: Record<string, unknown> };
  equal(read.circle.self, read.circle);
  equal(read.circle.shared, read.shared);
});

Deno.test("signals stay signals; one that two islands share is one, and they nest", () => {
  const shared = signal(1);
  const text = writeProps([[0, { shared }], [1, { shared, deep: signal({ inner: shared }) }]], NO_SLOT);
  const [[, first], [, second]] = readProps(text, (id) => id) as [
    [number, { shared: Signal<number> }],
    [number, { shared: Signal<number>; deep: Signal<{ inner: Signal<number> }> }],
  ];
  first.shared.value = 2;
  equal(second.shared.value, 2);
  equal(second.deep.value.inner, first.shared);
  shared.value = 9;
  equal(first.shared.value, 2);
});

Deno.test("a computed signal arrives as one that cannot be written", () => {
  const count = signal(2);
  const { double } = arrive({ double: computed(() => count.value * 2) }) as { double: Signal<number> };
  equal(double.value, 4);
  throws(() => double.value = 5, TypeError);
});

Deno.test("functions, symbols and instances of classes are refused", () => {
  class Money {}
  for (const value of [() => {}, Symbol("s"), new Money(), signal(() => {})]) throws(() => arrive({ value }));
});

Deno.test("no text in props can end the script it stands in", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("</script>", "<!--", "<script", "]]>", "</SCRIPT ", "\u2028"),
      fc.string(),
      (a, b) => {
        ok(!writeProps([[0, { [a + b]: b + a, s: signal(a), m: new Map([[a, b]]) }]], NO_SLOT).includes("<"));
      },
    ),
  );
});

Deno.test("JSX leaves as the name of its slot and comes back as what the name stands for", () => {
  const jsx = { jsx: true };
  const text = writeProps(
    [[0, { a: jsx, deep: [{ b: jsx }] }]],
    (value) => value === jsx ? "frsh-7" : undefined,
  );
  deepEqual(readProps(text, (id) => `slot ${id}`), [[0, { a: "slot frsh-7", deep: [{ b: "slot frsh-7" }] }]]);
});
