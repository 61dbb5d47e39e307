import { REQUEST_STATUS_LABELS, REQUEST_STATUSES, type RequestStatus } from "../../domain/request.ts";
import { cls } from "../cls.ts";

interface Props {
  /** Address of the list without filters. */
  action: string;
  /** How many 依頼 have each status; null where this person may not see it. */
  counts: Record<string, number> | null;
  /** The one status that the list is narrowed to, if it is narrowed to one. */
  current: RequestStatus | null;
}

/** 依頼状況: the number of each status; each leads to those requests, the one that is shown leads back to all. */
export function StatusCounts({ action, counts, current }: Props) {
  return (
    <nav aria-label="依頼状況" class="mb-6">
      <ul class="grid grid-cols-2 gap-2 wide:grid-cols-4">
        {REQUEST_STATUSES.map((status) => (
          <li key={status}>
            <a
              href={status === current ? action : `${action}?status=${status}`}
              aria-current={status === current ? "true" : undefined}
              class={cls(
                "flex items-center justify-between gap-2 min-h-[2.75rem] px-4 rounded-control border no-underline",
                status === current
                  ? "border-main bg-main-soft text-ink font-bold"
                  : "border-line bg-surface text-ink hover:border-edge hover:text-ink",
              )}
            >
              <span class="whitespace-nowrap">{REQUEST_STATUS_LABELS[status]}</span>
              {counts && (
                <span class="font-bold tabular-nums">
                  {(counts[status] ?? 0).toLocaleString("ja-JP")}
                  <span class="sr-only">件</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
