import { z } from "zod";

/** The longest name of a 依頼グループ, in characters (reference/screens.md §3). */
export const MAX_GROUP_NAME = 50;

/** 依頼グループ: employees who are asked together. Ids are ULIDs, so id order is creation order. */
export const groupSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  name: z.string().min(1).max(MAX_GROUP_NAME),
  createdAt: z.number(),
  /** 受付終了日 as YYYY-MM-DD (closes at 08:00 Asia/Tokyo), or null. */
  closesOn: z.string().nullable(),
});
export type Group = z.infer<typeof groupSchema>;

/** What a group's guard key counts, moved by every write to the group's data. */
export interface GroupTally {
  employees: number;
  /** Requests by 依頼ステータス (see domain/request.ts). */
  byStatus: Record<string, number>;
}
