import type { Permission } from "../domain/permission.ts";
import type { Tenant } from "../domain/tenant.ts";
import type { User } from "../domain/user.ts";
import type { DialogNote, OptionField } from "./operation.ts";
import type { JobEvent, JobListView, JobResultView, JobStatus, JobView } from "./view.ts";

/** Who asks: every call is made for one person of one tenant. */
export interface Asker {
  tenant: Tenant;
  user: User;
}

/** Filters of the list, all from the URL; absent: not filtered. */
export interface JobQuery {
  status?: JobStatus;
  kind?: string;
  /** E-mail of the 実行者. */
  actor?: string;
  /** Group id. */
  group?: string;
  /** YYYY-MM-DD in Asia/Tokyo, both ends included. */
  from?: string;
  to?: string;
  /** Part of the 処理名. */
  text?: string;
  cursor?: string;
}

/** A page of the list. `exhausted` false with a `next`: the scan limit was met, さらに探す goes on. */
export interface JobPage extends JobListView {
  scanLimited: boolean;
}

export interface JobDetail {
  job: JobView;
  /** Null when this person may see the list line only. */
  result: JobResultView | null;
  control: JobControl;
}

/** What this person may do with the job now. */
export interface JobControl {
  /** ［中断］ is offered. */
  cancel: boolean;
  /**
   * ［同じ内容で再実行］; null: not offered. `confirm`: it does something again that is not undone by doing it twice;
   * `password`: the password is asked for again.
   */
  rerun: { confirm: boolean; password: boolean; unavailable: string | null } | null;
  /** The run that this one repeats, and the runs that repeat this one. */
  rerunOf: string | null;
  reruns: string[];
}

/** A file ready to be sent. */
export interface AttachmentDownload {
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** The range that is sent, first and last byte; null: all of it. */
  range: { first: number; last: number } | null;
  /** Errors (never ends early) when something is missing or wrong. */
  body: ReadableStream<Uint8Array>;
}

/** What was accepted. `repeated`: the same form had been accepted before and this is the first answer again. */
export interface Accepted {
  id: string;
  title: string;
  repeated: boolean;
}

/** The fields of a `POST /background-jobs` before its file. */
export interface Submission {
  operation: string;
  group: string | null;
  key: string | null;
  /** All other fields of the form, in order of arrival. */
  fields: [string, string][];
  file: { name: string; type: string; body: ReadableStream<Uint8Array> } | null;
}

/** Everything that routes ask of background processing. Refusals are thrown as `Refusal`. */
export interface JobService {
  accept(asker: Asker, submission: Submission): Promise<Accepted>;
  list(asker: Asker, query: JobQuery): Promise<JobPage>;
  detail(asker: Asker, id: string): Promise<JobDetail>;
  /** 中断: ends the job where it stands. Refuses job_ended when it was faster. */
  cancel(asker: Asker, id: string): Promise<void>;
  /**
   * 同じ内容で再実行: the operation again with the stored input, as this person. `key`: see Submission; `password` where
   * the operation asks for it again.
   */
  rerun(asker: Asker, id: string, key: string | null, password?: string | null): Promise<Accepted>;
  /** Ids of the jobs of this person that run: the newest few. */
  running(asker: Asker): Promise<string[]>;
  /** Claims attachment `n` for this person; repeating it within the grace is the same claim. */
  claim(asker: Asker, id: string, n: number): Promise<void>;
  /** @param range the raw Range header, or null */
  download(asker: Asker, id: string, n: number, range: string | null): Promise<AttachmentDownload>;
  /** Present state of the open jobs that this person sees, then each change, until `signal` aborts. */
  events(asker: Asker, signal: AbortSignal): AsyncIterable<JobEvent>;
}

/** One entry of a menu, drawn from the registry for one person and one target. */
export interface MenuItem {
  kind: string;
  menu: string | null;
  label: string;
  title: string;
  permission: Permission;
  /** Works on chosen people: drawn by the list in which they are ticked, not beside the other operations. */
  selection: boolean;
  dialog: DialogSpec;
}

/** What the dialog of an operation shows and sends. */
export interface DialogSpec {
  title: string;
  /** What will happen, in a sentence or two of our own. */
  description: string[];
  /** The word on the main button. */
  button: string;
  /** True where what it takes away does not come back. */
  destroys?: true;
  /** Files that are offered beside the sample, each made at once by its address. */
  links: { label: string; href: string }[];
  /** Said of choices. */
  notes?: readonly DialogNote[];
  /** Choices that are asked for first. */
  fields: OptionField[];
  /** The password is asked for again. */
  password: boolean;
  /** Null: no file is asked for, or which one depends on a choice. */
  upload: UploadSpec | null;
  /** The file that each value of the choice `field` asks for. */
  uploadBy: { field: string; of: Record<string, UploadSpec> } | null;
}

/** What a file must look like. */
export interface UploadSpec {
  /** The `accept` attribute, and the extensions that are taken. */
  accept: string;
  extensions: string[];
  maxBytes: number;
  /** Null: not counted in rows. */
  maxRows: number | null;
  /** Address of the sample file; null: there is none. */
  template: string | null;
  columns: { name: string; required: boolean }[];
  /** Said instead of the columns. */
  columnsText: string | null;
  encoding: string;
}
