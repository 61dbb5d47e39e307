import { Button } from "../Button.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";

interface Props {
  /** Of the account. */
  id: string;
  /** The last sign-in through the identity provider (ms). */
  seenAt: number;
}

/** Unties an account from its identity, so that another one of the same mail address can take its place. */
export function IdentityForm({ id, seenAt }: Props) {
  return (
    <form method="post" action={`/settings/accounts/${id}/identity`} class="grid gap-6 max-w-[36rem]">
      <p>
        <AbsoluteTime at={seenAt} />{" "}
        に外部IDでサインインしました。
        結び付きを解除すると、この人のサインインはすべて終わります。次に外部IDでサインインしたときに、
        確認済みのメールアドレスが同じ外部IDと結び付きます。
      </p>
      <div>
        <Button type="submit" look="danger">外部IDとの結び付きを解除</Button>
      </div>
    </form>
  );
}
