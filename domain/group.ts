import { z } from "zod";
import { charactersOf } from "./text.ts";

/** The longest name of a 依頼グループ, in characters (reference/screens.md §3). */
export const MAX_GROUP_NAME = 50;

/** The longest 受付終了後表示メッセージ, in characters. */
export const MAX_CLOSED_MESSAGE = 1_000;

/** 依頼グループ: employees who are asked together. Ids are ULIDs, so id order is creation order. */
export const groupSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  name: z.string().min(1).refine((name) => charactersOf(name) <= MAX_GROUP_NAME),
  createdAt: z.number(),
  /** 受付終了日 as YYYY-MM-DD (closes at 08:00 Asia/Tokyo), or null. */
  closesOn: z.string().nullable(),
  /** 受付終了後表示メッセージ; null: the product's own (domain/deadline.ts). */
  closedMessage: z.string().nullable().default(null),
});
export type Group = z.infer<typeof groupSchema>;

/** A group as it is created: what has a default may be left out. */
export type NewGroup = z.input<typeof groupSchema>;

/** What a group's guard key counts, moved by every write to the group's data. */
export interface GroupTally {
  employees: number;
  /** Requests by 依頼ステータス (see domain/request.ts). */
  byStatus: Record<string, number>;
  /** Documents and 前職情報 by 確認状況: `reviewCount(of, status)` of them. */
  byReview: Record<string, number>;
}

/** Why a text is no name of a group. */
export type NameProblem = { why: "empty" } | { why: "too_long"; count: number } | { why: "characters" };

/** Control and invisible characters, and halves of a pair: two names must not look alike by them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A group's name out of what somebody typed: without the spaces around it, or what is wrong with it. */
export function groupNameOf(text: string): { name: string } | { problem: NameProblem } {
  const name = text.trim();
  if (name === "") return { problem: { why: "empty" } };
  const count = charactersOf(name);
  if (count > MAX_GROUP_NAME) return { problem: { why: "too_long", count } };
  return UNSEEN.test(name) ? { problem: { why: "characters" } } : { name };
}
