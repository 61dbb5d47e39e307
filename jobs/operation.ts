import type { Group } from "../domain/group.ts";
import type { Permission } from "../domain/permission.ts";
import type { ReasonParams } from "../domain/reasons.ts";
import type { Acted } from "../domain/request_acts/acted.ts";
import type { Request } from "../domain/request.ts";
import type { Lane } from "./engine/records.ts";
import type { InputSpec } from "./input.ts";
import type { Job, Outcome } from "./job.ts";

/**
 * The screens that have menus. `requests`, `documents` and `previous_jobs` are three views of one group; of 設定 there
 * are 権限設定 (`/settings/permissions`) and データ連携 (`/settings/source`).
 */
export type Screen =
  | "menu"
  | "employees"
  | "requests"
  | "documents"
  | "previous_jobs"
  | "settings_permissions"
  | "settings_source";

/** Where an operation stands in the product and who may start it there. */
export interface Place {
  screen: Screen | readonly Screen[];
  /** The dropdown it lies in; null: a button of its own. */
  menu: string | null;
  label: string;
  permission: Permission;
}

/** What the dialog says before the start; a sentence or two of our own. */
export interface Dialog {
  title: string;
  description: readonly string[];
  button: string;
  /** True where what it takes away does not come back: the button says so by its look. */
  destroys?: true;
  /** Said on the last step, of what was chosen on the first. */
  notes?: readonly DialogNote[];
  /** Files that are offered beside the sample, each made at once by its address. */
  links?(group: Pick<Group, "id"> | null): { label: string; href: string }[];
}

/** What is to be said of a choice before the start. */
export interface DialogNote {
  when: NonNullable<ChoiceField["when"]>;
  text: readonly string[];
}

/** A choice of one that the dialog asks for. A dialog with an upload asks for its choices first (［次へ］). */
export interface ChoiceField {
  type: "choice";
  /** The form field and the job's option (design §7). */
  name: string;
  legend: string;
  /** The first is chosen beforehand. */
  choices: readonly { value: string; label: string }[];
  /** What it means that nothing was sent; unless given, a form without it is refused. */
  absent?: string;
  /** Asked for only where another field has one of these values. */
  when?: { field: string; is: readonly string[] };
}

/** A choice of one or several, none of which is chosen beforehand. The job's option is the list of them, in this order. */
export type SeveralField = Omit<ChoiceField, "type" | "absent"> & { type: "several" };

/** What a dialog asks for beside a file. */
export type OptionField = ChoiceField | SeveralField;

/**
 * What an operation on chosen 依頼 makes of one. `before`: the documents that 未依頼に戻す gives back; whether the act is
 * possible never depends on them, nor on anything but 依頼ステータス and 対象外理由.
 */
export type RequestAct = (
  request: Request,
  options: Job["options"],
  before: Request["documents"],
) => Acted;

/** Refused units as an operation's own error file tells them. */
export interface Refused {
  line: number;
  key: string;
  /** 原因。対処。 */
  reason: string;
  /** What the operation gave with the refusal. */
  params: ReasonParams;
}

/**
 * How the file of refused units differs from the usual one: the uploaded rows with エラー内容, or without an uploaded
 * CSV 社員番号,姓,名,エラー内容 (operations.md "File names"). Written when at least one unit was refused.
 */
export interface ErrorFile {
  name?: string;
  /** Columns of the upload that are left out. */
  omit?: readonly string[];
  /** Cells that come back blank, whatever column of the header they stand in (null: beyond it). */
  hide?(cell: string, column: string | null): boolean;
  /** A table of its own; null: the usual one, for these options. Refused units come in order of their lines. */
  table?(job: Job, refused: AsyncIterable<Refused[]>): ErrorTable | null;
}

export interface ErrorTable {
  /** Unless given, that of the error file. */
  name?: string;
  header: readonly string[];
  encoding: "utf-8" | "shift_jis";
  rows: AsyncIterable<string[][]>;
}

/**
 * One operation: what a person can start. It knows nothing of KV, queues or HTTP (design §4.3); the row of
 * reference/operations.md that it comes from stands in its file.
 */
export interface OperationSpec extends Place {
  /** Stored with every job; never renamed. */
  kind: string;
  scope: "group" | "all";
  /** The same operation for all groups (情報一括ダウンロード), where there is one; `fields` are asked for besides. */
  allGroups?: Place & { fields?: readonly OptionField[] };
  rerun: "free" | "confirm" | "never";
  /** 処理名; `group` is null for all groups, `options` is empty in a menu. At most 200 characters. */
  title(group: Pick<Group, "name"> | null, options: Job["options"]): string;
  dialog: Dialog;
  /** Light jobs have slots of their own; default heavy. */
  lane?: Lane;
  /** At most one open job a group or a tenant. */
  exclusive?: "group" | "tenant";
  /** What the form asks for beside the file; checked at acceptance, stored as the job's options. */
  fields?: readonly OptionField[];
  /**
   * Works on chosen people: the form brings `ids` (repeated, at most 1,000) or `all=1` with the page's filter fields
   * (domain/member_filter.ts; `in_group` for 依頼グループ), which become the job's options.
   */
  selection?: true;
  /** Of an operation on chosen 依頼: what it makes of one, so that its dialog can say beforehand of how many. */
  requestAct?: RequestAct;
  /** Prints 個人番号 for a 管理者: what one of them ran opens to 管理者 alone. */
  printsNumbers?: true;
  /** Asks for the person's password again; it is never stored. */
  password?: true;
  input?: InputSpec;
  /** `at_end`: the uploaded file is shredded when the job ends, and cannot be run again. */
  keepInput?: "at_end";
  errorFile?: ErrorFile;
  /** Work of the system (jobs/system/): nobody starts it, and it stands nowhere. */
  system?: true;
  run(job: Job): Promise<Outcome>;
}

export type Operation = Readonly<OperationSpec>;

/** Names an operation; the registry lists it. */
export function defineOperation(spec: OperationSpec): Operation {
  return Object.freeze(spec);
}

/** The choices that the form asks for, for this target. */
export function fieldsFor(
  { fields = [], allGroups }: Pick<Operation, "fields" | "allGroups">,
  target: "group" | "all",
): readonly OptionField[] {
  return target === "all" ? [...fields, ...allGroups?.fields ?? []] : fields;
}

/** Where an operation is started for this target, or null when it does not exist for it. */
export function placeFor(operation: Operation, target: "group" | "all"): Place | null {
  if (operation.system) return null;
  if (operation.scope === target) return operation;
  return target === "all" ? operation.allGroups ?? null : null;
}
