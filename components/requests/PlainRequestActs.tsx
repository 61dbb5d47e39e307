import type { ComponentChildren } from "preact";
import type { MenuItem } from "../../jobs/service.ts";
import { Button, buttonClass } from "../Button.tsx";
import { Icon } from "../Icon.tsx";
import type { FormField } from "../members/selection_fields.ts";
import { placesOf } from "./RequestActs.tsx";

interface Props {
  items: readonly MenuItem[];
  group: string;
  /** Nobody can be ticked. */
  empty: boolean;
  /** All who match, as fields. */
  everybody: readonly FormField[];
  /** How many match in all; null where that is not known. */
  total: number | null;
  returnTo: string;
  /** The table with its tick boxes. */
  children: ComponentChildren;
}

/** 依頼一覧 before, and without, JavaScript: a form whose ticks go to the page that asks. */
export function PlainRequestActs({ items, group, empty, everybody, total, returnTo, children }: Props) {
  const all = total === null ? "条件に合う依頼すべて" : `一覧の依頼${total.toLocaleString("ja-JP")}件すべて`;
  return (
    <form method="get">
      <input type="hidden" name="return_to" value={returnTo} />
      {everybody.filter(([name]) => name !== "all").map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {!empty && items.length > 0 && (
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 border-b min-h-[3.75rem]">
          <label class="inline-flex items-center gap-2 min-h-[2.75rem]">
            <input type="checkbox" name="all" value="1" class="w-5 h-5" />
            {all}を選択
          </label>
          {placesOf(items).map(([menu, inside]) =>
            menu === null
              ? inside.map((item) => <Act key={item.kind} item={item} group={group} />)
              : (
                <details key={menu}>
                  <summary class={buttonClass("plain")}>
                    {menu}
                    <Icon name="chevron" />
                  </summary>
                  <div class="flex flex-wrap gap-2 mt-2">
                    {inside.map((item) => <Act key={item.kind} item={item} group={group} />)}
                  </div>
                </details>
              )
          )}
        </div>
      )}
      {children}
    </form>
  );
}

function Act({ item: { kind, label }, group }: { item: MenuItem; group: string }) {
  return <Button type="submit" formAction={`/groups/${group}/selections/${kind}`}>{label}</Button>;
}
