import { isValid } from "ulid";
import { type Letter, type Mail, MAIL_TROUBLES, mailSchema, type MailState } from "../domain/mail.ts";
import type { MailLine } from "../domain/mail_line.ts";
import { writtenMail } from "../domain/mail_text.ts";
import { mailKeys } from "./keys.ts";
import { lettersOf } from "./outgoing.ts";
import { parse } from "./read.ts";

/** Mails on a page, and mails looked at for one page. */
const PAGE = 50;
const SCAN_LIMIT = 2_000;

/** What the list of mails is narrowed by; absent: not narrowed. */
export interface MailFilter {
  state?: MailState;
  /** Part of the mail address. */
  to?: string;
}

/** A page of the outbox. `scanLimited`: it is short because enough was looked at; `next` goes on. */
export interface MailPage {
  mails: MailLine[];
  next: string | null;
  scanLimited: boolean;
}

/** What pages know of the outbox of a tenant. */
export interface MailPages {
  /**
   * Newest first; `after` is the `next` of the page before.
   * @param origin of the links in their texts, null: without texts
   */
  list(filter: MailFilter, after: string | null, origin: string | null): Promise<MailPage>;
}

/** The outbox of a tenant, for pages. */
export function mailPagesOf(kv: Deno.Kv, tenant: string): MailPages {
  const prefix = mailKeys.mails(tenant);
  return {
    async list(filter, after, origin) {
      const selector = after !== null && isValid(after)
        ? { prefix, end: mailKeys.mail(tenant, after) }
        : { prefix };
      const found: Mail[] = [];
      let scanned = 0;
      let last: string | null = null;
      for await (const { key, value } of kv.list(selector, { limit: SCAN_LIMIT, reverse: true })) {
        const mail = parse([...key], value, mailSchema);
        if (matches(mail, filter) && found.push(mail) > PAGE) break;
        scanned++;
        last = mail.id;
      }
      const mails = found.slice(0, PAGE);
      const more = found.length > PAGE;
      const scanLimited = !more && scanned === SCAN_LIMIT;
      const letters = await lettersOf(kv, tenant, mails);
      return {
        mails: mails.map((mail) => lineOf(mail, letters.get(mail.letter), origin)),
        next: more ? mails.at(-1)!.id : scanLimited ? last : null,
        scanLimited,
      };
    },
  };
}

function matches(mail: Mail, { state, to }: MailFilter): boolean {
  return (!state || mail.state === state) && (!to || mail.to.toLowerCase().includes(to.toLowerCase()));
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
