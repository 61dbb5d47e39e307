import { z } from "zod";
import { ACCOUNT_EVENTS } from "../../domain/account_event.ts";
import { SETTINGS_EVENTS } from "../../domain/settings_event.ts";
import { actorSchema, personSchema } from "../../domain/user.ts";
import { JOB_STATUSES } from "../view.ts";

/**
 * What the engine stores. A job is several keys, so that each is written by few: `job` by accept and end, `run` by
 * whoever takes or gives the job, `checkpoint` with the effects (design §4.2).
 */
const v = z.literal(1);
const id = z.string();
const time = z.number();

/** Where an operation goes on after its last commit: its own few words, such as a group and a 社員番号. */
const positionSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Position = z.infer<typeof positionSchema>;

/** The lane that a job runs in, decided at acceptance. */
export const laneSchema = z.enum(["light", "heavy"]);
export type Lane = z.infer<typeof laneSchema>;

const progressSchema = z.object({ done: z.number(), total: z.number().nullable() });
export type Progress = z.infer<typeof progressSchema>;

/** What the list shows; at most 2 KiB. Written by accept and by the end. */
export const jobSchema = z.object({
  v,
  id,
  kind: z.string(),
  title: z.string().max(200),
  status: z.enum(JOB_STATUSES),
  message: z.string().max(300),
  group: z.object({ id, name: z.string() }).nullable(),
  actor: personSchema,
  acceptedAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  progress: progressSchema,
  /** Work of the system, which nobody started: in the log, and nowhere else. */
  system: z.literal(true).optional(),
});
export type JobRecord = z.infer<typeof jobSchema>;

/** Of an uploaded CSV; null: the file is no text. */
const encodingSchema = z.enum(["utf-8", "shift_jis"]);

/** What was asked for, never changed after acceptance. */
export const orderSchema = z.object({
  v,
  kind: z.string(),
  year: z.number(),
  actor: actorSchema,
  group: z.object({ id, name: z.string() }).nullable(),
  lane: laneSchema,
  lock: z.string().nullable(),
  acceptedAt: time,
  options: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** The uploaded file, when there is one. */
  input: z.object({ artifact: id, name: z.string(), encoding: encodingSchema.nullable() }).nullable(),
  /** False: the input is shredded when the job ends, and there is no running it again. */
  keepInput: z.boolean().default(true),
  /** The job whose input this one takes again (同じ内容で再実行). */
  rerunOf: id.nullable().default(null),
  /** Work of the system: `actor` is SYSTEM, whose rights nobody asks for. */
  system: z.literal(true).optional(),
});
export type Order = z.infer<typeof orderSchema>;

/** Who runs the job. Every effect checks its versionstamp and nothing else (the fence). */
export const runSchema = z.object({
  v,
  attempt: z.number(),
  owner: id.nullable(),
  token: z.string().nullable(),
  /** Attempts that ended with their process or worker. */
  losses: z.number(),
  /** Waits for something outside, which are no losses. */
  waits: z.number(),
  startedAt: time.nullable(),
  ended: z.boolean(),
});
export type RunRecord = z.infer<typeof runSchema>;

/** How far the effects are. Moves in the commits of `job.apply` and when a part is sealed. */
export const checkpointSchema = z.object({
  v,
  position: positionSchema.nullable(),
  done: z.number(),
  total: z.number().nullable(),
  /** Units by what became of them, in the operation's words; others are in counts.ts. */
  counts: z.record(z.string(), z.number()),
  /** Refused units by reason code. */
  refusals: z.record(z.string(), z.number()),
  /** Files begun and their artifacts, in order; `inside`: the ZIP that is made of it. */
  files: z.array(z.object({ name: z.string(), artifact: id, inside: z.string().nullable().default(null) })),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** How far the page says it is; written at most twice a second, and never needed for correctness. */
export const storedProgressSchema = progressSchema.extend({ v });

/** The end of a job beside its list line. */
export const resultSchema = z.object({
  v,
  details: z.array(z.string()),
  errorCount: z.number(),
  /** Errors that belong to no row (an エラー as a whole). */
  errors: z.array(z.object({ line: z.null(), key: z.string(), reason: z.string() })),
  attachments: z.array(id),
});
export type ResultRecord = z.infer<typeof resultSchema>;

/** A refused row: line, 社員番号, reason code and parameters, no other cell (design §4.4). */
export const rowErrorSchema = z.object({
  v,
  line: z.number(),
  key: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RowError = z.infer<typeof rowErrorSchema>;

/** The entry of an open job under `["sys", "open"]`: ids and what the tick needs to choose. */
export const openSchema = z.object({
  v,
  tenant: id,
  lane: laneSchema,
  attempt: z.number(),
  since: time,
  owner: id.nullable(),
  /** Not to be claimed before this moment (waits for something outside). */
  notBefore: time,
  /** An earlier attempt ended with its process: the next one runs alone. */
  alone: z.boolean(),
  kind: z.string().optional(),
  /** The `traceparent` of the acceptance; absent where nobody traced it. */
  trace: z.string().optional(),
});
export type OpenEntry = z.infer<typeof openSchema>;

/** A time-ordered duty under `["sys", "due"]`; ids only. */
export const dueSchema = z.object({
  v,
  kind: z.enum(["artifact", "idempotency", "row_errors", "job", "audit", "leavings", "mails", "morning"]),
  tenant: id,
  /** What it is about: an artifact, a job, or (audit) the tenant again. */
  id,
  /** The last parts of a key that cannot be told from `id`. */
  rest: z.array(z.string()).optional(),
});
export type DueEntry = z.infer<typeof dueSchema>;

/** The first answer to a form, kept 24 h. */
export const idempotencySchema = z.object({ v, job: id, title: z.string(), hash: z.string(), at: time });

/** A process that runs jobs, and its sign of life. */
export const ownerSchema = z.object({ v, startedAt: time, lockFile: z.string().nullable() });
/** `n` tells that it lives; `at`, by its own clock, is for people. */
export const beatSchema = z.object({ v, n: z.number(), at: time.nullable().default(null) });

/** What the audit log tells of; the words are stored. */
export const AUDIT_EVENTS = [
  "accepted",
  "claimed",
  "lost",
  "waiting",
  "handed_back",
  "cancelled",
  "finished",
  "attachment_claimed",
  "attachment_shredded",
  "denied",
  "log_exported",
  "source_changed",
  "mails_resent",
  ...ACCOUNT_EVENTS,
  ...SETTINGS_EVENTS,
] as const;
export type AuditEvent = typeof AUDIT_EVENTS[number];

/** One audit entry; entries are only ever added. */
export const auditSchema = z.object({
  v,
  at: time,
  event: z.enum(AUDIT_EVENTS),
  job: id.nullable(),
  kind: z.string().nullable(),
  actor: personSchema.nullable(),
  /** Numbers and ids that tell more: status, attempt, artifact, bytes, rows. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type AuditEntry = z.infer<typeof auditSchema>;
