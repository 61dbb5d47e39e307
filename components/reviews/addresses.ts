import type { ReviewKey } from "../../domain/reviews.ts";
import { PAGES_OF, requestAddress } from "../requests/addresses.ts";

/** The page of one document, or of 前職情報 (［書類をチェック］, ［前職情報をチェック］). */
export function checkAddress(group: string, { id, of }: ReviewKey): string {
  return PAGES_OF.check(requestAddress(group, id), of);
}

/** The document as it is printed; null: 前職情報. */
export function pdfAddress(group: string, { id, of }: ReviewKey): string | null {
  return of === "previous_job" ? null : PAGES_OF.pdf(requestAddress(group, id), of);
}

/** The page behind ［差し戻す］. */
export function returnAddressOf(group: string, key: ReviewKey): string {
  return `${checkAddress(group, key)}/return`;
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
