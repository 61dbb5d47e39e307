import type { Row } from "../../domain/answering/item_list.ts";
import { questionOf } from "../../domain/questionnaire.ts";
import { LinkButton } from "../Button.tsx";
import { Label } from "../StatusLabel.tsx";
import { itemAddress, removalAddress } from "./addresses.ts";
import { Hint, type Hints } from "./Hint.tsx";

/** A list of the questionnaire as a page shows it. */
export interface ListShown {
  id: string;
  label: string;
  question: number;
  rows: Row[];
  hasRoom: boolean;
}

/** The entries of a list, each to be changed or taken away, and a way to another one. */
export function ItemTable({ page, list, hints }: { page: string; list: ListShown; hints: Hints }) {
  const { id, label, question, rows, hasRoom } = list;
  return (
    <section>
      <h2 class="text-lg mb-1">
        <span class="text-sm text-ink-soft mr-2">設問{question}</span>
        {questionOf(question)?.title ?? label}
      </h2>
      <Hint question={question} hints={hints} />
      {rows.length === 0
        ? <p class="mt-2 text-ink-soft">登録されていません。ない場合は、そのまま次へ進んでください。</p>
        : (
          <ul class="mt-2">
            {rows.map((row) => (
              <li key={row.id} class="py-3 border-b border-dotted">
                <ItemLine page={page} list={id} row={row} />
              </li>
            ))}
          </ul>
        )}
      <div class="mt-4">
        {hasRoom
          ? <LinkButton href={itemAddress(page, id, "new")}>{`${label}を追加`}</LinkButton>
          : <p class="text-ink-soft">登録できる件数の上限です。</p>}
      </div>
    </section>
  );
}

function ItemLine({ page, list, row }: { page: string; list: string; row: Row }) {
  const { id, title, detail, editable, lacking } = row;
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div class="flex-1 min-w-[12rem] [overflow-wrap:anywhere]">
        <p class="flex flex-wrap items-center gap-x-2 font-bold">
          {title}
          {lacking && <Label tone="warning">入力が必要</Label>}
        </p>
        <p class="text-sm text-ink-soft">{detail}</p>
      </div>
      {editable
        ? (
          <div class="flex gap-2">
            <LinkButton href={itemAddress(page, list, id)} aria-label={`${title}を変更`}>変更</LinkButton>
            <LinkButton href={removalAddress(page, list, id)} aria-label={`${title}を削除`}>削除</LinkButton>
          </div>
        )
        : <p class="text-sm text-ink-soft">会社が登録した内容のため、変更できません。</p>}
    </div>
  );
}
