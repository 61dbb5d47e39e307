import { z } from "zod";

/** What is done with 個人番号 → how the record of uses (利用記録) names it. */
export const NUMBER_USE_LABELS = {
  opened: "書類に印字",
  shown: "本人が開いた書類に印字",
  imported: "CSVから取り込み",
  synced: "年末調整に同期",
} as const;
export type NumberUseKind = keyof typeof NUMBER_USE_LABELS;

/**
 * Numbers held are counted up to here: a count kept in the database would be one more key that every import, sync and
 * deletion writes.
 */
export const COUNT_LIMIT = 10_000;

/** One entry of the record of uses: who, when, whose, what for; never a number. Entries are only ever added. */
export const numberUseSchema = z.object({
  v: z.literal(1),
  at: z.number(),
  what: z.enum(Object.keys(NUMBER_USE_LABELS) as [NumberUseKind, ...NumberUseKind[]]),
  actor: z.object({ id: z.string(), email: z.string().nullable() }),
  /** The job that did it; null: the employee opened a document of their own. */
  job: z.string().nullable(),
  purpose: z.string(),
  /** Whose numbers were opened: the employee, and 続柄 of each number. Null: see the job. */
  whose: z.object({ employee: z.string(), code: z.string(), relations: z.array(z.string()) }).nullable(),
});
export type NumberUse = z.infer<typeof numberUseSchema>;

/** An entry as pages list it, with its id. */
export type NumberUseLine = NumberUse & {
  id: string;
  /** How many numbers; null: of a job that is not through, or was stopped. */
  numbers: number | null;
};
