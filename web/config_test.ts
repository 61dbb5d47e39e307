import { deepStrictEqual, match, ok, strictEqual, throws } from "node:assert/strict";
import { type Config, ConfigError, readConfig } from "./config.ts";

const KEY = `k1:${new Uint8Array(32).toBase64()}`;
const SECRET = "0123456789abcdef0123456789abcdef";

/** The message of the error that this environment causes. */
function problem(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    ok(error instanceof ConfigError);
    return error.message;
  }
  throw new Error("the environment was taken");
}

Deno.test("an empty environment is development with the sample company", () => {
  const config = readConfig({});
  const expected: Partial<Config> = {
    port: 8000,
    role: "all",
    env: "development",
    kvPath: "data/nencho.db",
    blobPath: "data/nencho-blobs.db",
    attachmentTtlMs: 3 * 24 * 60 * 60_000,
    downloadGraceMs: 2 * 60_000,
    inputTtlMs: 3 * 24 * 60 * 60_000,
    tenantOpenJobs: 2000,
    sampleCompany: true,
    sampleEmployees: 300,
    maxUploadBytes: 100 * 1024 * 1024,
    maxUploadRows: 200_000,
    bugyoEncoding: "utf-8",
    trustedProxies: 0,
  };
  deepStrictEqual(config.smarthrDomains, ["smarthr.jp", "daruma.space"]);
  for (const [name, value] of Object.entries(expected)) {
    strictEqual(config[name as keyof Config], value, name);
  }
  ok(config.jobConcurrency >= 1);
  deepStrictEqual(readConfig({ PORT: "", ATTACHMENT_TTL: "" }), config, "an empty variable is none");
});

Deno.test("production needs its secrets, named together, and has no sample company", () => {
  const text = problem({ NENCHO_ENV: "production" });
  match(text, /^ENCRYPTION_KEY: .+\nSESSION_SECRET: /);
  match(
    problem({ NENCHO_ENV: "production", ENCRYPTION_KEY: KEY, SESSION_SECRET: "short" }),
    /SESSION_SECRET/,
  );
  const config = readConfig({
    NENCHO_ENV: "production",
    ENCRYPTION_KEY: KEY,
    SESSION_SECRET: SECRET,
    SAMPLE_COMPANY: "on",
  });
  strictEqual(config.sampleCompany, false);
});

Deno.test("a key that is none is told with the others, and never shown", () => {
  const text = problem({ ENCRYPTION_KEY: "k1:c2VjcmV0", PORT: "-1" });
  match(text, /^PORT: .+\nENCRYPTION_KEY: "k1" is not the base64 of 32 bytes$/);
  match(problem({ ENCRYPTION_KEY: "k1:" }), /^ENCRYPTION_KEY: entry 1 is not id:base64$/);
  match(problem({ ENCRYPTION_KEY: `${KEY},${KEY}` }), /^ENCRYPTION_KEY: names "k1" twice$/);
});

Deno.test("a mail server is named with who mails come from", () => {
  strictEqual(readConfig({}).smtp, null);
  strictEqual(readConfig({ MAIL_FROM: "a@b.example" }).smtp, null);
  const url = "smtps://user:p%40ss@mail.example.jp";
  deepStrictEqual(readConfig({ SMTP_URL: url, MAIL_FROM: "年末調整 <nencho@example.jp>" }).smtp, {
    url,
    from: { name: "年末調整", address: "nencho@example.jp" },
  });
  deepStrictEqual(readConfig({ SMTP_URL: url, MAIL_FROM: "nencho@example.jp" }).smtp?.from, {
    name: "",
    address: "nencho@example.jp",
  });
  match(problem({ SMTP_URL: url }), /^MAIL_FROM: required/);
  match(problem({ SMTP_URL: "mail.example.jp:25", MAIL_FROM: "a@b.example" }), /^SMTP_URL: /);
  match(problem({ SMTP_URL: url, MAIL_FROM: "a@b.example, c@d.example" }), /^MAIL_FROM: /);
  match(problem({ SMTP_URL: url, MAIL_FROM: "x\r\nBcc: y <a@b.example>" }), /^MAIL_FROM: /);
});

Deno.test("each variable that is wrong has a line of its own", () => {
  const text = problem({
    PORT: "-1",
    JOB_CONCURRENCY: "0",
    DOWNLOAD_GRACE: "2 minutes",
    NENCHO_ROLE: "boss",
    SAMPLE_COMPANY: "maybe",
  });
  deepStrictEqual(text.split("\n").map((line) => line.split(":")[0]).sort(), [
    "DOWNLOAD_GRACE",
    "JOB_CONCURRENCY",
    "NENCHO_ROLE",
    "PORT",
    "SAMPLE_COMPANY",
  ]);
});

