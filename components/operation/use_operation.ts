import { useRef, useState } from "preact/hooks";
import { ulid } from "ulid";
import type { UploadSpec } from "../../jobs/service.ts";
import type { Refused } from "../refusal.ts";
import { showAccepted } from "./accepted_flash.tsx";
import type { Field } from "./choices.ts";
import { checkForm, type FieldErrors, sentence } from "./check_form.ts";
import { type Answer, sendForm } from "./send_form.ts";

/** What the dialog shows beside its form. */
export interface Sending {
  /** Share of the file that is sent, 0 to 1; null: nothing is under way. */
  progress: number | null;
  /** Shown at the fields. */
  errors: FieldErrors;
  /** Shown near the button. */
  problem: Refused | null;
}

const IDLE: Sending = { progress: null, errors: {}, problem: null };
const BROKEN: Refused = {
  code: "broken",
  message: "サーバーから応答がありませんでした。通信が途切れた可能性があります。",
  remedy: "通信状態を確認して、もう一度送信してください。二重に実行されることはありません。",
  job: null,
};

/** Checks and sends the form of an operation; `onAccepted` is called when the server took it. */
export function useOperation(onAccepted: () => void) {
  const [sending, setSending] = useState<Sending>(IDLE);
  // One key until the server has accepted, so that sending again after a lost answer is the same job.
  const [key, setKey] = useState(() => ulid());
  const stop = useRef<AbortController | null>(null);

  /**
   * @param upload the file that is asked for, null: none
   * @param unanswered choices that are asked for and of which nothing is chosen
   */
  async function submit(form: HTMLFormElement, upload: UploadSpec | null, unanswered: readonly Field[] = []) {
    if (stop.current !== null) return;
    const [password, file] = [inputOf(form, "password"), inputOf(form, "file")];
    const errors = checkForm({ password, file, upload, unanswered });
    if (errors.options ?? errors.password ?? errors.file) return point(form, errors);
    stop.current = new AbortController();
    setSending({ ...IDLE, progress: 0 });
    const answer = await sendForm(form.action, new FormData(form), {
      onProgress: (progress) => setSending({ ...IDLE, progress }),
      signal: stop.current.signal,
    });
    stop.current = null;
    settle(answer, form);
  }

  /** Says what is wrong at the fields, and leads to the first of them. */
  function point(form: HTMLFormElement, errors: FieldErrors) {
    setSending({ ...IDLE, errors });
    const [option] = Object.keys(errors.options ?? {});
    const field = inputOf(form, option ?? (errors.password ? "password" : "file"));
    field?.focus();
    field?.select();
  }

  function settle(answer: Answer, form: HTMLFormElement) {
    switch (answer.kind) {
      case "accepted":
        setSending(IDLE);
        setKey(ulid());
        onAccepted();
        return showAccepted(answer);
      case "refused":
        if (answer.problem.code === "wrong_password") {
          return point(form, { password: sentence("wrong_password") });
        }
        return setSending({ ...IDLE, problem: answer.problem });
      case "broken":
        return setSending({ ...IDLE, problem: BROKEN });
      case "aborted":
        return setSending(IDLE);
    }
  }

  function reset() {
    stop.current?.abort();
    setSending(IDLE);
  }

  return { sending, key, submit, reset };
}

/** The first of this name. */
function inputOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  const field = found instanceof RadioNodeList ? found[0] : found;
  return field instanceof HTMLInputElement ? field : null;
}
