import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import type { FailPoint } from "../../kv/failpoint.ts";
import { mailSchema } from "../../domain/mail.ts";
import { openDatabase } from "../../kv/open.ts";
import { run } from "../support/jobs.ts";
import { readMail, type SmtpServer, startSmtp } from "../support/smtp.ts";
import { until } from "../support/until.ts";
import { restartChaos, type Seeded, seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";

/** Mails that are claimed together: with as many the server's answers and their commit can be torn apart at worst. */
const AT_ONCE = 20;

const envOf = (smtp: SmtpServer) => ({ SMTP_URL: smtp.url, MAIL_FROM: "年末調整 <nencho@mail.test>" });

/** Sends 本社 its 依頼, with a process that dies at `death`, and waits until nothing is left to be sent. */
async function sendRequests(seeded: Seeded, death: string | null) {
  await using smtp = startSmtp();
  const env = envOf(smtp);
  await using app = await startChaos({
    from: seeded.dir,
    env: { ...env, ...(death && { NENCHO_FAILPOINT: death }) },
  });
  const client = stubborn(app, seeded.cookie);
  const killed = death &&
    app.line(new RegExp(`^failpoint ${death.split(":").slice(0, 2).join(":")}$`)).then(async () => {
      await app.kill("SIGKILL");
      await restartChaos(app, env);
    });
  const sending = run(client, {
    operation: "send_requests",
    group: await client.group("本社"),
    key: ulid(),
    fields: [["all", "1"]],
  });
  await Promise.all([killed, sending]);
  await until(
    "all mails to be sent",
    async () => (await statesIn(app.dir)).every((state) => state === "sent"),
  );
  await app.kill("SIGTERM");
  const states = await statesIn(app.dir);
  const ids = smtp.mails.map(({ raw }) => readMail(raw).headers.get("message-id")!);
  return { recipients: new Set(smtp.mails.map(({ to }) => to[0]!)), ids, mails: states.length };
}

async function statesIn(dir: string): Promise<string[]> {
  using kv = await openDatabase(`${dir}/nencho.db`);
  const mails = await Array.fromAsync(kv.list({ prefix: ["t", "sample", "mail"] }));
  return mails.map(({ value }) => mailSchema.parse(value).state);
}

const DEATHS: [FailPoint, number, sent: "once" | "again"][] = [
  ["mail-claim:before", 2, "once"],
  ["mail-claim:after", 2, "once"],
  ["mail-settle:before", 3, "again"],
  ["mail-settle:after", 3, "again"],
];

Deno.test({
  name:
    "every mail is sent once, wherever the process is killed; what is torn from its answer has the same id",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    await using seeded = await seededFolder({ SAMPLE_EMPLOYEES: "2000" });
    const clean = await sendRequests(seeded, null);
    ok(clean.mails > 2 * AT_ONCE, `${clean.mails} mails`);
    strictEqual(clean.ids.length, clean.mails);
    strictEqual(new Set(clean.ids).size, clean.mails);
    for (const [point, nth, expected] of DEATHS) {
      await t.step(`at ${point}, passing ${nth}`, async () => {
        const { recipients, ids, mails } = await sendRequests(seeded, `${point}:${nth}`);
        deepStrictEqual(recipients, clean.recipients);
        strictEqual(mails, clean.mails, "posted once");
        strictEqual(new Set(ids).size, mails, "no mail under two ids");
        const again = ids.length - mails;
        if (expected === "once") strictEqual(again, 0);
        else ok(again < AT_ONCE, `${again} went twice`);
      });
    }
  },
});
