import type { DocumentKind } from "../../domain/request.ts";

/** The employee's own page. */
export const MY = "/my";

/** Where everything is looked over before it is submitted. */
export const CONFIRMATION = `${MY}/confirmation`;

/** What was submitted, to be read. */
export const DECLARATION = `${MY}/declaration`;

/** Where pictures of proofs are added. */
export const PICTURES = `${MY}/pictures`;

/** アンケートのやり直し. */
export const RESTART = `${MY}/restart`;

/** A document of one's own as it is printed. */
export function documentAddress(document: DocumentKind): string {
  return `${MY}/documents/${document}`;
}

/** 生命保険等証明書原本の台紙. */
export const MOUNTING_SHEET = `${MY}/mounting-sheet`;

/** A page of the questionnaire. */
export function answerAddress(page: string): string {
  return `${MY}/answers/${page}`;
}

/** An entry of a list; `new`: another one. */
export function itemAddress(page: string, list: string, item: string): string {
  return `${answerAddress(page)}/${list}/${item}`;
}

/** Where an entry is taken away. */
export function removalAddress(page: string, list: string, item: string): string {
  return `${itemAddress(page, list, item)}/removal`;
}
