import type { JobControl } from "../../jobs/service.ts";
import type { JobView } from "../../jobs/view.ts";
import type { ButtonLook } from "../Button.tsx";

/** What stands in the question before something is done with a job, in a dialog or on a page of its own. */
export interface ControlSpec {
  /** Last part of the address that does it. */
  path: "cancellation" | "retries";
  title: string;
  lines: readonly string[];
  /** What has to be considered beforehand; null: nothing special. */
  warning: string | null;
  /** The word that does it, and the one that leaves everything as it is. */
  button: string;
  look: ButtonLook;
  leave: string;
  /** True when the form carries an idempotency key: sent twice it is one job. */
  keyed: boolean;
  /** The password is asked for again. */
  password: boolean;
}

/** 中断 of a running job. */
export function cancelSpec({ title }: Pick<JobView, "title">): ControlSpec {
  return {
    path: "cancellation",
    title: "処理の中断",
    lines: [
      `「${title}」を中断しますか？　この操作は元に戻せません。`,
      "これまでに処理した内容は、そのまま残ります。作成途中のファイルは削除されます。",
    ],
    warning: null,
    button: "中断",
    look: "danger",
    // Not キャンセル: here the word would say the same as the button beside it.
    leave: "中断しない",
    keyed: false,
    password: false,
  };
}

/** How a job is run again (see `JobControl`). */
type Rerun = Pick<NonNullable<JobControl["rerun"]>, "confirm" | "password">;

/** 同じ内容で再実行 of a job that has ended. `confirm`: doing it again has an effect of its own. */
export function rerunSpec({ title }: Pick<JobView, "title">, { confirm, password }: Rerun): ControlSpec {
  return {
    path: "retries",
    title: "同じ内容で再実行",
    lines: [
      `「${title}」を、前回と同じ内容（ファイルや条件）でもう一度実行します。`,
      "実行者はあなたになり、現在の権限と操作できる範囲で処理します。",
    ],
    warning: confirm
      ? "前回の結果は取り消されません。前回反映された変更や送信も、もう一度行われます。"
      : null,
    button: "再実行",
    look: "main",
    leave: "キャンセル",
    keyed: true,
    password,
  };
}

/** Where a control is sent, and where its question stands without JavaScript. */
export function controlAddress(job: string, { path }: ControlSpec): string {
  return `/background-jobs/${job}/${path}`;
}
