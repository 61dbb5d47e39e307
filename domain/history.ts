import { z } from "zod";
import type { MemberStore } from "./stores.ts";
import { type Person, shownAs } from "./user.ts";
import { REQUEST_STATUS_LABELS, REQUEST_STATUSES, REVIEWED, REVIEWED_LABELS } from "./request.ts";

/** What 操作履歴 tells of (reference/screens.md §8), with {a} for who did it: stored name → text. */
const TEXTS = {
  collected_saved: "{a}が収集情報を保存しました",
  document_updated: "{a}が{書類名}を更新しました",
  requested: "{a}が依頼を依頼中にしました",
  answered: "{a}が依頼を回答済みにしました",
  restarted: "{a}がアンケートのやり直しをしました",
  reanswered: "{a}がアンケートの再回答を完了しました",
  reminded: "{a}が依頼を再通知しました",
  excluded: "{a}が依頼を対象外にしました",
  reset: "{a}が依頼を未依頼にしました",
  confirmed: "{a}が依頼を確定にしました",
  unconfirmed: "{a}が依頼を確定取り消ししました",
  correction_requested: "{a}が収集情報を修正依頼しました",
  correction_cancelled: "{a}が収集情報の修正依頼を取り消しました",
  expired: "設定した受付終了日を過ぎたため、システムにより依頼が［回答期限切れ］に変更されました",
  moved: "{a}が［回答期限切れ］の依頼を移動しました",
  moved_reopened:
    "{a}が「回答期限切れ」の依頼を移動しました。移動先の依頼グループの締切設定にあわせて、依頼は［{ステータス}］に変更されました",
  checked: "{a}が{書類名}をチェック済みにしました",
  double_waiting: "{a}が{書類名}をダブルチェック待ちにしました",
  returned: "{a}が{書類名}を差し戻しにしました",
  double_waiting_cancelled: "{a}が{書類名}のダブルチェック待ちを取り消しました",
  checked_cancelled: "{a}が{書類名}のチェック済みを取り消しました",
  returned_cancelled: "{a}が{書類名}の差し戻しを取り消しました",
  deleted: "{a}が{書類名}を削除しました",
} as const;

/** 前職情報 is 差し戻しました, where documents are 差し戻しにしました. */
const PREVIOUS_JOB_RETURNED = "{a}が{書類名}を差し戻しました";

/** Of acts that nobody did but the system. */
const SYSTEM = "システム";

export type HistoryKind = keyof typeof TEXTS;
export const HISTORY_KINDS = Object.keys(TEXTS) as HistoryKind[];

/** One thing that an act leaves in 操作履歴. */
export const historyActSchema = z.object({
  kind: z.enum(HISTORY_KINDS),
  /** The document, or 前職情報, that it is about. */
  of: z.enum(REVIEWED).optional(),
  /** The 依頼ステータス that it names. */
  status: z.enum(REQUEST_STATUSES).optional(),
  /** 修正内容. */
  comment: z.string().optional(),
});
export type HistoryAct = z.infer<typeof historyActSchema>;

/** An entry of 操作履歴: entries are only ever added. */
export const historyEntrySchema = historyActSchema.extend({
  v: z.literal(1),
  /** ms since the epoch. */
  at: z.number(),
  /** Who did it, as the others read it; null: the system. */
  who: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** The sentence of an entry. */
export function historyText({ kind, of, status, who }: HistoryEntry): string {
  const text = kind === "returned" && of === "previous_job" ? PREVIOUS_JOB_RETURNED : TEXTS[kind];
  const words: Record<string, string> = {
    "{a}": who ?? SYSTEM,
    "{書類名}": of ? REVIEWED_LABELS[of] : "書類",
    "{ステータス}": status ? REQUEST_STATUS_LABELS[status] : "",
  };
  // At once, so that a name that looks like a place stays a name.
  return text.replace(/\{[^}]+\}/g, (place) => words[place]!);
}

/** The entries of what happened at one moment. */
export function entriesOf(acts: readonly HistoryAct[], who: string | null, at: number): HistoryEntry[] {
  return acts.map((act) => ({ v: 1, at, who, ...act }));
}

/** Somebody who acts on 依頼. */
export type Teller = Person & { name?: string };

/**
 * How 操作履歴 names somebody to each group: 社員番号 and name where they are in the same 依頼グループ, else the e-mail
 * address (reference/screens.md §8). Looks up once where they are.
 */
export async function namedInHistory(
  members: Pick<MemberStore, "placesOf">,
  person: Teller,
): Promise<(groupId: string | null) => string> {
  const code = person.employeeCode ?? null;
  const [place] = code === null ? [] : await members.placesOf([code]);
  const inside = `${code} ${person.name ?? ""}`.trim();
  return (groupId) => groupId !== null && place === groupId ? inside : shownAs(person);
}
