import { now } from "../domain/clock.ts";
import { createHash } from "node:crypto";
import { auditLogOf } from "../jobs/audit_log.ts";
import { auditShredded, tellAccountEvent, tellMailsResent, tellSettingsEvent } from "../jobs/engine/audit.ts";
import { type Engine, startEngine } from "../jobs/engine/engine.ts";
import { poolOf, WORKER_SILENCE_MS } from "../jobs/engine/pool.ts";
import { sameThread } from "../jobs/engine/same_thread.ts";
import { serve } from "../jobs/engine/serve.ts";
import { LIGHT_SLOTS } from "../jobs/engine/slots.ts";
import { spawnWebWorker } from "../jobs/engine/web_worker.ts";
import { jobLog } from "../jobs/engine/job_log.ts";
import { overview } from "../jobs/engine/overview.ts";
import { jobServiceOf } from "../jobs/job_service.ts";
import { jobMailOf } from "../jobs/mail/job_mail.ts";
import { beginMorning } from "../jobs/system/morning.ts";
import { sourceServiceOf } from "../jobs/source_service.ts";
import type { Operation } from "../jobs/operation.ts";
import { findOperation, menuOf } from "../jobs/registry.ts";
import { workerOf, type WorkerSetup } from "../jobs/worker_root.ts";
import { accountsOf } from "../kv/accounts.ts";
import { type CommitStats, committerOf, overheard } from "../kv/commit.ts";
import { loadKeyring } from "../kv/dev_key.ts";
import type { Files } from "../kv/files/files.ts";
import { settleArtifact } from "../kv/files/settle.ts";
import { forgetEmployee } from "../kv/leavings.ts";
import { hintChangesOf } from "../kv/hint_changes.ts";
import { checkKeyring } from "../kv/key_check.ts";
import { insuranceEditsOf } from "../kv/insurance_edits.ts";
import type { Keyring } from "../kv/keyring.ts";
import { rewrapDataKeys } from "../kv/my_numbers/data_key.ts";
import { ownNumbersOf } from "../kv/my_numbers/own.ts";
import { myNumberPagesOf } from "../kv/my_numbers/pages.ts";
import { mailPagesOf } from "../kv/mail_pages.ts";
import { resendMails } from "../kv/mail_resending.ts";
import { mailPreferencesOf } from "../kv/mail_preferences.ts";
import { ensureMornings } from "../kv/mornings.ts";
import { forgetMails } from "../kv/outbox_retention.ts";
import { postsMail } from "../kv/outgoing.ts";
import { groupChangesOf } from "../kv/group_changes.ts";
import { memberChangesOf } from "../kv/member_changes.ts";
import { memberPagesOf } from "../kv/member_pages.ts";
import { seasonsOf } from "../kv/seasons.ts";
import { picturesOf } from "../kv/pictures.ts";
import { requestChangesOf } from "../kv/request_changes.ts";
import { rolesOf } from "../kv/roles.ts";
import { settingsChangesOf } from "../kv/settings_changes.ts";
import { storesOf } from "../kv/stores.ts";
import { tenantsOf } from "../kv/tenants.ts";
import { rewrapSecrets } from "../kv/sign_in_settings.ts";
import { rewrapTokens } from "../kv/source_settings.ts";
import { seedSamplePictures } from "../sources/sample_pictures.ts";
import { seedSampleCompanies } from "../sources/seed_sample.ts";
import type { SourceLimits } from "../domain/source_settings.ts";
import type { Config } from "./config.ts";
import { log } from "./log.ts";
import { metricsOf } from "./metrics.ts";
import { type Handles, type Place, placeOf } from "./place.ts";
import type { Services } from "./services.ts";
import { startMail } from "./start_mail.ts";
import { startSignIn } from "./start_sign_in.ts";

/** What this process carries out, and in which workers; tests bring operations and times of their own. */
export interface Work {
  find(kind: string): Operation | null;
  /** The module of a worker, which finds the same operations. */
  worker: URL;
  /** A file that takes longer than this is sealed on its way (design §4.5). */
  sealAfterMs: number;
  /** A worker that says nothing for so long is taken for dead. */
  silenceMs: number;
  /** The clock of leases (ms, never goes back); tests step it. */
  monotonic?: () => number;
}

