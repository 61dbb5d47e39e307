import fc from "fast-check";
import assert from "node:assert/strict";
import { livingShare, livingShareOf, ownPart, refinancedBalance } from "./housing_loan_shares.ts";
import { yen } from "./test_tools.ts";

Deno.test("居住用割合 to a tenth of a percent, the fourth decimal of the ratio counted up", () => {
  assert.equal(livingShare(80, 80), 1_000);
  assert.equal(livingShare(40, 80), 500);
  assert.equal(livingShare(167.98, 210.39), 799);
  assert.equal(livingShare(2, 3), 667);
  assert.equal(livingShare(1, 3), 334);
  assert.equal(livingShare(70.001, 100), 700);
  assert.equal(livingShare(70.01, 100), 701);
  assert.equal(livingShare(70_000.01, 100_000), 700);
  assert.equal(livingShare(70_005, 100_000), 700);
});

Deno.test("90 % and more is all of it", () => {
  assert.equal(livingShare(90, 100), 1_000);
  assert.equal(livingShare(89.9, 100), 899);
  assert.equal(livingShare(89.95, 100), 1_000);
  assert.equal(livingShare(120, 100), 1_000);
  assert.equal(livingShareOf(90), 1_000);
  assert.equal(livingShareOf(89.9), 899);
  assert.equal(livingShareOf(100), 1_000);
  assert.equal(livingShareOf(33.3), 333);
});

Deno.test("nothing known of the whole is no share", () => {
  assert.equal(livingShare(80, 0), 0);
  assert.equal(livingShare(0, 80), 0);
});

Deno.test("the own part of a joint loan is exact and cut to the yen", () => {
  assert.equal(ownPart(25_555_555, 50), 12_777_777);
  assert.equal(ownPart(25_555_555, 100), 25_555_555);
  assert.equal(ownPart(30_000_000, 33.33), 9_999_000);
  assert.equal(ownPart(30_000_000, 66.67), 20_001_000);
  assert.equal(ownPart(19, 57.99), 11);
});

Deno.test("借換え counts only what paid the old loan back", () => {
  assert.equal(refinancedBalance({ before: 25_555_555, taken: 30_000_000, balance: 27_777_777 }), 23_662_550);
  assert.equal(refinancedBalance({ before: 30_000_000, taken: 30_000_000, balance: 29_000_001 }), 29_000_001);
  assert.equal(refinancedBalance({ before: 30_000_000, taken: 30_000_001, balance: 29_000_001 }), 29_000_000);
  assert.equal(refinancedBalance({ before: 30_000_000, taken: 20_000_000, balance: 19_000_000 }), 19_000_000);
  assert.equal(refinancedBalance({ before: 25_555_555, taken: 30_000_000, balance: 0 }), 0);
});

Deno.test("parts are never more than the whole, and the two parts of a joint loan never more than it", () => {
  const percent = fc.integer({ min: 0, max: 10_000 });
  fc.assert(fc.property(yen(1e9), percent, yen(1e9), yen(1e9), (balance, hundredths, before, taken) => {
    const [mine, theirs] = [
      ownPart(balance, hundredths / 100),
      ownPart(balance, (10_000 - hundredths) / 100),
    ];
    assert.ok(mine + theirs <= balance && mine + theirs >= balance - 1);
    const refinanced = refinancedBalance({ before, taken, balance });
    assert.ok(refinanced <= balance && (taken > before || refinanced === balance));
  }));
});
