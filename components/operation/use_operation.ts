import { useRef, useState } from "preact/hooks";
import { ulid } from "ulid";
import type { MenuItem } from "../../jobs/service.ts";
import { showAccepted } from "./accepted_flash.tsx";
import type { Refused } from "../refusal.ts";
import { checkFile } from "./check_file.ts";
import { type Answer, sendForm } from "./send_form.ts";

/** What the dialog shows beside its form. */
export interface Sending {
  /** Share of the file that is sent, 0 to 1; null: nothing is under way. */
  progress: number | null;
  /** Shown at the file field. */
  fileError: string | undefined;
  /** Shown near the button. */
  problem: Refused | null;
}

const IDLE: Sending = { progress: null, fileError: undefined, problem: null };
const BROKEN: Refused = {
  code: "broken",
  message: "サーバーから応答がありませんでした。通信が途切れた可能性があります。",
  remedy: "通信状態を確認して、もう一度送信してください。二重に実行されることはありません。",
  job: null,
};

/** Checks and sends the form of an operation; `onAccepted` is called when the server took it. */
export function useOperation(item: MenuItem, onAccepted: () => void) {
  const [sending, setSending] = useState<Sending>(IDLE);
  // One key until the server has accepted, so that sending again after a lost answer is the same job.
  const [key, setKey] = useState(() => ulid());
  const stop = useRef<AbortController | null>(null);

  async function submit(form: HTMLFormElement) {
    if (stop.current !== null) return;
    const fileError = item.dialog.upload && checkFile(fileField(form)?.files ?? [], item.dialog.upload);
    if (fileError) {
      fileField(form)?.focus();
      return setSending({ ...IDLE, fileError });
    }
    stop.current = new AbortController();
    setSending({ ...IDLE, progress: 0 });
    const answer = await sendForm(form.action, new FormData(form), {
      onProgress: (progress) => setSending({ ...IDLE, progress }),
      signal: stop.current.signal,
    });
    stop.current = null;
    settle(answer);
  }

  function settle(answer: Answer) {
    setSending(answer.kind === "refused" ? { ...IDLE, problem: answer.problem } : IDLE);
    if (answer.kind === "broken") setSending({ ...IDLE, problem: BROKEN });
    if (answer.kind !== "accepted") return;
    setKey(ulid());
    onAccepted();
    showAccepted(answer);
  }

  function reset() {
    stop.current?.abort();
    setSending(IDLE);
  }

  return { sending, key, submit, reset };
}

function fileField(form: HTMLFormElement): HTMLInputElement | null {
  const field = form.elements.namedItem("file");
  return field instanceof HTMLInputElement ? field : null;
}
