import { z } from "zod";
import { normalHost } from "../domain/host.ts";
import { isMailAddress, type Recipient } from "../domain/mail.ts";
import { SMARTHR_DOMAINS } from "../domain/source_address.ts";
import { KeyringError, parseKeyring } from "../kv/keyring.ts";

/** Everything that is configured from the environment; names and defaults: design §7. */
export interface Config {
  port: number;
  /** The address that it listens at; `::` is every one of the machine. */
  listenAddress: string;
  role: "all" | "web" | "worker";
  env: "development" | "production";
  /** Which of the places of docs/operations.md this process runs at. */
  place: "host" | "connect" | "edge";
  /** The KV Connect address of the database at "connect". */
  kvUrl: string | null;
  kvPath: string;
  blobPath: string;
  attachmentTtlMs: number;
  downloadGraceMs: number;
  inputTtlMs: number;
  jobConcurrency: number;
  tenantOpenJobs: number;
  sampleCompany: boolean;
  sampleEmployees: number;
  /** `id:base64,…`; null in development: a key file beside the database is made. */
  encryptionKey: string | null;
  sessionSecret: string | null;
  maxUploadBytes: number;
  maxUploadRows: number;
  /** Of files that 給与奉行 takes in. */
  bugyoEncoding: "utf-8" | "shift_jis";
  /** How many proxies of ours stand before the process; their word on the client's address counts. */
  trustedProxies: number;
  /** Domains whose subdomains are companies at SmartHR: nothing else is asked for master data. */
  smarthrDomains: string[];
  /** Identity providers in a private network that the operator vouches for. */
  oidcPrivateHosts: string[];
  /** Who sends it reads `/metrics`; null: this machine alone may. */
  metricsToken: string | null;
  /** The mail server and who mails come from; null: mails stay in the outbox. */
  smtp: { url: string; from: Recipient } | null;
}

/** The environment is not usable; the message names each variable and says what it must look like. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const duration = (fallback: string) =>
  z.string().default(fallback).transform((text, context) => {
    try {
      return Temporal.Duration.from(text).total({ unit: "milliseconds" });
    } catch {
      context.addIssue({ code: "custom", message: `must be an ISO 8601 duration such as ${fallback}` });
      return z.NEVER;
    }
  });

const whole = (fallback: number) => z.coerce.number().int().min(0).default(fallback);
const flag = z.enum(["on", "off", "1", "0", "true", "false"])
  .transform((text) => text === "on" || text === "1" || text === "true");

const domains = z.string().default(SMARTHR_DOMAINS.join(","))
  .transform((text) => text.split(",").map((name) => name.trim().toLowerCase()))
  .refine((names) => names.every((name) => normalHost(name) === name && /[a-z]$/.test(name)), {
    message: `must be host names with commas between, such as ${SMARTHR_DOMAINS.join(",")}`,
  });

/** Names or addresses of hosts; none unless given. */
const hosts = z.string().default("")
  .transform((text) => text.split(",").map((name) => name.trim().toLowerCase()).filter((name) => name !== ""))
  .refine((names) => names.every((name) => normalHost(name) === name), {
    message: "must be host names with commas between, such as sso.kaisha.example",
  });

/** `smtp://` with STARTTLS where the server has it, or `smtps://`; user and password stand before the host. */
const smtpUrl = z.string().refine((text) => {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "";
}, "must be the address of a mail server such as smtp://user:password@mail.example.jp:587");

/** An address, or a name with the address in angle brackets. */
const sender = z.string().transform((text, context): Recipient => {
  const [, name = "", bracketed] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  if (isMailAddress(address)) return { name: name.trim(), address };
  context.addIssue({
    code: "custom",
    message: "must be a mail address such as 年末調整 <nencho@example.jp>",
  });
  return z.NEVER;
});

/** Whether it is a keyring at all; whether it is the one of the database is seen when that is open. */
const keyring = z.string().transform((text, context) => {
  try {
    parseKeyring(text);
    return text;
  } catch (error) {
    if (!(error instanceof KeyringError)) throw error;
    context.addIssue({ code: "custom", message: error.message.replace(/^ENCRYPTION_KEY:? /, "") });
    return z.NEVER;
  }
});

const cores = Math.max(1, navigator.hardwareConcurrency);

