import { z } from "zod";

/** The mails of the product (reference/screens.md §9): stored name → what the list of mails calls it. */
export const MAIL_KIND_LABELS = {
  requested: "依頼通知",
  confirmed: "確定通知",
  reminded: "依頼再通知",
  expired: "未提出通知",
  returned: "差戻し通知",
  submitted: "提出通知（管理者）",
  job_finished: "処理終了の通知",
} as const;
export type MailKind = keyof typeof MAIL_KIND_LABELS;
export const MAIL_KINDS = Object.keys(MAIL_KIND_LABELS) as MailKind[];

/** What becomes of a mail: stored name → label. */
export const MAIL_STATE_LABELS = {
  waiting: "送信待ち",
  sent: "送信済み",
  failed: "送信できませんでした",
} as const;
export type MailState = keyof typeof MAIL_STATE_LABELS;
export const MAIL_STATES = Object.keys(MAIL_STATE_LABELS) as MailState[];

/** Why a mail is not sent yet, or never: stored name → 原因。対処。 */
export const MAIL_TROUBLES = {
  deferred: "宛先のメールサーバーが一時的に受け付けませんでした。自動的に送信し直します。",
  refused: "宛先のメールサーバーに拒否されました。メールアドレスが正しいかを確認してください。",
  given_up: "何度送信し直しても受け付けられませんでした。メールアドレスが正しいかを確認してください。",
} as const;
export type MailTrouble = keyof typeof MAIL_TROUBLES;

/** The words that mails of one job or act have in common, as they were when the mails were posted. */
export const letterSchema = z.object({
  v: z.literal(1),
  kind: z.enum(MAIL_KINDS),
  /** 会社名. */
  company: z.string(),
  /** Subject without the company's name, body, footer. */
  template: z.object({ subject: z.string(), body: z.string(), footer: z.string() }),
});
export type Letter = z.infer<typeof letterSchema>;

/** A mail in the outbox: to whom, and what is theirs alone. The words are in its letter. */
export const mailSchema = z.object({
  v: z.literal(1),
  /** A ULID: mails lie in the order of posting. Their Message-ID comes from it. */
  id: z.string(),
  kind: z.enum(MAIL_KINDS),
  to: z.string(),
  /** Name of who is addressed; the mail address where there is none. */
  name: z.string(),
  /** Path of the page that it leads to. */
  path: z.string(),
  /** What stands between the words and the address of the page; "" for nothing. */
  detail: z.string(),
  /** Id of its letter. */
  letter: z.string(),
  state: z.enum(MAIL_STATES),
  /** Times in ms since the epoch. */
  postedAt: z.number(),
  sentAt: z.number().nullable(),
  /** Times that its own recipient was refused for the moment, and when it is tried again (0: at once). */
  deferrals: z.number(),
  notBefore: z.number(),
  trouble: z.enum(Object.keys(MAIL_TROUBLES) as MailTrouble[]).nullable(),
  /** The code that the mail server answered with, such as 550; null: none. */
  reply: z.number().nullable(),
});
export type Mail = z.infer<typeof mailSchema>;

/** A mail before it is posted. */
export type NewMail = Pick<Mail, "to" | "name" | "path" | "detail"> & { letter: Letter };

/** Somebody who gets mails. */
export interface Recipient {
  name: string;
  address: string;
}

/**
 * True for one mail address that stands for itself: nothing in it can add a header or another recipient. Whether anybody
 * reads it, only sending tells.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(text);
}
