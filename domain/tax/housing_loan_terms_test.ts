import assert from "node:assert/strict";
import { loanForm, type LoanHome, loanTerms } from "./housing_loan_home.ts";
import { HOUSING_LOANS, type LoanTerms } from "./housing_loan_terms.ts";
import { taxYear } from "./years.ts";

/** The terms of a home in the year after moving in (or another), as [借入限度額 in 万円, ‰, years]. */
function terms(home: Partial<LoanHome> & { movedInOn: string }, year?: number) {
  const whole: LoanHome = { application: "home", acquisition: "none", ...home };
  const found = loanTerms(taxYear(year ?? Number(home.movedInOn.slice(0, 4)) + 1), whole);
  return found && [found.cap / 10_000, found.permille, found.years];
}

Deno.test("homes of up to 令和3 by day of moving in, 特定取得区分 and 控除額適用区分", () => {
  const on = (movedInOn: string, home: Partial<LoanHome> = {}) => terms({ movedInOn, ...home }, 2021);
  for (const day of ["2007-01-01", "2007-12-31"]) assert.deepEqual(on(day), [2500, 4, 15]);
  for (const day of ["2008-01-01", "2008-12-31"]) {
    assert.deepEqual([on(day), terms({ movedInOn: day }, 2022)], [[2000, 4, 15], [2000, 4, 15]]);
    assert.equal(terms({ movedInOn: day }, 2023), null);
  }
  assert.equal(on("2011-12-31"), null);
  assert.deepEqual(on("2012-01-01"), [3000, 10, 10]);
  assert.deepEqual(on("2012-12-31", { application: "certified" }), [4000, 10, 10]);
  assert.deepEqual(on("2012-12-31", { application: "disaster" }), [4000, 12, 10]);
  for (const day of ["2013-01-01", "2014-03-31"]) assert.deepEqual(on(day), [2000, 10, 10]);
  assert.deepEqual(on("2014-03-31", { application: "certified" }), [3000, 10, 10]);
  assert.deepEqual(on("2014-03-31", { application: "disaster" }), [3000, 12, 10]);
  assert.deepEqual(on("2014-04-01"), [2000, 10, 10]);
  for (const acquisition of ["specified", "special_specified"] as const) {
    assert.deepEqual(on("2014-04-01", { acquisition }), [4000, 10, 10]);
    assert.deepEqual(on("2020-12-31", { acquisition, application: "certified" }), [5000, 10, 10]);
    assert.deepEqual(on("2020-12-31", { acquisition, application: "disaster" }), [5000, 12, 10]);
  }
  assert.deepEqual(on("2020-12-31", { application: "certified" }), [3000, 10, 10]);
  assert.deepEqual(terms({ movedInOn: "2021-12-31", acquisition: "specified" }, 2022), [4000, 10, 10]);
});

Deno.test("特定増改築等: five years, 2 % of 2,500,000 with 特定取得 and of 2,000,000 without", () => {
  const home = { application: "renovation", movedInOn: "2021-05-01" } as const;
  assert.deepEqual(terms({ ...home, acquisition: "specified" }, 2025), [1000, 10, 5]);
  assert.equal(terms({ ...home, acquisition: "specified" }, 2026), null);
  assert.deepEqual(terms(home, 2025), [1000, 10, 5]);
  assert.equal(terms(home, 2026), null);
  const special = (acquisition: "none" | "specified") =>
    loanTerms(taxYear(2023), { ...home, acquisition })?.special;
  assert.deepEqual(special("none"), { permille: 20, cap: 2_000_000 });
  assert.deepEqual(special("specified"), { permille: 20, cap: 2_500_000 });
});

Deno.test("homes from 令和4 on by kind of house and energy, 特例対象個人 in brackets", () => {
  const rows = [
    ["2022-01-01", "new", "certified", 5000, 5000, 13],
    ["2023-12-31", "resale", "zeh", 4500, 4500, 13],
    ["2023-12-31", "new", "energy_saving", 4000, 4000, 13],
    ["2023-12-31", "new", "other", 3000, 3000, 13],
    ["2024-01-01", "new", "certified", 4500, 5000, 13],
    ["2025-12-31", "new", "zeh", 3500, 4500, 13],
    ["2025-12-31", "resale", "energy_saving", 3000, 4000, 13],
    ["2024-01-01", "new", "other", 2000, 2000, 10],
    ["2022-01-01", "existing", "certified", 3000, 3000, 10],
    ["2022-01-01", "existing", "other", 2000, 2000, 10],
    ["2025-12-31", "existing", "energy_saving", 3000, 3000, 10],
    ["2025-12-31", "existing", "other", 2000, 2000, 10],
    ["2026-01-01", "new", "certified", 4500, 5000, 13],
    ["2026-01-01", "resale", "zeh", 3500, 4500, 13],
    ["2026-01-01", "existing", "zeh", 3500, 4500, 13],
    ["2026-01-01", "existing", "certified", 3500, 4500, 13],
    ["2026-12-31", "new", "energy_saving", 2000, 3000, 13],
    ["2026-12-31", "existing", "energy_saving", 2000, 3000, 13],
    ["2026-12-31", "existing", "other", 2000, 2000, 10],
    ["2023-06-30", "extension", "other", 2000, 2000, 10],
    ["2025-06-30", "extension", "certified", 2000, 2000, 10],
  ] as const;
  for (const [movedInOn, house, energy, cap, childCap, years] of rows) {
    const found = loanTerms(taxYear(2027), {
      movedInOn,
      application: "home",
      acquisition: "none",
      house,
      energy,
    })!;
    const given = [found.cap / 10_000, found.childCap! / 10_000, found.years];
    assert.deepEqual(given, [cap, childCap, years], `${movedInOn} ${house} ${energy}`);
    assert.deepEqual([found.permille, found.ownLimit], [7, 20_000_000]);
  }
});

