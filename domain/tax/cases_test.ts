import assert from "node:assert/strict";
import CASES from "./cases.json" with { type: "json" };
import { RULES } from "./cases_fixture.ts";
import { taxYear } from "./years.ts";

interface Case {
  id: string;
  year: number;
  rule: string;
  inputs: Record<string, unknown>;
  expected: Record<string, unknown>;
}

Deno.test("every worked case gives what its source says", async (t) => {
  for (const { id, year, rule, inputs, expected } of CASES.cases as unknown as Case[]) {
    await t.step(id, () => {
      const given = RULES[rule]?.(taxYear(year), inputs as never);
      assert.ok(given, `no function for the rule ${rule}`);
      for (const [name, value] of Object.entries(expected)) assert.deepEqual(given[name], value, name);
    });
  }
});

Deno.test("the runner knows no rule that has no case", () => {
  assert.deepEqual(
    Object.keys(RULES).toSorted(),
    [...new Set(CASES.cases.map(({ rule }) => rule))].toSorted(),
  );
});
