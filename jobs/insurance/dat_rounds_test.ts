import assert from "node:assert/strict";
import fc from "fast-check";
import { isPast, roundsOf } from "./dat_rounds.ts";

const lines = fc.array(fc.constantFrom<string | null>("a", "b", "c", null), { maxLength: 30 }).map((people) =>
  people.map((person, i) => ({ line: 7 + i * 2, person }))
);
const rounds = (batch: { line: number; person: string | null }[]) => roundsOf(batch, ({ person }) => person);

Deno.test("every line is in one round, nobody twice in a round, and everybody's lines keep their order", () => {
  fc.assert(fc.property(lines, (batch) => {
    const found = rounds(batch);
    for (const round of found) {
      const people = round.map(({ line }) => line.person).filter((person) => person !== null);
      assert.equal(new Set(people).size, people.length);
    }
    const all = found.flat().map(({ line }) => line);
    assert.equal(all.length, batch.length);
    for (const person of "abc") {
      const own = (some: typeof batch) => some.filter((line) => line.person === person);
      assert.deepEqual(own(all), own(batch));
    }
    assert.ok(found.slice(1).flat().every(({ line }) => line.person !== null));
  }));
});

Deno.test("wherever an attempt ends, what is not past is the rest, in order", () => {
  fc.assert(fc.property(lines, lines, fc.nat(), (first, second, n) => {
    const later = second.map((line) => ({ ...line, line: line.line + 1_000 }));
    const all = [...rounds(first), ...rounds(later)].flat();
    fc.pre(all.length > 0);
    const at = n % all.length;
    const position = { ...all[at]!.place };
    assert.deepEqual(all.filter(({ place }) => !isPast(place, position)), all.slice(at + 1));
    assert.ok(all.every(({ place }) => !isPast(place, null)));
  }));
});
