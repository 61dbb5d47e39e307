import { deepStrictEqual } from "node:assert/strict";
import { readMail, type SmtpServer } from "../smtp.ts";
import { until } from "../until.ts";

/** A mail that has to come: to whom, and its whole subject. */
export type Expected = readonly [to: string, subject: string];

/** Reads the mails of a company as they come in, each once. */
export interface Mailbox {
  /** Waits for as many mails as are expected, and takes no other ones; their texts, in the order of `expected`. */
  take(...expected: Expected[]): Promise<string[]>;
  /** How many came that nobody took. */
  untaken(): number;
}

/** The mailbox of everybody who is written to through this server. */
export function mailboxOf({ mails }: SmtpServer): Mailbox {
  let taken = 0;
  return {
    async take(...expected) {
      await until(`${expected.length} more mails`, () => mails.length >= taken + expected.length);
      const came = mails.slice(taken).map(({ to, raw }) => {
        const { headers, text } = readMail(raw);
        return { what: `${to.join()} ${headers.get("subject")}`, text };
      });
      taken = mails.length;
      deepStrictEqual(came.map(({ what }) => what).sort(), expected.map((one) => one.join(" ")).sort());
      return expected.map((one) => came.find(({ what }) => what === one.join(" "))!.text);
    },
    untaken: () => mails.length - taken,
  };
}
