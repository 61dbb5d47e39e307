import { Unavailable } from "../domain/errors.ts";
import {
  type Probe,
  type SourceChoice,
  type SourceConnection,
  type SourceLimits,
  type SourceSettings,
} from "../domain/source_settings.ts";
import type { User } from "../domain/user.ts";
import type { Committer } from "../kv/commit.ts";
import type { Keyring } from "../kv/keyring.ts";
import { openDraft, sealDraft } from "../kv/source_draft.ts";
import { readConnection, readSource, saveSource } from "../kv/source_settings.ts";
import { defaultKind, sourceOf } from "../sources/mod.ts";
import { probe } from "../sources/probe.ts";
import type { MasterSource } from "../sources/source.ts";
import { firstAudit } from "./engine/audit.ts";
import type { Asker } from "./service.ts";

/** Somebody waits in front of the page for a connection test. */
const CHECK_WITHIN_MS = 20_000;

/** データ連携: where a tenant's master comes from. Who may change it is the routes' business. */
export interface SourceService {
  limits: SourceLimits;
  get(tenant: string): Promise<SourceSettings>;
  /** The source as the settings say now. */
  source(tenant: string): Promise<MasterSource>;
  /** Refuses `overtaken` when a kept token belongs to another address meanwhile. */
  save(asker: Asker, choice: SourceChoice): Promise<void>;
  /** Tries what jobs will ask; nothing is stored. */
  check(tenant: string, choice: SourceChoice): Promise<Probe[]>;
  /** An entered token for the page to bring back, sealed: it is never shown again. */
  seal(asker: Asker, token: string): Promise<string>;
  /** The token behind `seal`; null: of somebody else, or too old. */
  open(asker: Asker, sealed: string): Promise<string | null>;
}

/** What the service works with. */
export interface SourceMeans {
  kv: Deno.Kv;
  committer: Committer;
  keyring: Keyring;
  limits: SourceLimits;
  /** How long a connection test may take (ms). */
  checkWithinMs?: number;
}

/** The settings that `kv` holds. */
export function sourceServiceOf(
  { kv, committer, keyring, limits, checkWithinMs = CHECK_WITHIN_MS }: SourceMeans,
): SourceService {
  return {
    limits,

    async get(tenant) {
      const stored = await readSource(kv, tenant);
      if (!stored) {
        return { kind: defaultKind(tenant, limits), baseUrl: null, hasToken: false, saved: null };
      }
      const { kind, baseUrl, token, savedAt, savedBy } = stored;
      return { kind, baseUrl, hasToken: token !== null, saved: { at: savedAt, by: savedBy } };
    },

    source: async (tenant) => sourceOf(tenant, await readConnection(kv, keyring, tenant), limits),

    async save({ tenant, user }, choice) {
      const told = firstAudit(tenant.id, changed(user, choice));
      await saveSource({ kv, committer, keyring }, tenant.id, { choice, by: user.email ?? user.id, told });
    },

    async check(tenant, choice) {
      const stored = await readConnection(kv, keyring, tenant);
      const source = sourceOf(tenant, completed(choice, stored), limits);
      const control = new AbortController();
      const late = () => control.abort(new Unavailable("source_unavailable"));
      const timer = setTimeout(late, checkWithinMs);
      try {
        return await probe(source.forJob?.({ heartbeat: () => {}, signal: control.signal }) ?? source);
      } finally {
        clearTimeout(timer);
      }
    },

    seal: ({ tenant, user }, token) => sealDraft(keyring, { tenant: tenant.id, user: user.id }, token),
    open: ({ tenant, user }, sealed) => openDraft(keyring, { tenant: tenant.id, user: user.id }, sealed),
  };
}

/** A kept token goes to the address it was entered for, and to no other. */
function completed(choice: SourceChoice, stored: SourceConnection | null): SourceConnection {
  if (choice.kind !== "smarthr" || choice.token !== null) return choice;
  const same = stored?.kind === "smarthr" && stored.baseUrl === choice.baseUrl;
  return same ? stored : choice;
}

function changed({ id, email }: User, choice: SourceChoice) {
  const token = choice.kind !== "smarthr" ? null : choice.token === null ? "kept" : "changed";
  return {
    event: "source_changed",
    job: null,
    kind: null,
    actor: { id, email },
    facts: { source: choice.kind, address: choice.kind === "smarthr" ? choice.baseUrl : null, token },
  } as const;
}
