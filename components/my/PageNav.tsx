import type { PageState } from "../../domain/answering/progress.ts";
import { Icon } from "../Icon.tsx";
import { Label } from "../StatusLabel.tsx";
import { answerAddress, CONFIRMATION, MY, PICTURES } from "./addresses.ts";

/** A page of the questionnaire as the list of pages shows it. */
export interface PageLine {
  id: string;
  title: string;
  state: PageState;
}

/** How far somebody is. */
export function progressText(pages: readonly PageLine[]): string {
  const done = pages.filter(({ state }) => state === "done").length;
  return `${pages.length}画面のうち${done}画面が入力済み`;
}

/** Every page of the questionnaire with its state. `current`: the page that is open. */
export function PageNav({ pages, current }: { pages: readonly PageLine[]; current: string }) {
  return (
    <nav aria-label="アンケートの画面">
      <p class="mb-2">
        <a href={MY} class="inline-flex items-center gap-1 min-h-[1.75rem]">
          <Icon name="back" />
          あなたの年末調整に戻る
        </a>
      </p>
      <details class="group bg-surface rounded-card shadow-card">
        <summary class="flex flex-wrap items-center justify-between gap-2 min-h-[2.75rem] px-4 py-2 font-bold">
          <span class="inline-flex items-center gap-1">
            画面の一覧
            <Icon name="chevron" class="w-4 h-4 group-open:rotate-180" />
          </span>
          <span class="text-sm font-normal text-ink-soft">{progressText(pages)}</span>
        </summary>
        <div class="px-4 pb-3">
          <PageLines pages={pages} current={current} />
        </div>
      </details>
    </nav>
  );
}

/** The pages one below the other, each a link. */
export function PageLines({ pages, current }: { pages: readonly PageLine[]; current?: string }) {
  return (
    <ol>
      {pages.map(({ id, title, state }) => (
        <li key={id} class="flex flex-wrap items-center gap-2 py-1 border-b border-dotted last:border-b-0">
          <a
            href={answerAddress(id)}
            aria-current={id === current ? "page" : undefined}
            class="flex-1 min-h-[2.25rem] inline-flex items-center aria-[current=page]:font-bold"
          >
            {title}
          </a>
          <StateLabel state={state} />
        </li>
      ))}
      <li class="py-1 border-b border-dotted">
        <a
          href={PICTURES}
          aria-current={current === "pictures" ? "page" : undefined}
          class="min-h-[2.25rem] inline-flex items-center aria-[current=page]:font-bold"
        >
          証明書の画像
        </a>
      </li>
      <li class="py-1">
        <a
          href={CONFIRMATION}
          aria-current={current === "confirmation" ? "page" : undefined}
          class="min-h-[2.25rem] inline-flex items-center aria-[current=page]:font-bold"
        >
          確認と提出
        </a>
      </li>
    </ol>
  );
}

function StateLabel({ state }: { state: PageState }) {
  if (state === "done") return <Label tone="green" icon="check">入力済み</Label>;
  return state === "lacking"
    ? <Label tone="warning">入力が必要</Label>
    : <Label tone="outline">未入力</Label>;
}
