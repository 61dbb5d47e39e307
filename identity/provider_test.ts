import assert from "node:assert/strict";
import fc from "fast-check";
import type { JWTPayload } from "jose";
import { setClock } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import { HANAKO, type OidcProvider, serveProvider, visit } from "../tests/support/oidc_provider.ts";
import { providersOf } from "./provider.ts";

const RULES = { privateHosts: [], loopback: true };
const REDIRECT = "https://kaisha.example/login/oidc/callback";
const refused = (code: ReasonCode) => (error: unknown) => error instanceof Refusal && error.code === code;

let op: OidcProvider;
let revs = 0;
Deno.test.beforeAll(async () => {
  op = await serveProvider();
});
Deno.test.afterAll(async () => await op[Symbol.asyncDispose]());
Deno.test.beforeEach(() => op.reset());

/** What a company has stored; each is a new revision, so that the provider is asked what it is. */
function connectionOf(more: { issuer?: string; secret?: string | null } = {}) {
  const { issuer, clientId, clientSecret: secret } = op;
  return { issuer, clientId, secret, rev: String(revs++), ...more };
}

/** A sign-in through the provider; `meddle` stands between it and us. */
async function signIn(
  { meddle = (url: URL) => url, connection = connectionOf(), verifier = undefined as string | undefined } =
    {},
) {
  const providers = providersOf(RULES);
  const { address, checks } = await providers.begin(connection, REDIRECT);
  const back = meddle(await visit(address));
  return await providers.finish(connection, verifier ? { ...checks, verifier } : checks, back);
}

Deno.test("who signs in there is who comes back, with the verified mail address", async () => {
  op.person = { sub: "x".repeat(255), email: "Hanako@Kaisha.Example", email_verified: true };
  const connection = connectionOf();
  assert.deepEqual(await signIn({ connection }), {
    issuer: op.issuer,
    rev: connection.rev,
    subject: "x".repeat(255),
    email: "hanako@kaisha.example",
  });
});

Deno.test("the secret goes the way that the provider takes", async () => {
  await signIn();
  op.metadata = (given) => ({ ...given, token_endpoint_auth_methods_supported: ["client_secret_post"] });
  await signIn();
  const [header, form] = op.seen.filter(({ path }) => path === "/token");
  assert.match(header!.authorization!, /^Basic /);
  assert.equal(header!.form.get("client_secret"), null);
  assert.equal(form!.authorization, null);
  assert.equal(form!.form.get("client_secret"), op.clientSecret);
});

Deno.test("what is asked for is a code, bound to the browser by state, nonce and PKCE", async () => {
  const providers = providersOf(RULES);
  const asked = await Promise.all([1, 2].map(() => providers.begin(connectionOf(), REDIRECT)));
  for (const { address, checks } of asked) {
    const { searchParams } = new URL(address);
    assert.equal(searchParams.get("response_type"), "code");
    assert.equal(searchParams.get("scope"), "openid email");
    assert.equal(searchParams.get("redirect_uri"), REDIRECT);
    assert.equal(searchParams.get("code_challenge_method"), "S256");
    assert.equal(searchParams.get("state"), checks.state);
    assert.equal(searchParams.get("nonce"), checks.nonce);
    assert(!address.includes(checks.verifier) && !address.includes(op.clientSecret));
  }
  const secrets = asked.flatMap(({ checks }) => Object.values(checks));
  assert.equal(new Set(secrets).size, 6);
  assert(secrets.every((secret) => secret.length >= 43));
});

const set = (name: string, value: string) => (url: URL) => {
  url.searchParams.set(name, value);
  return url;
};
const now = () => Math.floor(Date.now() / 1000);
const without = (claims: JWTPayload, name: string) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const base64 = (value: unknown) => btoa(JSON.stringify(value)).replaceAll("=", "");