/** The product's own operations. A crash loses a minute of a file at most. */
const PRODUCT: Work = {
  find: findOperation,
  worker: new URL("../jobs/worker.ts", import.meta.url),
  sealAfterMs: 60_000,
  silenceMs: WORKER_SILENCE_MS,
};

export interface Started {
  services: Services;
  /** Gives back what runs and closes the databases. */
  stop(): Promise<void>;
}

/** Opens the databases, makes the sample company where it is wanted, and starts the engine. */
export async function startServices(
  config: Config,
  work: Work = PRODUCT,
  place: Place = placeOf(config),
): Promise<Started> {
  const keyring = await loadKeyring(config);
  const handles = await place.open();
  const { writer, kv, blobKv } = handles;
  const stats: CommitStats = { commits: 0, lockedRetries: 0 };
  let postman: ReturnType<typeof startMail> = null;
  let started: Engine | null = null;
  // In development the pages tell it.
  const tellJobs = config.env === "production" ? jobLog(log) : null;
  const metrics = metricsOf({
    role: config.role,
    kv,
    stats,
    owner: () => started?.owner?.id ?? null,
    lastTick: () => started?.lastTick() ?? null,
    streams: () => started?.events.size() ?? 0,
  });
  const means = { queue: place.queue, remote: place.kind !== "host" };
  const plain = overheard(metrics.watched(committerOf(writer, stats, means)), (change) => {
    metrics.hear(change);
    tellJobs?.(change);
  });
  const committer = overheard(plain, (change) => postsMail(change) && postman?.ring());
  await checkKeyring(kv, committer, keyring);
  await rewrapDataKeys({ kv, committer, keyring });
  const tenants = tenantsOf(kv, committer);
  const known = await tenants.list();
  // With one key there is no former one that anything could be wrapped under.
  if (keyring.keys.length > 1) {
    await rewrapTokens({ kv, committer, keyring }, known);
    await rewrapSecrets({ kv, committer, keyring }, known);
  }
  await ensureMornings(committer, known, now());
  const sessionSecret = config.sessionSecret ?? derived(keyring);
  const accounts = accountsOf(kv, committer, { sessionSecret, tell: tellAccountEvent });
  if (config.sampleCompany) {
    await seedSampleCompanies({ kv, committer, tenants, accounts }, config.sampleEmployees);
  }
  const files: Files = { kv, blobKv, committer, keyring, sent: metrics.sent };
  if (config.sampleCompany) await seedSamplePictures(files, config.sampleEmployees);
  const stores = (tenant: { id: string; year: number }) => storesOf(kv, tenant);
  const pool = config.role === "web" ? null : poolOf({
    spawn: place.workers ? () => spawnWebWorker(work.worker) : () => workerHere(handles, work),
    setup: workerSetup(config, keyring, work, place),
    committer,
    log,
    silenceMs: work.silenceMs,
  });
  pool?.warm(config.jobConcurrency + LIGHT_SLOTS);
  const engine = await startEngine({
    kv,
    committer,
    lockDir: place.lockDir,
    pool,
    concurrency: config.jobConcurrency,
    due: {
      artifact: (entry, key) => settleDue(files, entry, key),
      leavings: (entry, key) => forgetEmployee(kv, committer, entry, key),
      mails: (entry, key) => forgetMails(kv, committer, entry, key),
      morning: (entry, key) => beginMorning({ kv, committer, stores }, entry, key),
      done: metrics.dutyDone,
    },
    onEnd: jobMailOf(kv),
    log,
    monotonic: work.monotonic,
    sliceMs: place.sliceMs,
    rests: place.wakes,
    beside: { ring: () => postman?.ring(), busy: () => postman?.busy() ?? false },
  });
  started = engine;
  // The queue is only a doorbell: the listener rings and returns (design §4.2).
  if (pool && place.queue) writer.listenQueue(() => engine.ring());
  await engine.started;
  postman = startMail({
    config,
    kv,
    committer: plain,
    tenants,
    owner: engine.owner,
    rests: place.wakes,
    log,
  });

  const jobs = jobServiceOf({
    files,
    find: work.find,
    stores,
    inputTtlMs: config.inputTtlMs,
    tenantOpenJobs: config.tenantOpenJobs,
    confirmPassword: accounts.confirmPassword,
    ring: engine.ring,
    events: engine.events,
    userByEmail: async (tenant, email) => (await accounts.find(tenant, email))?.id ?? null,
    graceMs: config.downloadGraceMs,
    onEnd: jobMailOf(kv),
  });
  const sources = sourceServiceOf({ kv, committer, keyring, limits: sourceLimits(config) });
  const limits = { maxBytes: config.maxUploadBytes, maxRows: config.maxUploadRows };
  return {
    services: {
      config,
      tenants,
      accounts,
      seasons: seasonsOf(kv, committer),
      jobs,
      roles: rolesOf(kv, committer, tellAccountEvent),
      audit: auditLogOf(files),
      sources,
      signIn: startSignIn(config, { kv, committer, keyring }),
      source: (tenant) => sources.source(tenant.id),
      stores,
      memberPages: (tenant) => memberPagesOf(kv, tenant),
      groupChanges: (tenant) => groupChangesOf(kv, committer, tenant, tellSettingsEvent),
      requestChanges: (tenant) => requestChangesOf(kv, committer, tenant),
      pictures: (tenant) => picturesOf(files, tenant),
      memberChanges: (tenant) => memberChangesOf(kv, committer, tenant),
      insuranceEdits: (tenant) => insuranceEditsOf(kv, committer, tenant),
      hintChanges: (tenant) => hintChangesOf(kv, committer, tenant),
      settingsChanges: (tenant) => settingsChangesOf(kv, committer, tenant, tellSettingsEvent),
      mails: (tenant) => mailPagesOf(kv, tenant.id),
      resendMails: ({ id }, ids, by) => resendMails({ kv, committer, tell: tellMailsResent }, id, ids, by),
      mailPreferences: mailPreferencesOf(kv, committer),
      myNumbers: (tenant) => myNumberPagesOf(kv, tenant),
      ownNumbers: (tenant) => ownNumbersOf({ kv, committer, keyring }, tenant),
      menu: (user, screen, group) => menuOf(user, screen, group, limits),
      metrics,
      overview: ({ id }) => overview(kv, id),
      wake: engine.wake,
      lastTick: engine.lastTick,
    },
    async stop() {
      await engine.stop(postman?.stop());
      for (const handle of new Set([writer, kv, blobKv])) handle.close();
    },
  };
}

