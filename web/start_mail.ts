import type { Log } from "../domain/log.ts";
import type { Living } from "../jobs/engine/owner.ts";
import { type Sender, startSender } from "../jobs/mail/sender.ts";
import { openTransport } from "../jobs/mail/transport.ts";
import type { Committer } from "../kv/commit.ts";
import type { Tenants } from "../kv/tenants.ts";
import type { Config } from "./config.ts";

interface Means {
  config: Config;
  kv: Deno.Kv;
  committer: Committer;
  tenants: Pick<Tenants, "byId">;
  /** Null: this process runs no jobs, and sends no mails. */
  owner: Living | null;
  /** It looks at the outbox when it is rung only. */
  rests: boolean;
  log: Log;
}

/** Starts to send mails; null where this is not for this process, or there is no mail server, which it says. */
export function startMail({ config, kv, committer, tenants, owner, rests, log }: Means): Sender | null {
  const { smtp } = config;
  if (smtp === null) log("info", "SMTP_URL is not set: mails are kept in the outbox and not sent");
  if (smtp === null || owner === null) return null;
  return startSender({
    kv,
    committer,
    owner,
    rests,
    from: smtp.from,
    open: () => openTransport(smtp),
    origin: async (tenant) => originOf(config, (await tenants.byId(tenant))?.hosts[0] ?? "localhost"),
    log,
  });
}

/** The address of a tenant's pages. In production people reach us over https, whatever the last hop is. */
function originOf({ env, port }: Pick<Config, "env" | "port">, host: string): string {
  return env === "production" ? `https://${host}` : `http://${host}:${port}`;
}
