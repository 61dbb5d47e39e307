import { cls } from "../cls.ts";
import { type GroupView, viewAddress } from "./views.ts";

/** A group as the list at the left shows it. */
export interface GroupLink {
  id: string;
  name: string;
  /** Null where this person may not see how many there are. */
  employees: number | null;
}

interface Props {
  groups: readonly GroupLink[];
  current: string;
  view: GroupView;
}

/** 依頼グループ一覧, newest first; each leads to the same view of it. */
export function GroupNav({ groups, current, view }: Props) {
  return (
    <nav aria-labelledby="group-list">
      <h2 id="group-list" class="text-sm font-bold text-ink-soft mb-2">依頼グループ一覧</h2>
      <ul class="max-h-[14rem] overflow-y-auto broad:max-h-[70vh] bg-surface rounded-card shadow-card py-2">
        {groups.map(({ id, name, employees }) => (
          <li key={id}>
            <a
              href={viewAddress(id, view)}
              aria-current={id === current ? "page" : undefined}
              class={cls(
                "flex items-center gap-2 min-h-[2.75rem] px-4 py-1 no-underline border-l-4",
                id === current
                  ? "border-main bg-main-soft text-ink font-bold"
                  : "border-transparent text-ink hover:bg-paper hover:text-ink",
              )}
            >
              <span class="flex-1 min-w-0 [overflow-wrap:anywhere]">{name}</span>
              {employees !== null && (
                <span class="text-sm text-ink-soft tabular-nums whitespace-nowrap">
                  {employees.toLocaleString("ja-JP")}名
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
