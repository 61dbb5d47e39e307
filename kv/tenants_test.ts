import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import { committerOf } from "./commit.ts";
import { sysKeys } from "./keys.ts";
import { TenantError, tenantsOf } from "./tenants.ts";

const SAMPLE = { id: "sample", name: "サンプル", hosts: ["localhost", "127.0.0.1", "[::1]"], year: 2026 };
const OTHER = { id: "other", name: "別会社", hosts: ["other.localhost"], year: 2026 };

async function open() {
  const kv = await Deno.openKv(":memory:");
  const clock = { at: Date.parse("2026-11-22T00:00:00Z") };
  const restore = setClock({ now: () => clock.at });
  return {
    kv,
    clock,
    tenants: tenantsOf(kv, committerOf(kv)),
    [Symbol.dispose]: () => (restore(), kv.close()),
  };
}

Deno.test("each host names its own tenant, an unknown one none", async () => {
  using db = await open();
  await db.tenants.create(SAMPLE);
  await db.tenants.create(OTHER);
  for (const host of SAMPLE.hosts) assert.equal((await db.tenants.byHost(host))?.id, "sample");
  assert.equal((await db.tenants.byHost("other.localhost"))?.id, "other");
  assert.equal(await db.tenants.byHost("unknown.example"), null);
  assert.equal((await db.tenants.byId("other"))?.name, "別会社");
  assert.deepEqual((await db.tenants.list()).map((tenant) => tenant.id).sort(), ["other", "sample"]);
});

Deno.test("a taken host or id makes no second tenant and leaves nothing", async () => {
  using db = await open();
  await db.tenants.create(SAMPLE);
  await assert.rejects(db.tenants.create({ ...OTHER, hosts: ["new.example", "localhost"] }), TenantError);
  await assert.rejects(db.tenants.create({ ...OTHER, id: "sample" }), TenantError);
  assert.equal(await db.tenants.byHost("new.example"), null);
  assert.equal(await db.tenants.byHost("other.localhost"), null);
});

Deno.test("a host that is not in its normal form is refused", async () => {
  using db = await open();
  for (const host of ["Upper.example", "a:80", "", "a b"]) {
    await assert.rejects(db.tenants.create({ ...OTHER, hosts: [host] }), TenantError);
  }
  await assert.rejects(db.tenants.create({ ...OTHER, hosts: [] }), TenantError);
});

Deno.test("a host is remembered for two seconds, a new tenant is seen at once", async () => {
  using db = await open();
  assert.equal(await db.tenants.byHost("localhost"), null);
  await db.tenants.create(SAMPLE);
  assert.equal((await db.tenants.byHost("localhost"))?.id, "sample");
  await db.kv.delete(sysKeys.tenantByHost("localhost"));
  assert.equal((await db.tenants.byHost("localhost"))?.id, "sample");
  db.clock.at += 2_001;
  assert.equal(await db.tenants.byHost("localhost"), null);
});