const environment = z.object({
  PORT: whole(8000),
  LISTEN_ADDRESS: z.union([z.ipv4(), z.ipv6()], "must be an address of this machine such as 127.0.0.1")
    .default("::"),
  NENCHO_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  NENCHO_ENV: z.enum(["development", "production"]).default("development"),
  DENO_KV_PATH: z.string().default("data/nencho.db"),
  DENO_KV_BLOB_PATH: z.string().optional(),
  DENO_KV_URL: z.url({ protocol: /^https?$/, error: "must be the http(s) address of a KV Connect database" })
    .optional(),
  NENCHO_PLACE: z.enum(["host", "connect", "edge"]).optional(),
  // Set by Deno Deploy.
  DENO_DEPLOY: z.string().optional(),
  ATTACHMENT_TTL: duration("P3D"),
  DOWNLOAD_GRACE: duration("PT2M"),
  INPUT_TTL: duration("P3D"),
  JOB_CONCURRENCY: whole(Math.max(1, cores - 1)).pipe(z.number().min(1)),
  TENANT_OPEN_JOBS: whole(2000),
  SAMPLE_COMPANY: flag.optional(),
  SAMPLE_EMPLOYEES: whole(300),
  ENCRYPTION_KEY: keyring.optional(),
  SESSION_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  MAX_UPLOAD_BYTES: whole(100 * 1024 * 1024),
  MAX_UPLOAD_ROWS: whole(200_000),
  BUGYO_ENCODING: z.enum(["utf-8", "shift_jis"]).default("utf-8"),
  TRUSTED_PROXIES: whole(0),
  SMARTHR_DOMAINS: domains,
  OIDC_PRIVATE_HOSTS: hosts,
  METRICS_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: sender.optional(),
}).refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
  path: ["MAIL_FROM"],
  message: "required with SMTP_URL: who mails come from, such as 年末調整 <nencho@example.jp>",
});

/**
 * Reads the configuration. Production refuses to start without its secrets and never has the sample company.
 * Throws ConfigError with one line for each variable that is wrong.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("\n"));
  }
  const e = parsed.data;
  const production = e.NENCHO_ENV === "production";
  const place = placeFrom(e);
  if (production) requireSecrets(e);
  else if (place !== "host") requireKey(e);
  return {
    port: e.PORT,
    listenAddress: e.LISTEN_ADDRESS,
    role: e.NENCHO_ROLE,
    env: e.NENCHO_ENV,
    place,
    kvUrl: place === "connect" ? e.DENO_KV_URL ?? null : null,
    kvPath: e.DENO_KV_PATH,
    blobPath: e.DENO_KV_BLOB_PATH ?? blobPathBeside(e.DENO_KV_PATH),
    attachmentTtlMs: e.ATTACHMENT_TTL,
    downloadGraceMs: e.DOWNLOAD_GRACE,
    inputTtlMs: e.INPUT_TTL,
    jobConcurrency: e.JOB_CONCURRENCY,
    tenantOpenJobs: e.TENANT_OPEN_JOBS,
    sampleCompany: !production && (e.SAMPLE_COMPANY ?? true),
    sampleEmployees: e.SAMPLE_EMPLOYEES,
    encryptionKey: e.ENCRYPTION_KEY ?? null,
    sessionSecret: e.SESSION_SECRET ?? null,
    maxUploadBytes: e.MAX_UPLOAD_BYTES,
    maxUploadRows: e.MAX_UPLOAD_ROWS,
    bugyoEncoding: e.BUGYO_ENCODING,
    trustedProxies: e.TRUSTED_PROXIES,
    smarthrDomains: e.SMARTHR_DOMAINS,
    oidcPrivateHosts: e.OIDC_PRIVATE_HOSTS,
    metricsToken: e.METRICS_TOKEN ?? null,
    smtp: e.SMTP_URL && e.MAIL_FROM ? { url: e.SMTP_URL, from: e.MAIL_FROM } : null,
  };
}

/** `data/nencho.db` → `data/nencho-blobs.db`: attachments lie in a file of their own (design §8). */
function blobPathBeside(kvPath: string): string {
  return kvPath.endsWith(".db") ? `${kvPath.slice(0, -3)}-blobs.db` : `${kvPath}-blobs`;
}

/** Better no start than a company's data in one database while its owner believes it in another. */
function placeFrom(e: { NENCHO_PLACE?: Config["place"]; DENO_KV_URL?: string; DENO_DEPLOY?: string }) {
  const found = e.DENO_KV_URL ? "connect" : e.DENO_DEPLOY ? "edge" : "host";
  const place = e.NENCHO_PLACE ?? found;
  if (place === "connect" && !e.DENO_KV_URL) {
    throw new ConfigError("DENO_KV_URL: required with NENCHO_PLACE=connect");
  }
  if (place !== "connect" && e.DENO_KV_URL) {
    throw new ConfigError(`DENO_KV_URL: not used with NENCHO_PLACE=${place}; take one of them away`);
  }
  return place;
}

/** There is no file beside the database that a key could be made in. */
function requireKey(e: { ENCRYPTION_KEY?: string }) {
  if (!e.ENCRYPTION_KEY) {
    throw new ConfigError("ENCRYPTION_KEY: required where the database is no file (id:base64 of 32 bytes)");
  }
}

function requireSecrets(e: { ENCRYPTION_KEY?: string; SESSION_SECRET?: string }) {
  const missing = [
    e.ENCRYPTION_KEY ? [] : ["ENCRYPTION_KEY: required in production (id:base64 of 32 bytes)"],
    e.SESSION_SECRET ? [] : ["SESSION_SECRET: required in production (32 characters or more)"],
  ].flat();
  if (missing.length > 0) throw new ConfigError(missing.join("\n"));
}
