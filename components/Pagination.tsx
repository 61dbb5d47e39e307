import { cls } from "./cls.ts";
import { Icon } from "./Icon.tsx";

interface Props {
  /** Address of the page before; null on the first. */
  previous: string | null;
  /** Address of the page behind; null on the last. */
  next: string | null;
  /** The search stopped at its limit: the next page goes on searching. */
  scanLimited?: boolean;
}

const LINK = cls(
  "inline-flex items-center gap-1 min-h-[2.75rem] px-4 rounded-control border border-edge bg-surface font-bold",
  "no-underline hover:bg-head",
);

/** 前へ and 次へ; nothing at all where there is one page only. */
export function Pagination({ previous, next, scanLimited = false }: Props) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label="ページネーション" class="mt-6">
      {scanLimited && next !== null && (
        <p class="mb-2 text-center text-ink-soft">
          条件に合うものがほかにもないか、続きを探せます。
        </p>
      )}
      <ul class="flex justify-center gap-2">
        {previous !== null && (
          <li>
            <a href={previous} rel="prev" class={LINK}>
              <Icon name="back" />前へ
            </a>
          </li>
        )}
        {next !== null && (
          <li>
            <a href={next} rel="next" class={LINK}>
              {scanLimited ? "さらに探す" : "次へ"}
              <Icon name="next" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
