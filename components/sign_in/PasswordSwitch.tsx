import { Button } from "../Button.tsx";

interface Props {
  on: boolean;
  hasProvider: boolean;
  /** This person came in through the provider as it is set up now. */
  proven: boolean;
}

/** Switches passwords off, and on again. */
export function PasswordSwitch({ on, hasProvider, proven }: Props) {
  if (!on) {
    return (
      <form method="post" action="/settings/sign-in" class="grid gap-6 max-w-[36rem]">
        <p>
          パスワードでのサインインを止めています。外部IDのほかに、パスワードでもサインインできるように戻せます。
        </p>
        <div>
          <Button type="submit" name="action" value="passwords_on" look="main">
            パスワードでのサインインを使う
          </Button>
        </div>
      </form>
    );
  }
  if (!hasProvider) return <p>外部IDを設定すると、パスワードでのサインインを止められます。</p>;
  return (
    <form method="post" action="/settings/sign-in" class="grid gap-6 max-w-[36rem]">
      <ul class="grid gap-1 list-disc pl-5">
        <li>
          止めると、新しいサインインは外部IDだけになります。すでにサインインしている人は、最長12時間そのまま使えます。
        </li>
        <li>メールアドレスのないアカウント（社員番号だけのアカウント）は、サインインできなくなります。</li>
        <li>大切な操作の確認には、止めたあとも本人のパスワードを使います。</li>
      </ul>
      {proven
        ? (
          <div>
            <Button type="submit" name="action" value="passwords_off" look="danger">
              パスワードでのサインインを止める
            </Button>
          </div>
        )
        : (
          <p>
            止めるには、先に［外部IDでサインインして確認する］から、あなた自身のサインインを確認してください。
          </p>
        )}
    </form>
  );
}