const LIES: Record<string, () => void> = {
  "another nonce": () => op.claims = (claims) => ({ ...claims, nonce: "x".repeat(43) }),
  "no nonce": () => op.claims = (claims) => without(claims, "nonce"),
  "another audience": () => op.claims = (claims) => ({ ...claims, aud: "somebody-else" }),
  "two audiences, for another": () =>
    op.claims = (claims) => ({ ...claims, aud: [op.clientId, "b"], azp: "b" }),
  "no audience": () => op.claims = (claims) => without(claims, "aud"),
  "another issuer": () => op.claims = (claims) => ({ ...claims, iss: "https://evil.example/" }),
  "an end that has passed": () => op.claims = (claims) => ({ ...claims, iat: now() - 600, exp: now() - 60 }),
  "no end": () => op.claims = (claims) => without(claims, "exp"),
  "a beginning to come": () => op.claims = (claims) => ({ ...claims, nbf: now() + 300 }),
  "no subject": () => op.claims = (claims) => without(claims, "sub"),
  "an empty subject": () => op.claims = (claims) => ({ ...claims, sub: "" }),
  "a subject that is too long": () => op.claims = (claims) => ({ ...claims, sub: "x".repeat(256) }),
  "the signature of a foreign key": () => op.sign = op.signForeign,
  "no signature": () =>
    op.sign = (claims) => Promise.resolve(`${base64({ alg: "none" })}.${base64(claims)}.`),
  "claims changed after the signature": () => {
    const sign = op.sign;
    op.sign = async (claims) => {
      const [header, , signature] = (await sign(claims)).split(".");
      return `${header}.${base64({ ...claims, sub: "admin" })}.${signature}`;
    };
  },
  "no ID token": () => op.sign = () => Promise.resolve(undefined as never),
  "an answer that is no JSON": () => op.instead = (path) => path === "/token" ? new Response("<html>") : null,
  "a redirection": () =>
    op.instead = (path) => path === "/token" ? Response.redirect("http://localhost:9/", 307) : null,
};
Deno.test("why it was not believed is told in codes, none of the words are the provider's", async () => {
  const whyOf = async (lie: () => void, more: Parameters<typeof signIn>[0] = {}) => {
    op.reset();
    lie();
    const error = await signIn(more).then(() => null, (error) => error);
    return error instanceof Refusal ? error.params.why : error;
  };
  const answering = (error: string) => () =>
    op.instead = (path) => path === "/token" ? Response.json({ error }, { status: 400 }) : null;
  assert.equal(await whyOf(LIES["another nonce"]!), "OAUTH_JWT_CLAIM_COMPARISON_FAILED");
  assert.equal(await whyOf(LIES["an end that has passed"]!), "OAUTH_JWT_TIMESTAMP_CHECK_FAILED");
  assert.equal(await whyOf(answering("invalid_client")), "OAUTH_RESPONSE_BODY_ERROR invalid_client");
  assert.equal(await whyOf(answering("call 555-1234")), "OAUTH_RESPONSE_BODY_ERROR");
  assert.equal(
    await whyOf(() => {}, { meddle: set("error", "call 555-1234") }),
    "OAUTH_AUTHORIZATION_RESPONSE_ERROR",
  );
  assert.equal(await whyOf(() => op.metadata = (given) => ({ ...given, issuer: "?" })), "issuer_invalid");
  const gone = connectionOf({ issuer: "http://localhost:9/" });
  assert.equal(await whyOf(() => {}, { connection: gone }), "no answer");
});

for (const [what, lie] of Object.entries(LIES)) {
  Deno.test(`an ID token with ${what} signs nobody in`, async () => {
    lie();
    await assert.rejects(signIn(), refused("identity_invalid"));
  });
}

Deno.test("whatever stands in place of an ID token signs nobody in, and is no bug of ours", async () => {
  const part = fc.oneof(
    fc.json().map((json) =>
      new TextEncoder().encode(json).toBase64({ alphabet: "base64url", omitPadding: true })
    ),
    fc.base64String(),
    fc.string(),
  );
  const token = fc.oneof(
    fc.array(part, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(".")),
    fc.json(),
  );
  await fc.assert(
    fc.asyncProperty(token, async (made) => {
      op.sign = () => Promise.resolve(made);
      await assert.rejects(signIn(), refused("identity_invalid"));
    }),
    { numRuns: 40 },
  );
});

Deno.test("an ID token is judged by the product's clock", async () => {
  const restore = setClock({ now: () => Date.now() + 600_000 });
  try {
    await assert.rejects(signIn(), refused("identity_invalid"));
  } finally {
    restore();
  }
});

