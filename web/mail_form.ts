import { isDeepStrictEqual } from "node:util";
import {
  DEFAULT_MAILS,
  EDITABLE_MAILS,
  type EditableMail,
  type MailTemplate,
  mailTemplateSchema,
} from "../domain/mail_template.ts";
import { fieldErrors } from "./field_errors.ts";
import { textOf } from "./forms.ts";

/** The mail that `mail` of the address names; null for what is none. Nothing is the first. */
export function mailIn(url: URL): EditableMail | null {
  const asked = url.searchParams.get("mail") ?? EDITABLE_MAILS[0]!;
  return EDITABLE_MAILS.find((kind) => kind === asked) ?? null;
}

/** Words that somebody wrote, with what is wrong with them. */
export interface MailForm {
  template: MailTemplate;
  /** 原因。対処。 by field. */
  errors: Partial<Record<keyof MailTemplate, string>>;
}

/** A mail's own words (null: those of the product), or the form again with what is wrong. */
export function readMail(
  kind: EditableMail,
  form: FormData,
): { own: MailTemplate | null } | { form: MailForm } {
  const template = {
    subject: textOf(form, "subject"),
    body: textOf(form, "body"),
    footer: textOf(form, "footer"),
  };
  const read = mailTemplateSchema.safeParse(template);
  if (!read.success) return { form: { template, errors: fieldErrors(read.error) } };
  return { own: isDeepStrictEqual(read.data, DEFAULT_MAILS[kind]) ? null : read.data };
}
