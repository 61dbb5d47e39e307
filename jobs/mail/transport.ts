import { createTransport } from "nodemailer";
import type { Recipient } from "../../domain/mail.ts";

/** Connections to the mail server at most, all of one process: nobody else sends. */
const CONNECTIONS = 5;

/** A server that says nothing for so long (ms) is down. After the text of a mail it may take its time (RFC 5321 §4.5.3.2). */
export const SMTP_PATIENCE = { connect: 10_000, reply: 120_000 };

/** A mail as the mail server gets it. */
export interface Message {
  /** Without brackets; the same at every attempt. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  date: Date;
}

/** What a mail server made of a message. `down`: nothing, for reasons that are not the message's; `why` is for the log. */
export type Reception =
  | { what: "sent" }
  | { what: "refused" | "deferred"; reply: number | null }
  | { what: "down"; why: string };

/** A pool of connections to a mail server. */
export interface Transport {
  send(message: Message): Promise<Reception>;
  /** Takes nothing more: what has no connection yet is `down`. @param now also those that a mail is going over end */
  close(now: boolean): void;
}

/** How to reach the mail server, and who mails come from. */
export interface TransportOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  url: string;
  from: Recipient;
  patience?: typeof SMTP_PATIENCE;
}

/** Opens a pool; connections are made when they are needed. */
export function openTransport({ url, from, patience = SMTP_PATIENCE }: TransportOptions): Transport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    // A mail whose connection broke may have arrived: whether it goes out again is the outbox's business.
    maxRequeues: 0,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.reply,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, to, subject, text, date }) {
      try {
        await pool.sendMail({
          from,
          to: { name: "", address: to },
          envelope: { from: from.address, to: [to] },
          messageId: `<${messageId}>`,
          subject,
          text,
          date,
          // No out-of-office notes to nobody (RFC 3834).
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { what: "sent" };
      } catch (error) {
        return receptionOf(error);
      }
    },
    close: (now) => pool.close({ force: now }),
  };
}

interface SmtpError {
  code?: string;
  responseCode?: number;
  command?: string;
}

/** The end of a session, whatever command it answers (RFC 5321 §3.8). */
const SERVICE_CLOSING = 421;

/**
 * Tells what concerns one message from what concerns the server: an answer to RCPT or DATA is about the message, an
 * answer to anything before, or none, would meet every other message as well.
 */
export function receptionOf(error: unknown): Reception {
  const { code = "", responseCode: reply = null, command = "" } = error as SmtpError;
  const own = (code === "EENVELOPE" && command !== "MAIL FROM") || (code === "EMESSAGE");
  if (!own || reply === SERVICE_CLOSING) {
    return { what: "down", why: [code, command, reply].filter(Boolean).join(" ") || "unknown" };
  }
  return { what: reply !== null && reply < 500 ? "deferred" : "refused", reply };
}
