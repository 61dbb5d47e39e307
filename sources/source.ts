import type { MasterEmployee } from "../domain/employee.ts";

/** Where master data (基本機能の情報) of one tenant comes from. */
export interface MasterSource {
  /** People by 社員番号, exact text; null where there is none. Answers in the order asked. May throw Unavailable. */
  employeesByCode(codes: readonly string[]): Promise<(MasterEmployee | null)[]>;
  /** How many people the master holds, retired ones included. */
  countEmployees(): Promise<number>;
  /** Everybody, in batches, in a fixed order, from the position `from` (0: the first). */
  employees(from?: number): AsyncIterable<MasterEmployee[]>;
}
