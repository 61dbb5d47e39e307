import assert from "node:assert/strict";
import { type OidcProvider, serveProvider } from "../tests/support/oidc_provider.ts";
import { providersOf } from "./provider.ts";

const REDIRECT = "https://kaisha.example/login/oidc/callback";

let op: OidcProvider;
Deno.test.beforeAll(async () => {
  op = await serveProvider();
});
Deno.test.afterAll(async () => await op[Symbol.asyncDispose]());
Deno.test.beforeEach(() => op.reset());

function probe(more: { issuer?: string; secret?: string | null; clientId?: string } = {}) {
  const { issuer, clientId, clientSecret: secret } = op;
  const connection = { issuer, clientId, secret, rev: "", ...more };
  return providersOf({ privateHosts: [], loopback: true }).probe(connection, REDIRECT);
}

const codes = async (...more: Parameters<typeof probe>) =>
  (await probe(...more)).map(({ problem }) => problem?.code ?? null);

Deno.test("a connection test tells what it found, and signs nobody in", async () => {
  assert.deepEqual((await probe()).map(({ what, found }) => [what, found]), [
    ["発行者", op.issuer],
    ["認可コードフロー", "PKCE（S256）に対応"],
    ["署名の公開鍵", "1件"],
    ["クライアント", "受け付けられました"],
  ]);
  assert(!op.seen.some(({ path }) => path === "/authorize"));
});

Deno.test("a connection test says what is wrong, at the first thing that is", async () => {
  assert.deepEqual(await codes({ secret: "wrong" }), [null, null, null, "client_refused"]);
  assert.deepEqual(await codes({ clientId: "wrong" }), [null, null, null, "client_refused"]);
  assert.deepEqual(await codes({ secret: null }), ["client_secret_unopened"]);
  assert.deepEqual(await codes({ issuer: "http://localhost:9/" }), ["issuer_unreachable"]);
  assert.deepEqual(await codes({ issuer: "https://10.0.0.7/" }), ["issuer_unreachable"]);
  op.metadata = (given) => ({ ...given, issuer: "https://elsewhere.example/" });
  assert.deepEqual(await codes(), ["issuer_invalid"]);
  op.metadata = (given) => ({ ...given, issuer: `${op.issuer}#` });
  assert.deepEqual(await codes(), ["issuer_invalid"]);
  op.metadata = (given) => ({ ...given, response_types_supported: ["id_token"] });
  assert.deepEqual(await codes(), [null, "issuer_lacks"]);
  op.metadata = ({ token_endpoint: _, ...rest }) => rest;
  assert.deepEqual(await codes(), [null, "issuer_lacks"]);
  op.metadata = (given) => ({ ...given, code_challenge_methods_supported: ["plain"] });
  assert.deepEqual(await codes(), [null, "issuer_lacks"]);
  op.reset();
  for (const keys of ["<html>", "null", "{}", '{"keys":[]}', "[]"]) {
    op.instead = (path) => path === "/keys" ? new Response(keys) : null;
    assert.deepEqual(await codes(), [null, null, "issuer_keys"], keys);
  }
  op.instead = () => new Response("<html>", { headers: { "content-type": "text/html" } });
  assert.deepEqual(await codes(), ["issuer_invalid"]);
});

Deno.test("an endpoint inside the network is not asked, whatever the provider says of itself", async () => {
  op.metadata = (given) => ({ ...given, jwks_uri: "https://169.254.169.254/latest/meta-data" });
  assert.deepEqual(await codes(), [null, null, "issuer_unreachable"]);
  op.metadata = (given) => ({ ...given, token_endpoint: "https://10.0.0.7/token" });
  assert.deepEqual(await codes(), [null, null, null, "issuer_unreachable"]);
});

Deno.test("a provider that answers anything else to a made-up code is neither right nor wrong", async () => {
  op.instead = (path) =>
    path === "/token" ? Response.json({ error: "invalid_request" }, { status: 400 }) : null;
  const last = (await probe()).at(-1);
  assert.match(last?.found ?? "", /ここでは確認できません/);
});
