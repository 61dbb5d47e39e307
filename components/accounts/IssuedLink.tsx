import { Card } from "../Card.tsx";
import { AbsoluteTime } from "../RelativeTime.tsx";

interface Props {
  /** Whose password the link sets. */
  name: string;
  href: string;
  /** ms since the epoch. */
  expiresAt: number;
}

/** A one-time link, shown this once. */
export function IssuedLink({ name, href, expiresAt }: Props) {
  return (
    <Card title={`${name} さんのパスワード設定リンク`}>
      <div class="grid gap-3">
        <p>
          このリンクを本人だけに伝えてください。<strong>このページを離れると、もう表示できません。</strong>
        </p>
        <label for="issued-link" class="font-bold">リンク</label>
        <input
          id="issued-link"
          type="text"
          readOnly
          value={href}
          class="block w-full min-h-[2.75rem] px-3 py-2 bg-paper text-ink border border-edge rounded-control"
        />
        <p class="text-sm text-ink-soft">
          <AbsoluteTime at={expiresAt} /> まで、1回だけ使えます。
        </p>
      </div>
    </Card>
  );
}
