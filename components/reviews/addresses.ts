import { type ReviewKey } from "../../domain/reviews.ts";

/** The page of one document, or of 前職情報 (［書類をチェック］, ［前職情報をチェック］). */
export function checkAddress(group: string, { id, of }: ReviewKey): string {
  return `/groups/${group}/requests/${id}/documents/${of}`;
}

/** Where ticked rows begin to be looked at one after the other, and where they are set チェック済み at once. */
export function walkAddress(group: string): string {
  return `/groups/${group}/reviews/walk`;
}
export function checkedAddress(group: string): string {
  return `/groups/${group}/reviews/checked`;
}

/** `path` with `list`, the list that somebody came from. */
export function fromList(path: string, list: string): string {
  return `${path}?${new URLSearchParams({ list })}`;
}