/** A worker in this thread, with its handles. */
function workerHere(handles: Handles, { find }: Work) {
  return sameThread((port) =>
    serve(port, (setup: WorkerSetup, port) => Promise.resolve(workerOf(handles, setup, port, find)))
  );
}

function workerSetup(config: Config, keyring: Keyring, work: Work, { sliceMs }: Place): WorkerSetup {
  const { kvUrl, kvPath, blobPath } = config;
  return {
    databases: kvUrl === null ? { kvPath, blobPath } : { url: kvUrl },
    keyring,
    attachmentTtlMs: config.attachmentTtlMs,
    maxRows: config.maxUploadRows,
    // Where a claim is short, little may be lost with it.
    sealAfterMs: sliceMs === null ? work.sealAfterMs : Math.min(work.sealAfterMs, sliceMs / 4),
    bugyoEncoding: config.bugyoEncoding,
    source: sourceLimits(config),
  };
}

/** Servers on this machine are asked in development only. */
function sourceLimits({ sampleCompany, sampleEmployees, smarthrDomains, env }: Config): SourceLimits {
  return {
    sampleEmployees: sampleCompany ? sampleEmployees : null,
    smarthr: { domains: smarthrDomains, loopback: env === "development" },
  };
}

async function settleDue(files: Files, { tenant, id }: { tenant: string; id: string }, key: Deno.KvKey) {
  await settleArtifact(files, { at: Number(key[2]), tenant, id }, (file) => auditShredded(tenant, file));
}

/** In development sessions outlive a restart: their secret comes from the key file beside the database. */
function derived({ keys: [first] }: Keyring): string {
  return createHash("sha256").update("session secret").update(first.secret).digest("base64");
}
