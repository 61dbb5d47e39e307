import type { Group } from "../domain/group.ts";
import type { Permission } from "../domain/permission.ts";
import type { Lane } from "./engine/records.ts";
import type { CsvInput } from "./input.ts";
import type { Job, Outcome } from "./job.ts";

/** The screens that have menus. `requests`, `documents` and `previous_jobs` are three views of one group. */
export type Screen = "menu" | "employees" | "requests" | "documents" | "previous_jobs" | "settings";

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
}

/**
 * One operation: what a person can start. It knows nothing of KV, queues or HTTP (design §4.3); the row of
 * reference/operations.md that it comes from stands in its file.
 */
export interface OperationSpec extends Place {
  /** Stored with every job; never renamed. */
  kind: string;
  scope: "group" | "all";
  /** The same operation for all groups (情報一括ダウンロード), where there is one. */
  allGroups?: Place;
  rerun: "free" | "confirm" | "never";
  /** 処理名; `group` is null for all groups. At most 200 characters. */
  title(group: Pick<Group, "name"> | null): string;
  dialog: Dialog;
  /** Light jobs have slots of their own; default heavy. */
  lane?: Lane;
  /** At most one open job a group or a tenant. */
  exclusive?: "group" | "tenant";
  input?: CsvInput;
  run(job: Job): Promise<Outcome>;
}

export type Operation = Readonly<OperationSpec>;

/** Names an operation; the registry lists it. */
export function defineOperation(spec: OperationSpec): Operation {
  return Object.freeze(spec);
}

/** Where an operation is started for this target, or null when it does not exist for it. */
export function placeFor(operation: Operation, target: "group" | "all"): Place | null {
  if (operation.scope === target) return operation;
  return target === "all" ? operation.allGroups ?? null : null;
}
