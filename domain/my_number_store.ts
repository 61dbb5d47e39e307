import type { NumberHolder } from "./my_number.ts";
import type { Member } from "./stores.ts";
import type { Actor } from "./user.ts";
import type { Write } from "./write.ts";

/** A 個人番号 in its box, and whose it is. What opens a box is in kv/my_numbers alone. */
export interface SealedNumber {
  holder: NumberHolder;
  box: Uint8Array<ArrayBuffer>;
}

/** A 個人番号 in the clear: for a form that is being written, and never kept. */
export interface OpenNumber {
  holder: NumberHolder;
  /** Twelve digits. */
  number: string;
}

/** A job that takes numbers in, for the record of uses. */
export interface TakingIn {
  /** Its id. */
  job: string;
  what: "imported" | "synced";
  actor: Pick<Actor, "id" | "email">;
  /** 処理名. */
  purpose: string;
}

/** What numbers are read for; goes into the record of uses. */
export interface FormUse {
  job: string;
  actor: Pick<Actor, "id" | "email">;
  /** What is made of them, such as 今年の扶養控除等（異動）申告書. */
  purpose: string;
}

/**
 * 個人番号 of one tenant and year, each sealed under a key of their own so that its box opens for its holder only. Jobs
 * reach it apart from `Stores`: nothing gives a number back but `openForForm`, and kv/my_numbers/own.ts to the employee.
 */
export interface MyNumberStore {
  /** Puts on record that a job begins to take numbers in; once, however often the job is attempted. */
  begin(taking: TakingIn): Promise<void>;
  /** Puts on record how many numbers a job took in, once it is through. */
  end(job: string, numbers: number): Promise<void>;

  /** The writes that keep each number for later syncs, in place of the holder's former one. */
  keep(numbers: readonly (OpenNumber & { code: string })[]): Promise<Write[][]>;
  /**
   * The kept numbers of an employee and the family, sealed anew for the year's record; in the order asked, null where
   * none is kept, `damaged` where its box does not open.
   */
  sealKept(
    employee: { id: string; code: string },
    holders: readonly NumberHolder[],
  ): Promise<(SealedNumber | "damaged" | null)[]>;
  /** Seals numbers for an employee's record of the year. */
  seal(employee: string, numbers: readonly OpenNumber[]): Promise<SealedNumber[]>;

  /** What the year's records of employees hold, in the order asked. */
  of(employees: readonly string[]): Promise<SealedNumber[][]>;
  /** Replaces a member's record of the year; needs the guard of the member's group, which it moves. */
  put(member: Member, numbers: readonly SealedNumber[]): Write[];

  /**
   * The numbers of employees' records in the clear, for the writer of a form on behalf of a 管理者. Who used whose
   * numbers when and what for is on record before this resolves. Throws Refusal `forbidden` when the actor is no
   * active 管理者 now, `my_number_damaged` when a box does not open.
   */
  openForForm(use: FormUse, employees: readonly { id: string; code: string }[]): Promise<OpenNumber[][]>;
}
