import type { CollectedPart, DocumentKind, Reviewed } from "../../domain/request.ts";

/** 依頼詳細. */
export function requestAddress(group: string, request: string): string {
  return `/groups/${group}/requests/${request}`;
}

/** The pages of one 依頼; `home` is the address of its 依頼詳細. */
export const PAGES_OF = {
  /** 収集情報, one tab of it. */
  tab: (home: string, part: CollectedPart) => part === "self" ? home : `${home}?tab=${part}`,
  edit: (home: string, part: CollectedPart) => `${home}/collected/${part}`,
  picture: (home: string, picture: string) => `${home}/pictures/${picture}`,
  history: (home: string) => `${home}/history`,
  answers: (home: string) => `${home}/answers`,
  memos: (home: string) => `${home}/memos`,
  corrections: (home: string) => `${home}/corrections`,
  cancellation: (home: string) => `${home}/corrections/cancellation`,
  /** ［書類をチェック］, of 前職情報 too. */
  check: (home: string, of: Reviewed) => `${home}/documents/${of}`,
  /** The document as it is printed. */
  pdf: (home: string, document: DocumentKind) => `${home}/documents/${document}/pdf`,
  mountingSheet: (home: string) => `${home}/mounting-sheet`,
  deletion: (home: string, document: DocumentKind) => `${home}/documents/${document}/deletion`,
};

/** The entries of a list of 収集情報; `part` is the address of the page that edits its part. */
export const ENTRIES = {
  /** @param item its id; `new`: another one */
  form: (part: string, list: string, item: string) => `${part}/${list}/${item}`,
  removal: (part: string, list: string, item: string) => `${part}/${list}/${item}/removal`,
};
