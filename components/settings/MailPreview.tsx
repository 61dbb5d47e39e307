import { type EditableMail, mailOf, type MailTemplate } from "../../domain/mail_template.ts";
import { tidy } from "../../domain/text.ts";

interface Props {
  kind: EditableMail;
  /** As it is being written. */
  template: MailTemplate;
  /** Name of the company that asks. */
  company: string;
  /** Where the mail leads to. */
  address: string;
}

/** Whom the mail of the preview goes to. */
const NAME = "山田 花子";

/** The mail as somebody will receive it. */
export function MailPreview({ kind, template: { subject, body, footer }, company, address }: Props) {
  const written = { subject: tidy(subject), body: tidy(body), footer: tidy(footer) };
  const mail = mailOf(kind, written, { company, name: NAME, address });
  return (
    <div class="bg-paper rounded-control p-4 [overflow-wrap:anywhere]">
      <p class="pb-2 mb-3 border-b">
        <span class="text-sm text-ink-soft">件名：</span>
        <span class="font-bold">{mail.subject}</span>
      </p>
      <p class="whitespace-pre-line">{mail.text}</p>
    </div>
  );
}
