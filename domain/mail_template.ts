import { z } from "zod";
import { writtenText } from "./text.ts";

/** The mails whose words a group may change (reference/screens.md §4.2, §9), with the names of their tabs. */
export const EDITABLE_MAIL_LABELS = {
  requested: "依頼通知",
  confirmed: "確定通知",
  reminded: "依頼再通知",
  expired: "未提出通知",
} as const;
export type EditableMail = keyof typeof EDITABLE_MAIL_LABELS;
export const EDITABLE_MAILS = Object.keys(EDITABLE_MAIL_LABELS) as EditableMail[];

/** The longest 件名, 本文 and フッター, in characters: with the お知らせ, those of all mails fit one value of KV. */
export const MAX_SUBJECT = 100;
export const MAX_BODY = 2_000;
export const MAX_FOOTER = 500;

/** The words of a mail that people write; the rest of it is ours (`mailOf`). */
export const mailTemplateSchema = z.object({
  /** 件名, without the company's name. */
  subject: writtenText({ max: MAX_SUBJECT, oneLine: true }),
  /** 本文. */
  body: writtenText({ max: MAX_BODY }),
  /** フッター; "" for none. */
  footer: writtenText({ max: MAX_FOOTER, optional: true }),
});
export type MailTemplate = z.infer<typeof mailTemplateSchema>;

const FOOTER = "このメールは送信専用です。ご不明な点は、会社の年末調整の担当者にお問い合わせください。";

/** 初期の文面: the product's own words. The subjects are facts (reference/screens.md §9). */
export const DEFAULT_MAILS: Readonly<Record<EditableMail, MailTemplate>> = {
  requested: {
    subject: "年末調整の依頼が届きました",
    body: "年末調整の手続きをお願いします。\n次のページを開き、アンケートに回答して提出してください。",
    footer: FOOTER,
  },
  confirmed: {
    subject: "年末調整の提出内容が確定されました",
    body: "提出していただいた年末調整の内容が確定しました。\n内容は次のページで確認できます。",
    footer: FOOTER,
  },
  reminded: {
    subject: "【再通知】年末調整の依頼が届きました",
    body: "年末調整の手続きがまだ終わっていません。\n次のページを開き、回答の続きと提出をお願いします。",
    footer: FOOTER,
  },
  expired: {
    subject: "年末調整の提出期限が締め切られました",
    body:
      "提出期限を過ぎたため、年末調整の受け付けを終了しました。\n今後の手続きは、次のページで確認してください。",
    footer: FOOTER,
  },
};

/** What stands between the subject and the company's name: half-width in 未提出通知 only (reference/screens.md §9). */
const SEPARATORS: Record<EditableMail, string> = {
  requested: "｜",
  confirmed: "｜",
  reminded: "｜",
  expired: "|",
};

/** What a mail says beside the words of its template. */
export interface MailFacts {
  /** Name of the company that asks. */
  company: string;
  /** Name of the employee, or the mail address where there is none. */
  name: string;
  /** Address of the page that the mail leads to. */
  address: string;
}

/** A mail as it goes out, plain text. */
export function mailOf(
  kind: EditableMail,
  { subject, body, footer }: MailTemplate,
  { company, name, address }: MailFacts,
): { subject: string; text: string } {
  const parts = [`${name} 様`, body, address, footer];
  return {
    subject: `${subject}${SEPARATORS[kind]}${company}`,
    text: `${parts.filter((part) => part !== "").join("\n\n")}\n`,
  };
}
