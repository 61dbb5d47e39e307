import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import type { SourceChoice } from "../domain/source_settings.ts";
import { committerOf, set } from "./commit.ts";
import { newRingEntry, parseKeyring } from "./keyring.ts";
import { accountKeys } from "./keys.ts";
import { readConnection, readSource, rewrapTokens, saveSource } from "./source_settings.ts";

const TOKEN = "shr_very-secret";
const KAISHA = { kind: "smarthr", baseUrl: "https://kaisha.smarthr.jp/api", token: TOKEN } as const;

async function open() {
  const kv = await Deno.openKv(":memory:");
  const means = { kv, committer: committerOf(kv), keyring: parseKeyring(newRingEntry("one")) };
  const save = (choice: SourceChoice, tenant = "acme") =>
    saveSource(means, tenant, { choice, by: "admin@acme.example", told: [] });
  return { ...means, save, [Symbol.dispose]: () => kv.close() };
}

Deno.test("what was saved is what a source is connected with; nobody's settings are none", async () => {
  using it = await open();
  assert.equal(await readConnection(it.kv, it.keyring, "acme"), null);
  await it.save(KAISHA);
  assert.deepEqual(await readConnection(it.kv, it.keyring, "acme"), KAISHA);
  assert.equal(await readConnection(it.kv, it.keyring, "other"), null);
  for (const kind of ["sample", "none"] as const) {
    await it.save({ kind });
    assert.deepEqual(await readConnection(it.kv, it.keyring, "acme"), { kind });
    assert.equal((await readSource(it.kv, "acme"))!.token, null, "the token is forgotten");
  }
});

Deno.test("the database never holds the token, and that of one tenant opens for no other", async () => {
  using it = await open();
  await it.save(KAISHA);
  const stored = await readSource(it.kv, "acme");
  assert(!JSON.stringify(stored).includes(TOKEN));
  await it.kv.set(accountKeys.source("other"), stored);
  assert.deepEqual(await readConnection(it.kv, it.keyring, "other"), { ...KAISHA, token: null });
});

Deno.test("a token whose key is gone is no token, and no reason to fail", async () => {
  using it = await open();
  await it.save(KAISHA);
  const other = parseKeyring(newRingEntry("two"));
  assert.deepEqual(await readConnection(it.kv, other, "acme"), { ...KAISHA, token: null });
});

Deno.test("an empty token keeps the stored one for its own address only", async () => {
  using it = await open();
  await assert.rejects(it.save({ ...KAISHA, token: null }), new Refusal("overtaken"));
  await it.save(KAISHA);
  await it.save({ ...KAISHA, token: null });
  assert.deepEqual(await readConnection(it.kv, it.keyring, "acme"), KAISHA);
  const elsewhere = { ...KAISHA, baseUrl: "https://evil.smarthr.jp/api", token: null };
  await assert.rejects(it.save(elsewhere), new Refusal("overtaken"));
  assert.deepEqual(await readConnection(it.kv, it.keyring, "acme"), KAISHA);
});

Deno.test("a start with a new first key wraps the tokens under it, and leaves what it cannot open", async () => {
  using it = await open();
  await it.save(KAISHA);
  await it.save(KAISHA, "other");
  await it.save({ kind: "none" }, "third");
  const former = it.keyring.keys[0];
  const both = parseKeyring(`${newRingEntry("two")},one:${former.secret.toBase64()}`);
  const tenants = [{ id: "acme" }, { id: "third" }, { id: "nobody" }];
  await rewrapTokens({ ...it, keyring: both }, tenants);
  const next = { keys: [both.keys[0]] } satisfies typeof both;
  assert.deepEqual(await readConnection(it.kv, next, "acme"), KAISHA);
  const before = await readSource(it.kv, "other");
  await rewrapTokens({ ...it, keyring: next }, [{ id: "other" }]);
  assert.deepEqual(await readSource(it.kv, "other"), before);
});

Deno.test("what is told of a change is in its commit", async () => {
  using it = await open();
  const told = [set(["told"], "changed")];
  await saveSource(it, "acme", { choice: { kind: "none" }, by: "x", told });
  const [settings, tale] = await it.kv.getMany([accountKeys.source("acme"), ["told"]]);
  assert.equal(settings!.versionstamp, tale!.versionstamp);
});
