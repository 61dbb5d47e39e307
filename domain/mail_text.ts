import { type Letter, type Mail, type MailKind, type NewMail } from "./mail.ts";
import { type EditableMail, mailOf, type MailTemplate } from "./mail_template.ts";

const FOOTER = "このメールは送信専用です。";

/** Our own words of the mails that nobody edits; the subjects are facts (reference/screens.md §9, BG). */
const FIXED: Record<Exclude<MailKind, EditableMail>, (named: string) => MailTemplate> = {
  returned: () => ({
    subject: "年末調整が差戻されました",
    body: "提出していただいた年末調整の内容に、修正していただきたいところがあります。\n" +
      "次の内容を確認し、ページを開いて修正してください。",
    footer: `${FOOTER}ご不明な点は、会社の年末調整の担当者にお問い合わせください。`,
  }),
  submitted: (group) => ({
    subject: `${group}年末調整が提出されました`,
    body: "従業員が年末調整の内容を提出しました。次のページで確認してください。",
    footer: `${FOOTER}このメールを受け取るかどうかは、［設定］の［通知設定］で変更できます。`,
  }),
  job_finished: (title) => ({
    subject: `バックグラウンド処理による ${title} の結果が出ました`,
    body: "実行したバックグラウンド処理が終わりました。結果は次のページで確認してください。",
    footer: `${FOOTER}このメールを受け取るかどうかは、アカウントのメニューの［通知］で変更できます。`,
  }),
};

/** The words of a mail that nobody edits. @param named the 依頼グループ or the 処理名 that its subject names */
export function fixedTemplate(kind: Exclude<MailKind, EditableMail>, named = ""): MailTemplate {
  return FIXED[kind](named);
}

/**
 * What stands between the subject and the company's name: half-width in the 差戻しメール, and between blanks in the mail of
 * a background job (reference/screens.md §9).
 */
const SEPARATORS = { returned: "|", submitted: "｜", job_finished: " | " } as const;

/**
 * A mail as it goes out: a subject of one line, and plain text.
 * @param address of the page that it leads to
 */
export function writtenMail(
  letter: Letter,
  { name, detail }: Pick<Mail | NewMail, "name" | "detail">,
  address: string,
): { subject: string; text: string } {
  const { subject, text } = letter.kind in SEPARATORS
    ? fixedMail(letter, { name, detail, address })
    : mailOf(letter.kind as EditableMail, letter.template, { company: letter.company, name, address });
  return { subject: oneLine(subject), text: text.replace(UNSAFE, "") };
}

function fixedMail(
  { kind, template: { subject, body, footer }, company }: Letter,
  { name, detail, address }: { name: string; detail: string; address: string },
) {
  const parts = [`${name} 様`, body, detail, address, footer];
  return {
    subject: `${subject}${SEPARATORS[kind as keyof typeof SEPARATORS]}${company}`,
    text: `${parts.filter((part) => part !== "").join("\n\n")}\n`,
  };
}

/** Control characters that mean nothing in a text. */
const UNSAFE = /(?![\n\t])\p{Cc}/gu;

/** A text on one line: what a name or a title brings along must not begin another header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