Deno.test("an address that cannot be used is refused rather than ignored", () => {
  throws(() => readConfig({ DENO_KV_URL: "x" }), ConfigError);
});

Deno.test("it listens everywhere unless told to where", () => {
  strictEqual(readConfig({}).listenAddress, "::");
  strictEqual(readConfig({ LISTEN_ADDRESS: "127.0.0.1" }).listenAddress, "127.0.0.1");
  strictEqual(readConfig({ LISTEN_ADDRESS: "::1" }).listenAddress, "::1");
  match(problem({ LISTEN_ADDRESS: "localhost" }), /^LISTEN_ADDRESS: must be an address/);
});

Deno.test("a blob file lies beside its records unless named", () => {
  strictEqual(readConfig({ DENO_KV_PATH: "/srv/a.db" }).blobPath, "/srv/a-blobs.db");
  strictEqual(readConfig({ DENO_KV_PATH: "/srv/a" }).blobPath, "/srv/a-blobs");
  strictEqual(readConfig({ DENO_KV_PATH: "/srv/a.db", DENO_KV_BLOB_PATH: "/b.db" }).blobPath, "/b.db");
});

Deno.test("times are ISO 8601 durations", () => {
  strictEqual(readConfig({ DOWNLOAD_GRACE: "PT1.5S" }).downloadGraceMs, 1500);
  match(problem({ INPUT_TTL: "P1M" }), /INPUT_TTL/, "a month has no length");
});

Deno.test("SMARTHR_DOMAINS takes host names only", () => {
  const { smarthrDomains } = readConfig({ SMARTHR_DOMAINS: " Gateway.example, smarthr.jp" });
  deepStrictEqual(smarthrDomains, ["gateway.example", "smarthr.jp"]);
  for (const wrong of ["https://smarthr.jp", "smarthr.jp,", "10.0.0.1", "[::1]", "*"]) {
    match(problem({ SMARTHR_DOMAINS: wrong }), /SMARTHR_DOMAINS: must be host names/);
  }
});

Deno.test("OIDC_PRIVATE_HOSTS takes hosts only, also by address; none unless given", () => {
  deepStrictEqual(readConfig({}).oidcPrivateHosts, []);
  const given = { OIDC_PRIVATE_HOSTS: " SSO.kaisha.lan, 10.1.2.3,[fd00::1] " };
  deepStrictEqual(readConfig(given).oidcPrivateHosts, ["sso.kaisha.lan", "10.1.2.3", "[fd00::1]"]);
  for (const wrong of ["https://sso.kaisha.lan", "sso.kaisha.lan:8443", "*", "10.0.0.0/8"]) {
    match(problem({ OIDC_PRIVATE_HOSTS: wrong }), /OIDC_PRIVATE_HOSTS: must be host names/);
  }
});

Deno.test("the place follows from where the database is, and is said where that does not tell", () => {
  const url = "https://kv.example/connect";
  const key = { ENCRYPTION_KEY: KEY };
  const placed = (env: Record<string, string>) => {
    const { place, kvUrl } = readConfig(env);
    return { place, kvUrl };
  };
  deepStrictEqual(placed({}), { place: "host", kvUrl: null });
  deepStrictEqual(placed({ ...key, DENO_KV_URL: url }), { place: "connect", kvUrl: url });
  deepStrictEqual(placed({ ...key, DENO_DEPLOY: "1" }), { place: "edge", kvUrl: null });
  deepStrictEqual(placed({ ...key, NENCHO_PLACE: "edge" }), { place: "edge", kvUrl: null });
  match(problem({ ...key, DENO_KV_URL: "data/nencho.db" }), /^DENO_KV_URL: must be the http/);
  match(problem({ ...key, NENCHO_PLACE: "connect" }), /^DENO_KV_URL: required/);
  match(problem({ ...key, NENCHO_PLACE: "host", DENO_KV_URL: url }), /^DENO_KV_URL: not used/);
});

Deno.test("without a file beside the database the key has to be given, in development too", () => {
  match(problem({ DENO_KV_URL: "https://kv.example/connect" }), /^ENCRYPTION_KEY: required/);
  match(problem({ NENCHO_PLACE: "edge" }), /^ENCRYPTION_KEY: required/);
});
