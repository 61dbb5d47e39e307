import type { MailKind, MailState } from "./mail.ts";

/** A mail of the outbox as 設定 › 送信メール lists it. Times in ms since the epoch. */
export interface MailLine {
  id: string;
  to: string;
  subject: string;
  kind: MailKind;
  state: MailState;
  postedAt: number;
  sentAt: number | null;
  /** Why it is not sent, 原因。対処。, with the mail server's answer; null: nothing is wrong. */
  trouble: string | null;
  /** The whole text, in development only. */
  text: string | null;
}
