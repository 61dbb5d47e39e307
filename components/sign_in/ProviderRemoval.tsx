import { Button } from "../Button.tsx";

/** Takes the identity provider away. */
export function ProviderRemoval() {
  return (
    <form method="post" action="/settings/sign-in" class="grid gap-6 max-w-[36rem]">
      <p>
        外部IDの設定とクライアントシークレットを消します。外部IDでサインインしていた人は、パスワードでサインインします。
      </p>
      <div>
        <Button type="submit" name="action" value="remove" look="danger">外部IDの利用をやめる</Button>
      </div>
    </form>
  );
}
