import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { mailSchema } from "../../../domain/mail.ts";
import type { FailPoint } from "../../../kv/failpoint.ts";
import { mailKeys, sysKeys } from "../../../kv/keys.ts";
import type { App } from "../app.ts";
import { readMail, type SmtpServer, startSmtp } from "../smtp.ts";
import { until } from "../until.ts";
import { restartChaos, type Seeded, startChaos, stubborn } from "./app.ts";
import { type FinalState, finalState } from "./final_state.ts";
import type { Scenario } from "./kill_at.ts";
import { asking } from "./request_scenarios.ts";

/** Mails of one turn of the sender: what it can have under way when it dies. */
const UNDER_WAY = 20;

/** When the process dies: at a point of the sender, or when the mail server has taken so many mails. */
export type MailDeath = { point: FailPoint; nth?: number } | { taken: number };

/** What a process is started with that sends to this server. */
function sendingTo({ url }: SmtpServer): Record<string, string> {
  return { SMTP_URL: url, MAIL_FROM: "年末調整 <nencho@mail.test>" };
}

/** Many are asked, and their mails go out. */
const mailing: Scenario = {
  async play(client, app) {
    await asking.play(client, app);
    using kv = await Deno.openKv(`${app.dir}/nencho.db`);
    await until("an empty outbox", async () => {
      const [first] = await Array.fromAsync(kv.list({ prefix: sysKeys.allOutgoing() }, { limit: 1 }));
      return first === undefined;
    });
  },
};

/** What mails leave when nothing dies: each went out once. */
export async function sentCleanly(seeded: Seeded): Promise<FinalState> {
  await using smtp = startSmtp();
  await using app = await startChaos({ from: seeded.dir, env: sendingTo(smtp) });
  await mailing.play(stubborn(app, seeded.cookie), app);
  await app.kill("SIGTERM");
  const sent = await mailIds(app);
  ok(sent.length > 3 * UNDER_WAY);
  deepStrictEqual(smtp.mails.map(idOf).sort(), sent);
  return await finalState(app.dir);
}

/**
 * Kills the process once while mails go out. Every mail must arrive, with one Message-ID however often, and a second
 * time only where it was under way when the process died.
 */
export async function killedWhileSending(
  seeded: Seeded,
  death: MailDeath,
  expected: FinalState,
): Promise<void> {
  await using smtp = startSmtp();
  const env = sendingTo(smtp);
  const point = "point" in death ? `${death.point}:${death.nth ?? 1}` : "";
  await using app = await startChaos({ from: seeded.dir, env: { ...env, NENCHO_FAILPOINT: point } });
  const struck = "point" in death
    ? app.line(new RegExp(`^failpoint ${death.point}$`)).then(() => {})
    : takenBy(smtp, death.taken);
  const killed = struck.then(async () => {
    await app.kill("SIGKILL");
    const before = smtp.mails.length;
    await restartChaos(app, env);
    return before;
  });
  const [before] = await Promise.all([killed, mailing.play(stubborn(app, seeded.cookie), app)]);
  await app.kill("SIGTERM");
  const posted = await mailIds(app);
  const first = smtp.mails.slice(0, before).map(idOf);
  const rest = smtp.mails.slice(before).map(idOf);
  strictEqual(new Set(first).size, first.length, "twice before the death");
  strictEqual(new Set(rest).size, rest.length, "twice after the death");
  deepStrictEqual([...new Set([...first, ...rest])].sort(), posted);
  const twice = new Set(first).intersection(new Set(rest));
  ok(twice.size <= UNDER_WAY, `${twice.size} mails went out twice`);
  ok(twice.isSubsetOf(new Set(first.slice(-UNDER_WAY))), "a mail went out twice that was long over");
  for (const id of twice) {
    const [one, other] = smtp.mails.filter((mail) => idOf(mail) === id);
    deepStrictEqual(letterOf(one!), letterOf(other!));
  }
  deepStrictEqual(await finalState(app.dir), expected);
}

/** Resolves as soon as the server has taken the n-th mail. */
function takenBy(smtp: SmtpServer, n: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  smtp.answer((text) => {
    if (text === "." && smtp.mails.length + 1 >= n) resolve();
    return null;
  });
  return promise;
}

/** The id that a mail's Message-ID is made of. */
function idOf({ raw }: SmtpServer["mails"][number]): string {
  return /^<(\w+)@mail\.test>$/.exec(readMail(raw).headers.get("message-id") ?? "")![1]!;
}

/** Whom a mail goes to, and what they read. The first process was told to take any port, and links lead to that. */
function letterOf({ to, raw }: SmtpServer["mails"][number]) {
  const { headers, text } = readMail(raw);
  return { to, subject: headers.get("subject"), text: text.replace(/localhost:\d+/, "localhost") };
}

/** Ids of all mails that an ended app ever posted, sorted. */
async function mailIds({ dir }: App): Promise<string[]> {
  using kv = await Deno.openKv(`${dir}/nencho.db`);
  const mails = await Array.fromAsync(kv.list({ prefix: mailKeys.mails("sample") }));
  return mails.map(({ value }) => mailSchema.parse(value).id).sort();
}
