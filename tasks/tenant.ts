import { openDatabase, openRemote } from "../kv/open.ts";
import { dirname } from "node:path";
import { ulid } from "ulid";
import { z } from "zod";
import { absoluteTime } from "../components/relative_time.ts";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { normalHost } from "../domain/host.ts";
import { EVERYONE } from "../domain/permission.ts";
import { explain } from "../domain/reasons.ts";
import type { Tenant } from "../domain/tenant.ts";
import { tellAccountEvent } from "../jobs/engine/audit.ts";
import { type Accounts, accountsOf, type IssuedLink } from "../kv/accounts.ts";
import { committerOf } from "../kv/commit.ts";
import { isInUse } from "../kv/in_use.ts";
import { switchPasswordsOn } from "../kv/sign_in_changes.ts";
import { TenantError, type Tenants, tenantsOf } from "../kv/tenants.ts";
import { type Config, ConfigError, readConfig } from "../web/config.ts";

const USAGE =
  `deno task tenant create <host> <name> <e-mail>   make a tenant, its current year and its first 管理者
deno task tenant link <host> <e-mail>            make a new one-time link for an account that cannot sign in
deno task tenant password <host> on              let passwords sign people in again

They work on the database at DENO_KV_PATH while no server has it open, or on the one at DENO_KV_URL, also while servers
run. A link works once, for 24 hours.`;

const RUNNING =
  `A running server has this database open, and a second program beside it would disturb its queue.
Stop the server, run this command again, start the server.`;

const ON_EDGE =
  `On the edge there is no shell. Run this elsewhere with DENO_KV_URL, the KV Connect address of that database.`;

/** Something that the person at the terminal has to change; the message is all they need. */
class CommandError extends Error {}

type Target = { tenants: Tenants; accounts: Accounts; passwordsOn(tenant: string): Promise<void> };

/**
 * Runs `tenant create` or `tenant link` and prints the link, or `tenant password`.
 * @returns the exit code: 0, or 1 after printing what is wrong
 */
export async function tenantCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  print: (text: string) => void,
): Promise<number> {
  try {
    const config = readConfig(env);
    const [command, ...rest] = args;
    if (command === "create" && rest.length === 3) {
      print(await open(config, (db) => create(db, config, rest)));
    } else if (command === "link" && rest.length === 2) {
      print(await open(config, (db) => link(db, config, rest)));
    } else if (command === "password" && rest.length === 2 && rest[1] === "on") {
      print(await open(config, (db) => passwordsOn(db, rest[0]!)));
    } else throw new CommandError(USAGE);
    return 0;
  } catch (error) {
    print(explanation(error));
    return 1;
  }
}

async function open(config: Config, work: (db: Target) => Promise<string>): Promise<string> {
  using kv = await databaseOf(config);
  const remote = config.place !== "host";
  const committer = committerOf(kv, undefined, { queue: !remote, remote });
  // No session is read or made here: the secret does not matter.
  return await work({
    tenants: tenantsOf(kv, committer),
    accounts: accountsOf(kv, committer, { sessionSecret: "", tell: tellAccountEvent }),
    passwordsOn: (tenant) => switchPasswordsOn({ kv, committer, tell: tellAccountEvent }, tenant, null),
  });
}

async function databaseOf({ place, kvUrl, kvPath }: Config): Promise<Deno.Kv> {
  if (place === "edge") throw new CommandError(ON_EDGE);
  if (kvUrl !== null) return await openRemote(kvUrl);
  const dir = dirname(kvPath);
  if (isInUse(`${dir}/owners`)) throw new CommandError(RUNNING);
  await Deno.mkdir(dir, { recursive: true });
  return await openDatabase(kvPath);
}

async function create({ tenants, accounts }: Target, config: Config, args: string[]): Promise<string> {
  const [givenHost = "", name = "", givenEmail = ""] = args;
  const host = hostOf(givenHost);
  const email = emailOf(givenEmail);
  if (name.trim() === "") throw new CommandError("The name of the company is empty.");
  const given = { id: ulid(now()), name: name.trim(), hosts: [host], year: tokyoYear() };
  const tenant = await unfinished(tenants, accounts, host) ?? await tenants.create(given);
  const admin = { email, name: email, role: "admin", range: EVERYONE, employeeCode: null } as const;
  const issued = await accounts.invite(tenant.id, admin);
  return `Made ${tenant.name} at ${host}, year ${tenant.year}.\n${linkText(config, host, issued)}`;
}

/** The tenant of a run that was stopped before it made the account. */
async function unfinished(tenants: Tenants, accounts: Accounts, host: string): Promise<Tenant | null> {
  const tenant = await tenants.byHost(host);
  return tenant && (await accounts.list(tenant.id)).accounts.length === 0 ? tenant : null;
}

async function link({ tenants, accounts }: Target, config: Config, args: string[]): Promise<string> {
  const [givenHost = "", email = ""] = args;
  const { host, tenant } = await tenantAt(tenants, givenHost);
  const user = await accounts.find(tenant.id, email);
  if (!user) throw new CommandError(`There is no account ${email} at ${host}.`);
  return linkText(config, host, await accounts.issueLink(tenant.id, user.id));
}

/** The way back for a company whose identity provider lets nobody in. */
async function passwordsOn({ tenants, passwordsOn }: Target, givenHost: string): Promise<string> {
  const { host, tenant } = await tenantAt(tenants, givenHost);
  await passwordsOn(tenant.id);
  return `Passwords sign people in at ${host}. Whoever has none gets a link: deno task tenant link ${host} <e-mail>`;
}

async function tenantAt(tenants: Tenants, givenHost: string): Promise<{ host: string; tenant: Tenant }> {
  const host = hostOf(givenHost);
  const tenant = await tenants.byHost(host);
  if (!tenant) throw new CommandError(`There is no tenant at ${host}.`);
  return { host, tenant };
}

function linkText({ env, port }: Config, host: string, { user, token, expiresAt }: IssuedLink): string {
  const origin = env === "production" ? `https://${host}` : `http://${host}:${port}`;
  return `${user.email ?? user.name} sets the password here, once, until ${
    absoluteTime(expiresAt)
  } (Tokyo):\n` +
    `${origin}/invitations/${token}`;
}

function hostOf(text: string): string {
  const host = normalHost(text);
  if (host === null) throw new CommandError(`${text} is no host name. Example: kaisha.example.jp`);
  return host;
}

function emailOf(text: string): string {
  const email = z.email().safeParse(text.trim().toLowerCase());
  if (!email.success) throw new CommandError(`${text} is no e-mail address.`);
  return email.data;
}

function tokyoYear(): number {
  return Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO("Asia/Tokyo").year;
}

function explanation(error: unknown): string {
  const known = [CommandError, ConfigError, TenantError].some((type) => error instanceof type);
  if (known) return (error as Error).message;
  if (!(error instanceof Refusal)) throw error;
  const { event, cause, remedy } = explain(error.code, error.params);
  return `${event}。${cause}。${remedy}。`;
}

if (import.meta.main) Deno.exitCode = await tenantCommand(Deno.args, Deno.env.toObject(), console.log);
