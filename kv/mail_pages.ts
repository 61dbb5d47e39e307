import { isValid } from "ulid";
import { type Letter, type Mail, MAIL_TROUBLES, mailSchema } from "../domain/mail.ts";
import type { MailLine } from "../domain/mail_line.ts";
import { writtenMail } from "../domain/mail_text.ts";
import { mailKeys } from "./keys.ts";
import { lettersOf } from "./outgoing.ts";
import { parse } from "./read.ts";

/** Mails on a page. */
const PAGE = 50;

/** What pages know of the outbox of a tenant. */
export interface MailPages {
  /**
   * Newest first; `after` is the `next` of the page before.
   * @param origin of the links in their texts, null: without texts
   */
  list(after: string | null, origin: string | null): Promise<{ mails: MailLine[]; next: string | null }>;
}

/** The outbox of a tenant, for pages. */
export function mailPagesOf(kv: Deno.Kv, tenant: string): MailPages {
  const prefix = mailKeys.mails(tenant);
  return {
    async list(after, origin) {
      const selector = after !== null && isValid(after)
        ? { prefix, end: mailKeys.mail(tenant, after) }
        : { prefix };
      const entries = await Array.fromAsync(
        kv.list(selector, { limit: PAGE + 1, reverse: true }),
        ({ key, value }) => parse([...key], value, mailSchema),
      );
      const mails = entries.slice(0, PAGE);
      const letters = await lettersOf(kv, tenant, mails);
      const lines = mails.map((mail) => lineOf(mail, letters.get(mail.letter), origin));
      return { mails: lines, next: entries.length > PAGE ? mails.at(-1)!.id : null };
    },
  };
}

function lineOf(mail: Mail, letter: Letter | undefined, origin: string | null): MailLine {
  const { id, to, kind, state, postedAt, sentAt, trouble, reply } = mail;
  const written = letter && writtenMail(letter, mail, (origin ?? "") + mail.path);
  const answer = reply === null ? "" : `（応答コード：${reply}）`;
  return {
    id,
    to,
    subject: written?.subject ?? "",
    kind,
    state,
    postedAt,
    sentAt,
    trouble: trouble && MAIL_TROUBLES[trouble] + answer,
    text: origin === null ? null : written?.text ?? null,
  };
}
