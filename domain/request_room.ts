import type { Correction, Memo } from "./request.ts";

/*
 * A 依頼 lies under one key of 64 KiB (reference/kv.md §1). What people write is the only part of it that grows: limited
 * in characters of its JSON, which as UTF-16 take two bytes each, it leaves some 12 KiB to the rest.
 */

/** All 管理者メモ of a 依頼: 24 of the longest, or well over a hundred short ones. */
const MEMO_ROOM = 14_000;

/** All open 修正依頼 and 差し戻し: 11 of the longest. */
const CORRECTION_ROOM = 12_000;

/** True while a 依頼 can hold these 管理者メモ. */
export function memosFit(memos: readonly Memo[]): boolean {
  return JSON.stringify(memos).length <= MEMO_ROOM;
}

/** True while a 依頼 can hold these 修正依頼 and 差し戻し. */
export function correctionsFit(corrections: readonly Correction[]): boolean {
  return JSON.stringify(corrections).length <= CORRECTION_ROOM;
}
