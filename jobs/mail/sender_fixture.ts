import { logText } from "../../domain/log.ts";
import { mailDeskOf } from "../../domain/mail_desk.ts";
import type { Mail } from "../../domain/mail.ts";
import type { Member } from "../../domain/stores.ts";
import { committing, HEAD_OFFICE, openMailYear } from "../../kv/outbox_fixture.ts";
import { storedMails } from "../../kv/stored_fixture.ts";
import { TEST_YEAR } from "../../kv/test_year.ts";
import { type SmtpServer, startSmtp } from "../../tests/support/smtp.ts";
import { type Sender, type SenderOptions, startSender } from "./sender.ts";
import { openTransport } from "./transport.ts";

export const FROM = { name: "年末調整", address: "nencho@mail.test" };

/** An outbox, a mail server and a sender between them. */
export interface Post extends AsyncDisposable {
  year: Awaited<ReturnType<typeof openMailYear>>;
  smtp: SmtpServer;
  logged: string[];
  /** The monotonic clock of the sender, stepped. */
  pass(ms: number): void;
  start(more?: Partial<SenderOptions>): Sender;
  /** Posts a 依頼メール to `{name}@acme.example` for each name. */
  post(names: readonly string[], more?: Partial<Member["employee"]>): Promise<void>;
  mails(): Promise<Mail[]>;
}

/** Opens all three; senders that were started are stopped at the end. */
export async function openPost(): Promise<Post> {
  const year = await openMailYear(["000001"]);
  const smtp = startSmtp();
  const logged: string[] = [];
  const senders: Sender[] = [];
  let time = 0;
  const [member] = await year.stores.members.byCodes(["000001"]);
  return {
    year,
    smtp,
    logged,
    pass: (ms) => void (time += ms),
    start(more = {}) {
      const sender = startSender({
        kv: year.kv,
        committer: year.committer,
        owner: { id: "me", isDead: () => Promise.resolve(false) },
        from: FROM,
        open: () => openTransport({ url: smtp.url, from: FROM, patience: { connect: 2_000, reply: 2_000 } }),
        origin: () => Promise.resolve("https://acme.test"),
        log: (_, event, facts) => void logged.push(logText(event, facts)),
        monotonic: () => time,
        ...more,
      });
      senders.push(sender);
      return sender;
    },
    async post(names, more = {}) {
      const desk = await mailDeskOf(year.stores, HEAD_OFFICE);
      const writes = names.flatMap((name) => {
        const account = { email: `${name}@acme.example` };
        return desk.post("requested", { ...member!, employee: { ...member!.employee, account, ...more } })
          .writes;
      });
      await committing(year, writes);
    },
    async mails() {
      return await storedMails(year.kv, TEST_YEAR.id);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(senders.map((sender) => sender.stop()));
      await smtp[Symbol.asyncDispose]();
      await year[Symbol.asyncDispose]();
    },
  };
}
