import type { MasterEmployee } from "../domain/employee.ts";
import type { FamilyMember } from "../domain/family.ts";
import type {
  Company,
  Department,
  EmploymentType,
  Establishment,
  RelationEntry,
  SourceAccount,
  SourceMyNumber,
  SourceRole,
} from "../domain/master.ts";

/**
 * Where master data (基本機能の情報) of one tenant comes from. Anything may throw Unavailable (down, too many requests)
 * or a Refusal of domain/reasons/sources.ts (the token is wrong or may not do this).
 */
export interface MasterSource {
  /** True when each look-up costs a request: nobody guesses at 社員番号 then. */
  readonly costly: boolean;

  company(): Promise<Company>;
  establishments(): Promise<Establishment[]>;
  /** 続柄 in the source's order. */
  relations(): Promise<RelationEntry[]>;
  departments(): Promise<Department[]>;
  employmentTypes(): Promise<EmploymentType[]>;
  /** Every 権限 that somebody holds, in batches; the same one may come more than once. */
  roles(): AsyncIterable<SourceRole[]>;
  /** The account behind an e-mail address or a 社員番号; null when the source has none. */
  account(person: { email: string | null; employeeCode: string | null }): Promise<SourceAccount | null>;

  /** How many people the master holds, retired ones included. */
  countEmployees(): Promise<number>;
  /** Everybody, in batches, in a fixed order, from the position `from` (0: the first). */
  employees(from?: number): AsyncIterable<MasterEmployee[]>;
  /**
   * People by 社員番号, exact text; null where there is none, of several who is not 退職済 and comes first. Answers in the
   * order asked.
   */
  employeesByCode(codes: readonly string[]): Promise<(MasterEmployee | null)[]>;
  /** The families of these people, in the order asked. */
  families(people: readonly Pick<MasterEmployee, "sourceId">[]): Promise<FamilyMember[][]>;
  /** 個人番号 of these people and their families, in the order asked; null: this source holds none. */
  myNumbers: ((people: readonly Pick<MasterEmployee, "sourceId">[]) => Promise<SourceMyNumber[][]>) | null;

  /** The same source for one job; absent where nothing is ever waited for. */
  forJob?(means: SourceMeans): MasterSource;
}

/** What a job gives to a source that waits for others. */
export interface SourceMeans {
  /** Called whenever something was heard, and every few seconds of a wait. */
  heartbeat(): void;
  /** Ends requests and waits, which then throw its reason. */
  signal: AbortSignal;
}
