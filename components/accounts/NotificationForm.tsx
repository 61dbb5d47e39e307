import { Button } from "../Button.tsx";

interface Props {
  /** Where mails go; null: the account has no address. */
  email: string | null;
  jobFinished: boolean;
}

/** Which mails somebody wants for themselves. */
export function NotificationForm({ email, jobFinished }: Props) {
  return (
    <form method="post" action="/account/notifications" class="grid gap-6 max-w-[36rem]">
      <div>
        <label class="flex items-center gap-2 min-h-[2.75rem]">
          <input
            type="checkbox"
            name="job_finished"
            value="1"
            checked={jobFinished}
            disabled={email === null}
            aria-describedby="job-finished-hint"
            class="w-4 h-4 flex-none"
          />
          <span>自分が実行した処理の終了をメールで受け取る</span>
        </label>
        <p id="job-finished-hint" class="text-sm text-ink-soft [overflow-wrap:anywhere]">
          {email === null
            ? "アカウントにメールアドレスが登録されていないため、受け取れません。管理者に登録を依頼してください。"
            : `バックグラウンド処理が終わったときに ${email} へ送ります。画面では、受け取らない場合もお知らせします。`}
        </p>
      </div>
      <div>
        <Button type="submit" look="main" disabled={email === null}>保存</Button>
      </div>
    </form>
  );
}