const ANSWERS: [string, (url: URL) => URL, ReasonCode][] = [
  ["another state", set("state", "x".repeat(43)), "identity_expired"],
  [
    "no state",
    (url) => new URL(`${url.origin}${url.pathname}?code=${url.searchParams.get("code")}`),
    "identity_expired",
  ],
  ["another issuer (mix-up)", set("iss", "https://evil.example/"), "identity_invalid"],
  ["somebody's code", set("code", "stolen"), "identity_expired"],
  ["two codes", (url) => (url.searchParams.append("code", "second"), url), "identity_invalid"],
  ["an error in the provider's words", set("error", "server_error"), "identity_invalid"],
];
for (const [what, meddle, code] of ANSWERS) {
  Deno.test(`an answer with ${what} is ${code}`, async () => {
    await assert.rejects(signIn({ meddle }), refused(code));
  });
}

Deno.test("a code is good once, and for the browser that asked only", async () => {
  const providers = providersOf(RULES);
  const connection = connectionOf();
  const { address, checks } = await providers.begin(connection, REDIRECT);
  const back = await visit(address);
  await providers.finish(connection, checks, back);
  await assert.rejects(providers.finish(connection, checks, back), refused("identity_expired"));
  await assert.rejects(signIn({ verifier: "v".repeat(43) }), refused("identity_expired"));
});

Deno.test("a sign-in that was cancelled there, a provider that is gone, and a lost secret are told apart", async () => {
  op.person = null;
  await assert.rejects(signIn(), refused("identity_denied"));
  await assert.rejects(
    signIn({ connection: connectionOf({ issuer: "http://localhost:9/" }) }),
    refused("identity_unreachable"),
  );
  await assert.rejects(
    signIn({ connection: connectionOf({ secret: null }) }),
    refused("client_secret_unopened"),
  );
  op.reset();
  await assert.rejects(
    signIn({ connection: connectionOf({ secret: "wrong" }) }),
    refused("identity_invalid"),
  );
});

Deno.test("a mail address that the provider does not vouch for does not count", async () => {
  op.person = { ...HANAKO, email_verified: false };
  assert.equal((await signIn()).email, null);
});

Deno.test("a mail address that only userinfo tells counts, of the same subject", async () => {
  op.person = { sub: "hanako-1" };
  op.userinfo = () => HANAKO;
  assert.equal((await signIn()).email, HANAKO.email);
  op.userinfo = () => ({ ...HANAKO, sub: "taro" });
  await assert.rejects(signIn(), refused("identity_invalid"));
});

Deno.test("an issuer that calls itself something else is nobody's, also one that speaks for many companies", async () => {
  for (
    const issuer of ["https://evil.example/", "https://login.microsoftonline.com/{tenantid}/v2.0", "?", 1]
  ) {
    op.metadata = (given) => ({ ...given, issuer });
    await assert.rejects(signIn(), refused("identity_invalid"), String(issuer));
  }
  const shared = "https://login.microsoftonline.com/common/v2.0";
  const described = { issuer: "https://login.microsoftonline.com/{tenantid}/v2.0" };
  const providers = providersOf(RULES, () => Promise.resolve(Response.json(described)));
  const [first] = await providers.probe(connectionOf({ issuer: shared }), REDIRECT);
  assert.equal(first?.problem?.code, "issuer_differs");
  await assert.rejects(
    providers.begin(connectionOf({ issuer: shared }), REDIRECT),
    refused("identity_invalid"),
  );
});

Deno.test("a provider cannot send the browser to a script or to plain http", async () => {
  for (const address of ["javascript:alert(1)", "http://10.0.0.7/", "data:text/html,x"]) {
    op.metadata = (given) => ({ ...given, authorization_endpoint: address });
    await assert.rejects(
      providersOf(RULES).begin(connectionOf(), REDIRECT),
      refused("identity_invalid"),
      address,
    );
  }
});

Deno.test("a provider is asked what it is once in ten minutes, one that failed the next time", async () => {
  let at = Date.now();
  const restore = setClock({ now: () => at });
  const asked = () => op.seen.filter(({ path }) => path.endsWith("openid-configuration")).length;
  try {
    const providers = providersOf(RULES);
    const connection = connectionOf();
    op.instead = () => new Response(null, { status: 500 });
    await assert.rejects(providers.begin(connection, REDIRECT), refused("identity_unreachable"));
    op.instead = () => null;
    await Promise.all([1, 2, 3].map(() => providers.begin(connection, REDIRECT)));
    assert.equal(asked(), 2);
    at += 10 * 60_000;
    await providers.begin(connection, REDIRECT);
    assert.equal(asked(), 3);
  } finally {
    restore();
  }
});
