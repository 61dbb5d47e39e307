import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Contract,
  CONTRACT_KINDS,
  CONTRACT_SOURCES,
  type Insurance,
  SOCIAL_KINDS,
} from "./insurance.ts";
import { appendGroupLine, limitBroken, replaceLastYear, withDc, withoutGroup } from "./insurance_rules.ts";
import { commonCause, explain } from "./reasons.ts";
import { newRequest, notRequested, REQUEST_STATUSES, requestedReason } from "./request.ts";

const contract: fc.Arbitrary<Contract> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...CONTRACT_KINDS),
  source: fc.constantFrom(...CONTRACT_SOURCES),
  company: fc.string(),
  type: fc.string(),
  period: fc.string(),
  holder: fc.string(),
  beneficiary: fc.string(),
  relation: fc.string(),
  generation: fc.constantFrom("new" as const, "old" as const, null),
  quake: fc.constantFrom("earthquake" as const, "old_long_term" as const, null),
  social: fc.constantFrom(...SOCIAL_KINDS, null),
  paymentStartsOn: fc.constant(null),
  amount: fc.option(fc.nat()),
  policyNumber: fc.string(),
  editable: fc.boolean(),
  electronic: fc.boolean(),
});
const contracts = (max: number) => fc.array(contract, { maxLength: max });
const insurance: fc.Arbitrary<Insurance> = fc.record({
  v: fc.constant(1 as const),
  contracts: contracts(30),
  dc: fc.option(fc.record({ amount: fc.nat(), editable: fc.boolean() })),
  registered: fc.uniqueArray(fc.stringMatching(/^[0-3]{2}$/), { maxLength: 5 }),
});

/** How many contracts each limit counts: the definition, written another way. */
function withinLimits(all: readonly Contract[]): boolean {
  const count = (test: (one: Contract) => boolean) => all.filter(test).length;
  return count(({ kind }) => kind === "life" || kind === "care" || kind === "pension") <= 20 &&
    count(({ kind }) => kind === "earthquake") <= 10 &&
    [...SOCIAL_KINDS, null].every((social) =>
      count((one) => one.kind === "social" && one.social === social) <= 10
    );
}

Deno.test("a limit is broken when existing and new contracts together are more than it, of any source", () => {
  fc.assert(fc.property(contracts(25), contracts(25), (kept, added) => {
    fc.pre(withinLimits(kept));
    assert.equal(limitBroken(kept, added) === null, withinLimits([...kept, ...added]));
  }));
  assert.equal(limitBroken([], []), null);
});

Deno.test("the limits are 20, 10 and 10, and their names are what is told", () => {
  const many = (n: number, more: Partial<Contract>) =>
    Array.from({ length: n }, (_, i) => ({ ...fc.sample(contract, 1)[0]!, id: `${i}`, ...more }));
  assert.equal(limitBroken(many(12, { kind: "life" }), many(8, { kind: "care" })), null);
  assert.equal(limitBroken(many(12, { kind: "life" }), many(9, { kind: "pension" })), "life");
  assert.equal(limitBroken(many(10, { kind: "earthquake" }), many(1, { kind: "earthquake" })), "earthquake");
  const pension = { kind: "social", social: "national_pension" } as const;
  const health = { kind: "social", social: "health_and_care" } as const;
  assert.equal(limitBroken(many(10, pension), many(10, health)), null);
  assert.equal(limitBroken(many(10, pension), many(1, pension)), "social");
});

Deno.test("too many of before are not the fault of what comes, unless it counts towards the same limit", () => {
  const over = fc.sample(contract, 25).map((one) => ({ ...one, kind: "life" as const }));
  const quake = { ...fc.sample(contract, 1)[0]!, kind: "earthquake" as const };
  assert.equal(limitBroken(over, [quake]), null);
  assert.equal(limitBroken(over, [{ ...quake, kind: "care" }]), "life");
});

Deno.test("昨年の保険料 is replaced as a whole; everything else stays", () => {
  fc.assert(fc.property(insurance, contracts(30), (before, given) => {
    const next = given.map((one) => ({ ...one, source: "last_year" as const }));
    const result = replaceLastYear(before, next);
    if ("broken" in result) {
      assert.ok(!withinLimits([...before.contracts.filter(({ source }) => source !== "last_year"), ...next]));
      return;
    }
    const after = result.insurance;
    assert.deepEqual(after.contracts.filter(({ source }) => source === "last_year"), next);
    const others = (all: Contract[]) => all.filter(({ source }) => source !== "last_year");
    assert.deepEqual(others(after.contracts), others(before.contracts));
    assert.deepEqual([after.dc, after.registered], [before.dc, before.registered]);
    assert.deepEqual(replaceLastYear(after, next), result);
  }));
});

Deno.test("団体 lines are appended once each, in any number of goes, and what was there is never changed", () => {
  const lines = fc.array(
    fc.record({ digest: fc.stringMatching(/^[0-3]{2}$/), contracts: contracts(4) }),
    { maxLength: 12 },
  );
  fc.assert(fc.property(insurance, lines, (before, given) => {
    let after = before;
    for (const line of given) {
      const result = appendGroupLine(after, line);
      if (result === "known") assert.ok(after.registered.includes(line.digest));
      else if ("broken" in result) assert.ok(!withinLimits([...after.contracts, ...line.contracts]));
      else {
        after = result.insurance;
        assert.equal(appendGroupLine(after, line), "known");
      }
    }
    assert.deepEqual(after.contracts.slice(0, before.contracts.length), before.contracts);
    assert.equal(new Set(after.registered).size, after.registered.length);
    assert.deepEqual(after.dc, before.dc);
  }));
});

Deno.test("deleting 団体 leaves the rest, forgets the lines, and has nothing to do the second time", () => {
  fc.assert(fc.property(insurance, (before) => {
    const after = withoutGroup(before);
    const has = before.registered.length > 0 || before.contracts.some(({ source }) => source === "group");
    assert.equal(after !== null, has);
    if (!after) return;
    assert.deepEqual(after, {
      ...before,
      registered: [],
      contracts: before.contracts.filter(({ source }) => source !== "group"),
    });
    assert.equal(withoutGroup(after), null);
  }));
});

Deno.test("an imported 掛金 takes the place of any other and is locked", () => {
  fc.assert(fc.property(insurance, fc.nat(), (before, amount) => {
    assert.deepEqual(withDc(before, amount), { ...before, dc: { amount, editable: false } });
  }));
});

Deno.test("未依頼 are those whose 依頼 says so, and those who have none", () => {
  assert.ok(notRequested({ request: null }));
  const open = REQUEST_STATUSES.filter((status) => notRequested({ request: { ...newRequest("e"), status } }));
  assert.deepEqual(open, ["not_requested"]);
});

Deno.test("who was asked already is told how to come back to 未依頼, which 確定 bars", () => {
  const told = (status: typeof REQUEST_STATUSES[number]) => {
    const { code, params } = requestedReason({ status });
    const { cause, remedy } = explain(code, params);
    return `${cause}。${remedy}。`;
  };
  assert.equal(
    told("answered"),
    "依頼ステータスが「未依頼」ではありません（回答済み）。依頼を未依頼に戻してから、やり直してください。",
  );
  assert.equal(
    told("confirmed"),
    "依頼ステータスが「未依頼」ではありません（確定）。確定を取り消し、依頼を未依頼に戻してから、やり直してください。",
  );
  assert.equal(commonCause("not_requested_confirmed"), commonCause("not_requested_only"));
});