Deno.test("令和4 with a contract of before keeps the old terms", () => {
  const home = { movedInOn: "2022-01-01", acquisition: "special_specified" } as const;
  assert.deepEqual(terms(home), [4000, 10, 13]);
  assert.deepEqual(terms({ ...home, movedInOn: "2022-12-31" }), [4000, 10, 13]);
  assert.deepEqual(terms({ ...home, application: "certified" }), [5000, 10, 13]);
  assert.deepEqual(terms({ movedInOn: "2023-01-01", acquisition: "special_specified" }, 2025), [3000, 7, 13]);
});

Deno.test("震災 from 令和4 on is 0.9 %; of 令和8 nothing is known", () => {
  const home = { application: "disaster" } as const;
  assert.deepEqual(terms({ ...home, movedInOn: "2022-05-01" }), [5000, 9, 13]);
  assert.deepEqual(terms({ ...home, movedInOn: "2024-05-01" }), [4500, 9, 13]);
  assert.deepEqual(terms({ ...home, movedInOn: "2024-05-01", house: "existing" }), [3000, 9, 10]);
  assert.equal(terms({ ...home, movedInOn: "2026-05-01" }), null);
  const child = { movedInOn: "2024-05-01", application: "disaster", acquisition: "none" } as const;
  assert.equal(loanTerms(taxYear(2026), child)!.childCap, 50_000_000);
});

Deno.test("what is not said of a new home: 認定 by 控除額適用区分, else その他", () => {
  assert.deepEqual(terms({ movedInOn: "2022-05-01" }), [3000, 7, 13]);
  assert.deepEqual(terms({ movedInOn: "2022-05-01", application: "certified" }), [5000, 7, 13]);
});

Deno.test("the first year is by tax return; after the last there is nothing", () => {
  const movedInOn = "2016-07-01";
  assert.equal(terms({ movedInOn: "2021-07-01" }, 2021), null);
  assert.notEqual(terms({ movedInOn: "2021-07-01" }, 2022), null);
  assert.notEqual(terms({ movedInOn }, 2025), null);
  assert.equal(terms({ movedInOn }, 2026), null);
  assert.equal(terms({ movedInOn: "2027-07-01" }, 2026), null);
});

Deno.test("the generations of the form", () => {
  assert.deepEqual(["2018-12-31", "2019-01-01", "2021-12-31", "2022-01-01"].map(loanForm), [
    "old",
    "new",
    "new",
    "from_2022",
  ]);
});

Deno.test("one row for a home and no gap from 令和4 on; 特別特例取得 of 令和4 goes before", () => {
  const days = ["2022-01-01", "2023-12-31", "2024-01-01", "2025-12-31", "2026-01-01", "2026-12-31"];
  for (const movedInOn of days) {
    for (const house of ["new", "resale", "existing", "extension"] as const) {
      for (const energy of ["certified", "zeh", "energy_saving", "other"] as const) {
        assert.ok(terms({ movedInOn, house, energy }, 2027), `${movedInOn} ${house} ${energy}`);
      }
    }
  }
  for (const [at, one] of HOUSING_LOANS.entries()) {
    assert.ok(
      one.from <= one.upTo && (one.childCap ?? one.cap) >= one.cap && (one.special?.cap ?? 0) <= one.cap,
    );
    const same = HOUSING_LOANS.slice(at + 1).filter((other) => overlap(one, other));
    assert.deepEqual(same.filter(({ permille }) => permille === one.permille), []);
  }
});

function overlap(a: LoanTerms, b: LoanTerms): boolean {
  const share = <T>(mine: readonly T[] | undefined, other: readonly T[] | undefined) =>
    !mine || !other || mine.some((item) => other.includes(item));
  return a.from <= b.upTo && b.from <= a.upTo && share(a.applications, b.applications) &&
    share(a.acquisitions, b.acquisitions) && share(a.houses, b.houses) && share(a.energy, b.energy);
}
