import type { Row } from "../../../domain/answering/item_list.ts";
import { LinkButton } from "../../Button.tsx";
import { ENTRIES } from "../addresses.ts";

/** A list of a part as the page that edits the part shows it. */
export interface EntryList {
  id: string;
  label: string;
  rows: Row[];
  hasRoom: boolean;
}

/** The entries of a list, each to be changed or taken away, and a way to another one. */
export function EntryTable({ address, list }: { address: string; list: EntryList }) {
  const { id, label, rows, hasRoom } = list;
  return (
    <section class="mt-8 first:mt-0">
      <h2 class="text-lg mb-1">{label}（{rows.length}件）</h2>
      <ul>
        {rows.map(({ id: item, title, detail }) => (
          <li
            key={item}
            class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 border-b border-dotted last:border-b-0"
          >
            <div class="flex-1 min-w-[12rem] [overflow-wrap:anywhere]">
              <p class="font-bold">{title}</p>
              <p class="text-sm text-ink-soft">{detail}</p>
            </div>
            <div class="flex gap-2">
              <LinkButton href={ENTRIES.form(address, id, item)} aria-label={`${title}を変更`}>
                変更
              </LinkButton>
              <LinkButton href={ENTRIES.removal(address, id, item)} aria-label={`${title}を削除`}>
                削除
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
      <div class="mt-3">
        {hasRoom
          ? <LinkButton href={ENTRIES.form(address, id, "new")}>{`${label}を追加`}</LinkButton>
          : <p class="text-ink-soft">登録できる件数の上限です。</p>}
      </div>
    </section>
  );
}
