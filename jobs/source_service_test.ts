import assert from "node:assert/strict";
import { SMARTHR_DOMAINS } from "../domain/source_address.ts";
import { committerOf } from "../kv/commit.ts";
import { newRingEntry, parseKeyring } from "../kv/keyring.ts";
import { serveSmarthr, TOKEN, wireCompany, wireError } from "../sources/smarthr/test_server.ts";
import { auditLog, stepped } from "./engine/test_tools.ts";
import { sourceServiceOf } from "./source_service.ts";
import { ADMIN, MORNING, TENANT, testUser } from "./test_tools.ts";

const ASKER = { tenant: TENANT, user: ADMIN };

async function open(more: { checkWithinMs?: number } = {}) {
  const kv = await Deno.openKv(":memory:");
  const server = serveSmarthr(wireCompany(1_234));
  const service = sourceServiceOf({
    kv,
    committer: committerOf(kv),
    keyring: parseKeyring(newRingEntry("one")),
    limits: { sampleEmployees: null, smarthr: { domains: SMARTHR_DOMAINS, loopback: true } },
    ...more,
  });
  const choice = { kind: "smarthr", ...server.access } as const;
  return {
    kv,
    server,
    service,
    choice,
    problems: async (more: { baseUrl?: string; token?: string | null } = {}) =>
      (await service.check(TENANT.id, { ...choice, ...more })).map(({ problem }) => problem?.code ?? null),
    async [Symbol.asyncDispose]() {
      kv.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

Deno.test("a connection test tells what it found, and reads nobody's record", async () => {
  await using it = await open();
  assert.deepEqual(
    (await it.service.check(TENANT.id, it.choice)).map(({ what, found }) => [what, found]),
    [
      ["会社情報", "株式会社年調"],
      ["従業員情報", "1,234名"],
      ["事業所", "1件"],
      ["続柄", "3件"],
      ["権限", "role-admin、role-member"],
    ],
  );
  const crews = it.server.seen.filter(({ path }) => path.endsWith("/crews"));
  assert(crews.every(({ query }) => query.get("fields") === "id" && query.get("per_page") === "1"));
  assert.equal(await it.service.get(TENANT.id).then(({ saved }) => saved), null, "nothing is stored");
});

Deno.test("a connection test tells a wrong token, a missing right, and a server that is not there apart", async () => {
  await using it = await open();
  assert.deepEqual(await it.problems({ token: "shr_wrong" }), ["source_token_invalid"]);
  assert.deepEqual(await it.problems({ baseUrl: "https://10.0.0.1/api" }), ["source_address_refused"]);
  it.server.instead = ({ path }) => path.endsWith("/users") ? wireError(403, "forbidden") : undefined;
  assert.deepEqual(await it.problems(), [null, null, null, null, "source_forbidden"]);
  it.server.instead = () => wireError(503, "service_maintenance");
  assert.deepEqual(await it.problems(), ["source_maintenance"]);
  it.server.instead = () => wireError(429, "too_many_requests", { "retry-after": "1000" });
  assert.deepEqual(await it.problems(), ["source_busy"]);
});

Deno.test("nobody waits longer than a page may take", async () => {
  await using it = await open({ checkWithinMs: 20 });
  const gate = Promise.withResolvers<Response>();
  it.server.instead = ({ path }) => path.endsWith("/crews") ? gate.promise : undefined;
  assert.deepEqual(await it.problems(), [null, "source_unavailable"]);
  gate.resolve(new Response());
});

Deno.test("a stored token is tried at its own address only", async () => {
  await using it = await open();
  assert.deepEqual(await it.problems({ token: null }), ["source_token_unopened"]);
  await it.service.save(ASKER, it.choice);
  assert.deepEqual(await it.problems({ token: null }), [null, null, null, null, null]);
  await using stranger = serveSmarthr(wireCompany(1));
  assert.deepEqual(await it.problems({ token: null, baseUrl: stranger.access.baseUrl }), [
    "source_token_unopened",
  ]);
  assert.equal(stranger.seen.length, 0);
});

Deno.test("what is saved is told in the audit log without the token, and counts at once", async () => {
  using clock = stepped(MORNING);
  await using it = await open();
  assert.deepEqual(await it.service.get(TENANT.id), {
    kind: "none",
    baseUrl: null,
    hasToken: false,
    saved: null,
  });
  await it.service.save(ASKER, it.choice);
  clock.pass(1);
  await it.service.save(ASKER, { ...it.choice, token: null });
  clock.pass(1);
  const { baseUrl } = it.choice;
  const { saved, ...settings } = await it.service.get(TENANT.id);
  assert.deepEqual(settings, { kind: "smarthr", baseUrl, hasToken: true });
  assert.deepEqual(saved, { at: MORNING + 1, by: ADMIN.email });
  assert.equal(await (await it.service.source(TENANT.id)).countEmployees(), 1_234);
  await it.service.save(ASKER, { kind: "none" });
  const entries = await auditLog(it.kv, TENANT.id);
  assert.deepEqual(entries.map(({ event, actor, facts }) => [event, actor?.id, facts]), [
    ["source_changed", ADMIN.id, { source: "smarthr", address: baseUrl, token: "changed" }],
    ["source_changed", ADMIN.id, { source: "smarthr", address: baseUrl, token: "kept" }],
    ["source_changed", ADMIN.id, { source: "none", address: null, token: null }],
  ]);
  assert(!JSON.stringify(entries).includes(TOKEN));
});

Deno.test("a draft comes back to whoever entered it", async () => {
  await using it = await open();
  const sealed = await it.service.seal(ASKER, TOKEN);
  assert.equal(await it.service.open(ASKER, sealed), TOKEN);
  assert.equal(await it.service.open({ ...ASKER, user: testUser("bob") }, sealed), null);
  assert.equal(await it.service.open(ASKER, ""), null);
});
