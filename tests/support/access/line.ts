import type { Role } from "../../../domain/permission.ts";

/** Who asks. */
export type Asker = Role | "nobody";
export const ASKERS: Asker[] = ["admin", "confirm", "download", "check", "none", "nobody"];

/** The status for each of ASKERS, then for the foreign 管理者 where the address or form holds an id. */
export type Statuses = [number, number, number, number, number, number, foreign?: number];

export const ADMIN: Statuses = [200, 403, 403, 403, 403, 401];
export const REVIEW: Statuses = [200, 200, 200, 200, 403, 401];
export const DATA: Statuses = [200, 200, 200, 403, 403, 401];
export const GROUP_DATA: Statuses = [200, 200, 200, 403, 403, 401, 404];
export const ANYBODY: Statuses = [200, 200, 200, 200, 200, 200];
/** A job that the 管理者 started, for those who may not see its result; 依頼と確認 sees its own jobs only. */
export const RESULT = (status: number): Statuses => [status, 403, 403, 404, 403, 401, 404];

/** One request, and what each asker is answered. */
export interface Line {
  method: "GET" | "POST";
  /** The file below `routes/`, without its ending. */
  file: string;
  path: string;
  form?: Record<string, string>;
  statuses: Statuses;
}

export const line = (
  method: Line["method"],
  file: string,
  path: string,
  statuses: Statuses,
  form?: Record<string, string>,
): Line => ({ method, file, path, statuses, ...(form && { form }) });

/** The statuses of those of this company, for a line that adds a foreign one. */
export function six([a, f, g, k, n, o]: Statuses): [number, number, number, number, number, number] {
  return [a, f, g, k, n, o];
}
