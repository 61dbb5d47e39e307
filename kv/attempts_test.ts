import assert from "node:assert/strict";
import { openAccounts, refused } from "./accounts_fixture.ts";
import { attemptCounterOf, type Subject } from "./attempts.ts";
import { committerOf } from "./commit.ts";

const account = (name: string): Subject => ({ kind: "account", name });
const HOME: Subject = { kind: "address", name: "192.0.2.1" };

Deno.test("fifty failures of an address are taken, whatever the account; the next is refused", async () => {
  using db = await openAccounts();
  const counter = attemptCounterOf(db.kv, committerOf(db.kv));
  for (let i = 0; i < 50; i++) await counter.begin("t1", [account(`${i}`), HOME]);
  await assert.rejects(counter.begin("t1", [account("new"), HOME]), refused("too_many_attempts"));
  await counter.begin("t1", [account("new"), { kind: "address", name: "192.0.2.2" }]);
  await counter.begin("t2", [account("new"), HOME]);
});

Deno.test("a hundred tries at once get ten past the limit, not one more", async () => {
  using db = await openAccounts();
  const counter = attemptCounterOf(db.kv, committerOf(db.kv));
  const tries = Array.from({ length: 100 }, () => counter.begin("t1", [account("a")]));
  const results = await Promise.allSettled(tries);
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 10);
});

Deno.test("failures leave one by one as the window moves, and the text says how long", async () => {
  using db = await openAccounts();
  const counter = attemptCounterOf(db.kv, committerOf(db.kv));
  for (let i = 0; i < 10; i++) {
    await counter.begin("t1", [account("a")]);
    db.clock.at += 60_000;
  }
  await assert.rejects(counter.begin("t1", [account("a")]), { params: { minutes: 5 } });
  db.clock.at += 5 * 60_000;
  await counter.begin("t1", [account("a")]);
  await assert.rejects(counter.begin("t1", [account("a")]), { params: { minutes: 1 } });
});

Deno.test("a right password clears the account, and of the address its own try only", async () => {
  using db = await openAccounts();
  const counter = attemptCounterOf(db.kv, committerOf(db.kv));
  for (let i = 0; i < 49; i++) await counter.begin("t1", [account(`${i}`), HOME]);
  for (let i = 0; i < 12; i++) await (await counter.begin("t1", [account("a"), HOME])).succeeded();
  await counter.begin("t1", [account("a"), HOME]);
  await assert.rejects(counter.begin("t1", [account("a"), HOME]), refused("too_many_attempts"));
});
