import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../components/Button.tsx";
import { CONTROL, Field } from "../components/Field.tsx";
import { HintPreview } from "../components/hints/HintPreview.tsx";
import { MAX_HINT } from "../domain/hint.ts";
import type { Question } from "../domain/questionnaire.ts";

interface Props {
  question: Question;
  /** What stands in the field: the hint that is shown now, or what was refused. */
  text: string;
  /** 原因。対処。 of why it was refused. */
  error?: string;
  company: string;
}

/** この設問のヒントを設定する: the text of one hint, and how it will be shown, which follows the typing. */
export function HintEditor({ question, text, error, company }: Props) {
  const [written, setWritten] = useState(text);
  const [live, setLive] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    setLive(true);
    // Typed before this ran, or put back by the browser.
    setWritten(field.current!.value);
  }, []);
  const count = [...written].length;
  return (
    <form method="post" action={`?question=${question.number}`} class="grid gap-6">
      <input type="hidden" name="question" value={question.number} />
      <Field
        name="hint"
        label="ヒント"
        hint={`${MAX_HINT.toLocaleString("ja-JP")}文字まで入力できます。` +
          '使えるタグはリンク（<a href="https://…">文字</a>）だけです。空にして保存すると、初期設定のヒントに戻ります。'}
        error={error}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            rows={8}
            class={CONTROL}
            onInput={(event) => setWritten(event.currentTarget.value)}
          >
            {text}
          </textarea>
        )}
      </Field>
      <section aria-labelledby="hint-preview">
        <h3 id="hint-preview" class="font-bold mb-2">アンケートでの表示</h3>
        <HintPreview question={question} written={written} company={company} />
        {live && (
          <p class="mt-2 text-sm text-ink-soft tabular-nums">
            {count.toLocaleString("ja-JP")}／{MAX_HINT.toLocaleString("ja-JP")}文字
          </p>
        )}
      </section>
      <div>
        <Button type="submit" look="main">保存する</Button>
      </div>
    </form>
  );
}
