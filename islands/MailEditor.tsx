import { useEffect, useRef, useState } from "preact/hooks";
import { Button, LinkButton } from "../components/Button.tsx";
import { CONTROL, Field } from "../components/Field.tsx";
import { MailPreview } from "../components/settings/MailPreview.tsx";
import {
  type EditableMail,
  type MailTemplate,
  MAX_BODY,
  MAX_FOOTER,
  MAX_SUBJECT,
} from "../domain/mail_template.ts";

interface Props {
  kind: EditableMail;
  /** What stands in the fields: what is stored, the product's words, or what was refused. */
  template: MailTemplate;
  /** 原因。対処。 by field. */
  errors: Partial<Record<keyof MailTemplate, string>>;
  company: string;
  /** Where the mail leads to. */
  address: string;
  /** Shows the product's words in the fields. */
  initial: string;
}

const letters = (max: number) => `${max.toLocaleString("ja-JP")}文字以内`;

/** 件名, 本文 and フッター of one mail, and how it will look, which follows the typing. */
export function MailEditor({ kind, template, errors, company, address, initial }: Props) {
  const [written, setWritten] = useState(template);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Typed before this ran, or put back by the browser.
    const text = (name: string) => String(new FormData(form.current!).get(name) ?? "");
    setWritten({ subject: text("subject"), body: text("body"), footer: text("footer") });
  }, []);
  const typed = (name: keyof MailTemplate) => (event: { currentTarget: { value: string } }) =>
    setWritten({ ...written, [name]: event.currentTarget.value });
  return (
    // A form of parts: percent-encoded, a long text would be too large.
    <form
      ref={form}
      method="post"
      action={`?mail=${kind}`}
      encType="multipart/form-data"
      class="grid gap-6"
      noValidate
    >
      <Field
        name="subject"
        label="件名"
        hint={`${letters(MAX_SUBJECT)}。会社名は自動で末尾に付きます。`}
        error={errors.subject}
        required
      >
        {(control) => (
          <input
            {...control}
            type="text"
            value={template.subject}
            class={CONTROL}
            onInput={typed("subject")}
          />
        )}
      </Field>
      <Field
        name="body"
        label="本文"
        hint={`${letters(MAX_BODY)}。宛名と年末調整のページのアドレスは自動で付きます。`}
        error={errors.body}
        required
      >
        {(control) => (
          <textarea {...control} rows={8} class={CONTROL} onInput={typed("body")}>{template.body}</textarea>
        )}
      </Field>
      <Field
        name="footer"
        label="フッター"
        hint={`${letters(MAX_FOOTER)}。空にすると、フッターを付けません。`}
        error={errors.footer}
      >
        {(control) => (
          <textarea {...control} rows={3} class={CONTROL} onInput={typed("footer")}>
            {template.footer}
          </textarea>
        )}
      </Field>
      <section aria-labelledby="mail-preview">
        <h3 id="mail-preview" class="font-bold mb-2">プレビュー</h3>
        <MailPreview kind={kind} template={written} company={company} address={address} />
      </section>
      <div class="flex flex-wrap gap-3">
        <Button type="submit" look="main">保存</Button>
        <LinkButton href={initial}>初期の文面に戻す</LinkButton>
      </div>
    </form>
  );
}
