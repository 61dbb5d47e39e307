import type { ReviewView } from "../../domain/reviews.ts";

/** The three views of one group (reference/screens.md §4). */
export type GroupView = "requests" | ReviewView;

/** Their names, in the order of ［表示切替］. */
export const VIEW_LABELS: Record<GroupView, string> = {
  requests: "依頼一覧",
  documents: "書類一覧",
  previous_jobs: "前職情報一覧",
};
export const GROUP_VIEWS = Object.keys(VIEW_LABELS) as GroupView[];

const SEGMENTS: Record<GroupView, string> = {
  requests: "requests",
  documents: "documents",
  previous_jobs: "previous-jobs",
};

/** The address of a view of a group, without filters. */
export function viewAddress(group: string, view: GroupView): string {
  return `/groups/${group}/${SEGMENTS[view]}`;
}
