import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { set } from "./commit.ts";
import { createGroup } from "./group_changes.ts";
import { accountKeys } from "./keys.ts";
import { seasonsOf } from "./seasons.ts";
import { tenantsOf } from "./tenants.ts";
import { openTestYear, TEST_YEAR } from "./test_year.ts";

async function company() {
  const db = await openTestYear();
  const tenant = { v: 1, id: "acme", name: "A", hosts: ["a.test"], year: 2026, createdAt: 0 };
  await db.committer.commit({ checks: [], mutations: [set(accountKeys.tenant("acme"), tenant)] });
  const year = async () => (await tenantsOf(db.kv, db.committer).byId("acme"))?.year;
  return { ...db, year, seasons: seasonsOf(db.kv, db.committer) };
}

const overtaken = (error: unknown) => error instanceof Refusal && error.code === "overtaken";

Deno.test("a year is begun once, set up, and opened once", async () => {
  using c = await company();
  assert.equal((await c.seasons.get(TEST_YEAR)).state, "not_started");
  await assert.rejects(c.seasons.open(TEST_YEAR), overtaken);
  const [first, second] = await Promise.allSettled([
    c.seasons.start("acme", 2026),
    c.seasons.start("acme", 2026),
  ]);
  assert.deepEqual([first.status, second.status].sort(), ["fulfilled", "rejected"]);
  assert.equal((await c.seasons.get(TEST_YEAR)).state, "setting_up");
  await c.seasons.open(TEST_YEAR);
  const season = await c.seasons.get(TEST_YEAR);
  assert.equal(season.state, "open");
  assert.ok(season.startedAt && season.openedAt && season.openedAt >= season.startedAt);
  await assert.rejects(c.seasons.open(TEST_YEAR), overtaken);
});

Deno.test("beginning the next year moves the tenant to it; an earlier one is never begun again", async () => {
  using c = await company();
  await c.seasons.start("acme", 2026);
  await c.seasons.open(TEST_YEAR);
  await c.seasons.start("acme", 2027);
  assert.equal(await c.year(), 2027);
  assert.equal((await c.seasons.get(TEST_YEAR)).state, "open");
  await assert.rejects(c.seasons.start("acme", 2025), overtaken);
  assert.deepEqual(await c.seasons.years("acme"), [2027, 2026]);
});

Deno.test("a year with groups and without a season was begun by an older version", async () => {
  using c = await company();
  await createGroup(c.kv, c.committer, TEST_YEAR, {
    v: 1,
    id: "g",
    name: "本社",
    createdAt: 0,
    closesOn: null,
  });
  assert.equal((await c.seasons.get(TEST_YEAR)).state, "open");
});
