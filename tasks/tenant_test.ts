import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import type { AuditEntry } from "../jobs/engine/records.ts";
import { accountsOf } from "../kv/accounts.ts";
import { committerOf } from "../kv/commit.ts";
import { newRingEntry } from "../kv/keyring.ts";
import { accountKeys, auditKeys } from "../kv/keys.ts";
import { readSignIn, type StoredSignIn } from "../kv/sign_in_settings.ts";
import { tenantsOf } from "../kv/tenants.ts";
import { KV_TOKEN, startKvServer } from "../tests/support/kv_connect/server.ts";
import { tenantCommand } from "./tenant.ts";

const CREATE = ["create", "Kaisha.Example.JP", "年調株式会社", "Hanako@kaisha.example.jp"];
const PASSWORD = "mushi-no-koe-99x";

async function workbench() {
  const dir = await Deno.makeTempDir();
  const path = `${dir}/data/nencho.db`;
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await tenantCommand(args, { DENO_KV_PATH: path }, (text) => lines.push(text));
    return { code, text: lines.join("\n") };
  };
  return { path, run, [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }) };
}

/** The stored tenants and accounts, as a server would open them. */
async function inside<T>(path: string, look: (db: ReturnType<typeof servicesOf>) => Promise<T>): Promise<T> {
  using kv = await Deno.openKv(path);
  return await look(servicesOf(kv));
}

function servicesOf(kv: Deno.Kv) {
  const committer = committerOf(kv);
  return {
    kv,
    tenants: tenantsOf(kv, committer),
    accounts: accountsOf(kv, committer, { sessionSecret: "server" }),
  };
}

const tokenIn = (text: string) => /\/invitations\/([\w-]{43})$/.exec(text)?.[1] ?? "";

Deno.test("create makes a tenant of this Tokyo year whose first 管理者 comes in through the link", async () => {
  await using bench = await workbench();
  const restore = setClock({ now: () => Date.parse("2026-12-31T15:30:00Z") });
  try {
    const { code, text } = await bench.run(...CREATE);
    assert.equal(code, 0, text);
    assert.match(text, /http:\/\/kaisha\.example\.jp:8000\/invitations\//);
    await inside(bench.path, async ({ tenants, accounts }) => {
      const tenant = await tenants.byHost("kaisha.example.jp");
      assert.equal(tenant?.name, "年調株式会社");
      assert.equal(tenant.year, 2027);
      await accounts.setPassword(tenant.id, tokenIn(text), PASSWORD);
      const { user } = await accounts.signIn(tenant.id, "hanako@kaisha.example.jp", PASSWORD, null);
      assert.equal(user.role, "admin");
    });
  } finally {
    restore();
  }
});

Deno.test("a taken host makes no second tenant", async () => {
  await using bench = await workbench();
  await bench.run(...CREATE);
  const again = await bench.run(...CREATE);
  assert.equal(again.code, 1);
  assert.match(again.text, /kaisha\.example\.jp: there is a tenant/);
  await inside(bench.path, async ({ tenants }) => assert.equal((await tenants.list()).length, 1));
});

Deno.test("create goes on where a run was stopped between the tenant and its account", async () => {
  await using bench = await workbench();
  await Deno.mkdir(bench.path.replace("/nencho.db", ""));
  const stopped = { id: "t", name: "年調株式会社", hosts: ["kaisha.example.jp"], year: 2026 };
  await inside(bench.path, ({ tenants }) => tenants.create(stopped));
  const { code, text } = await bench.run(...CREATE);
  assert.equal(code, 0, text);
  await inside(bench.path, async ({ accounts }) => {
    assert.equal((await accounts.linkOwner("t", tokenIn(text)))?.role, "admin");
  });
});

Deno.test("link lets somebody in who lost the first one; the former no longer works", async () => {
  await using bench = await workbench();
  const first = await bench.run(...CREATE);
  const { code, text } = await bench.run("link", "kaisha.example.jp", "hanako@kaisha.example.jp");
  assert.equal(code, 0, text);
  await inside(bench.path, async ({ tenants, accounts }) => {
    const tenant = await tenants.byHost("kaisha.example.jp");
    assert.equal(await accounts.linkOwner(tenant?.id ?? "", tokenIn(first.text)), null);
    assert(await accounts.linkOwner(tenant?.id ?? "", tokenIn(text)));
  });
});

Deno.test("it keeps off a database that a living process has open, and comes back when it is dead", async () => {
  await using bench = await workbench();
  await bench.run(...CREATE);
  const owners = bench.path.replace("nencho.db", "owners");
  await Deno.mkdir(owners);
  const holder = new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      `
      const file = Deno.openSync(${JSON.stringify(`${owners}/x.lock`)}, { create: true, write: true });
      file.lockSync(true);
      console.log("held");
      setInterval(() => {}, 1000);
    `,
    ],
    stdout: "piped",
  }).spawn();
  const output = holder.stdout.getReader();
  await output.read();
  const before = await Deno.readFile(bench.path);
  const refused = await bench.run("link", "kaisha.example.jp", "hanako@kaisha.example.jp");
  assert.equal(refused.code, 1);
  assert.match(refused.text, /Stop the server/);
  assert.deepEqual(await Deno.readFile(bench.path), before);
  holder.kill("SIGKILL");
  await Promise.all([holder.status, output.cancel()]);
  const accepted = await bench.run("link", "kaisha.example.jp", "hanako@kaisha.example.jp");
  assert.equal(accepted.code, 0, accepted.text);
});

