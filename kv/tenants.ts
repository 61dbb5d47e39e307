import { z } from "zod";
import { now } from "../domain/clock.ts";
import { normalHost } from "../domain/host.ts";
import { type Tenant, tenantSchema } from "../domain/tenant.ts";
import { type Committer, set } from "./commit.ts";
import { accountKeys, sysKeys } from "./keys.ts";
import { morningDuty } from "./mornings.ts";
import { parse, read, readMany } from "./read.ts";

/** How long a host is answered from memory: it is asked for on each request and hardly ever changes. */
const REMEMBER_MS = 2_000;
/** Strangers may send any number of host names: what is remembered stays small. */
const MAX_REMEMBERED = 1_000;

const hostSchema = z.object({ v: z.literal(1), tenant: z.string() });

/** A tenant before it is stored. */
export type NewTenant = Omit<Tenant, "v" | "createdAt">;

/** A host that already names a tenant, an id that is taken, or no host name at all. The message says which. */
export class TenantError extends Error {
  override readonly name = "TenantError";
}

/** The tenants (テナント) of this database. */
export interface Tenants {
  /** The tenant that a normal host name (domain/host.ts) stands for. May be a few seconds old. */
  byHost(host: string): Promise<Tenant | null>;
  byId(id: string): Promise<Tenant | null>;
  /** All of them, in no order that means anything. */
  list(): Promise<Tenant[]>;
  /** Drops what is remembered of a tenant that was just changed. */
  forget(tenant: Pick<Tenant, "hosts">): void;
  /** Throws TenantError when a host or the id is taken or a host is no host name. */
  create(tenant: NewTenant): Promise<Tenant>;
}

/** The tenants stored in `kv`. */
export function tenantsOf(kv: Deno.Kv, committer: Committer): Tenants {
  const remembered = new Map<string, { until: number; tenant: Tenant | null }>();

  async function byId(id: string): Promise<Tenant | null> {
    return (await read(kv, accountKeys.tenant(id), tenantSchema)).value;
  }

  async function find(host: string): Promise<Tenant | null> {
    const { value } = await read(kv, sysKeys.tenantByHost(host), hostSchema);
    return value && await byId(value.tenant);
  }

  async function byHost(host: string): Promise<Tenant | null> {
    const known = remembered.get(host);
    if (known && known.until > now()) return known.tenant;
    const tenant = await find(host);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(host, { until: now() + REMEMBER_MS, tenant });
    return tenant;
  }

  async function list(): Promise<Tenant[]> {
    const ids = new Set<string>();
    for await (const { key, value } of kv.list({ prefix: sysKeys.tenantHosts() })) {
      ids.add(parse([...key], value, hostSchema).tenant);
    }
    const stored = await readMany(kv, [...ids].map(accountKeys.tenant), tenantSchema);
    return stored.flatMap(({ value }) => value ?? []);
  }

  async function create(given: NewTenant): Promise<Tenant> {
    const tenant: Tenant = { v: 1, ...given, createdAt: now() };
    checkHosts(tenant.hosts);
    const value = { v: 1, tenant: tenant.id };
    const hostKeys = tenant.hosts.map(sysKeys.tenantByHost);
    const keys = [accountKeys.tenant(tenant.id), ...hostKeys];
    const { ok } = await committer.commit({
      checks: keys.map((key) => ({ key, versionstamp: null })),
      mutations: [
        set(accountKeys.tenant(tenant.id), tenant),
        ...hostKeys.map((key) => set(key, value)),
        morningDuty(tenant.id, tenant.createdAt),
      ],
    });
    if (!ok) throw new TenantError(`${tenant.hosts.join(", ")}: there is a tenant for this host already`);
    forget(tenant);
    return tenant;
  }

  function forget({ hosts }: Pick<Tenant, "hosts">): void {
    for (const host of hosts) remembered.delete(host);
  }

  return { byHost, byId, list, create, forget };
}

function checkHosts(hosts: readonly string[]) {
  if (hosts.length === 0) throw new TenantError("a tenant needs a host");
  for (const host of hosts) {
    if (normalHost(host) !== host) throw new TenantError(`${host}: not a host name in its normal form`);
  }
}