Deno.test("password on lets passwords sign people in again, and the audit log tells", async () => {
  await using bench = await workbench();
  const { text } = await bench.run(...CREATE);
  let off: StoredSignIn | undefined;
  await inside(bench.path, async ({ tenants, accounts, kv }) => {
    const tenant = await tenants.byHost("kaisha.example.jp");
    const user = await accounts.setPassword(tenant!.id, tokenIn(text), PASSWORD);
    const secret = { id: "one", wrapped: "x" };
    const provider = { issuer: "https://id.example.jp/", clientId: "x", label: "x", secret, rev: "1" };
    off = { v: 1, provider, passwords: false, savedAt: 0, savedBy: user.email };
    await kv.set(accountKeys.signIn(tenant!.id), off);
  });
  const { code, text: said } = await bench.run("password", "kaisha.example.jp", "on");
  assert.equal(code, 0, said);
  await inside(bench.path, async ({ tenants, accounts, kv }) => {
    const tenant = await tenants.byHost("kaisha.example.jp");
    const { value } = await readSignIn(kv, tenant!.id);
    assert.deepEqual({ ...value, savedAt: 0 }, { ...off, passwords: true, savedBy: null });
    await accounts.signIn(tenant!.id, "hanako@kaisha.example.jp", PASSWORD, null);
    const told = await Array.fromAsync(kv.list<AuditEntry>({ prefix: auditKeys.entries(tenant!.id) }));
    const { event, actor, facts } = told.find(({ value }) => value.event === "sign_in_changed")!.value;
    assert.deepEqual({ event, actor, facts }, {
      event: "sign_in_changed",
      actor: null,
      facts: { passwords: "on", way: "operator" },
    });
  });
});

const WRONG: [string[], RegExp][] = [
  [["password", "a.example", "off"], /deno task tenant password <host> on/],
  [["password", "a.example", "on"], /no tenant at a\.example/],
  [[], /deno task tenant create <host>/],
  [["create", "a.example"], /deno task tenant create <host>/],
  [["create", "not a host", "会社", "a@b.example"], /no host name/],
  [["create", "a.example", " ", "a@b.example"], /name of the company is empty/],
  [["create", "a.example", "会社", "nonsense"], /no e-mail address/],
  [["link", "a.example", "a@b.example"], /no tenant at a\.example/],
];
for (const [args, message] of WRONG) {
  Deno.test(`tenant ${args.join(" ")} says what is wrong`, async () => {
    await using bench = await workbench();
    const { code, text } = await bench.run(...args);
    assert.equal(code, 1);
    assert.match(text, message);
  });
}

Deno.test("over KV Connect it works beside whatever runs; on the edge it says where to run it", async () => {
  await using server = await startKvServer();
  const env = { DENO_KV_URL: server.url, ENCRYPTION_KEY: newRingEntry("k1") };
  const former = Deno.env.get("DENO_KV_ACCESS_TOKEN");
  Deno.env.set("DENO_KV_ACCESS_TOKEN", KV_TOKEN);
  const lines: string[] = [];
  try {
    assert.equal(await tenantCommand(CREATE, env, (text) => lines.push(text)), 0, lines.join());
    assert.equal((await servicesOf(server.kv).tenants.byHost("kaisha.example.jp"))?.name, "年調株式会社");
  } finally {
    if (former === undefined) Deno.env.delete("DENO_KV_ACCESS_TOKEN");
    else Deno.env.set("DENO_KV_ACCESS_TOKEN", former);
  }
  const edge = { NENCHO_PLACE: "edge", ENCRYPTION_KEY: newRingEntry("k1") };
  assert.equal(await tenantCommand(CREATE, edge, (text) => lines.push(text)), 1);
  assert.match(lines.at(-1)!, /DENO_KV_URL/);
});
