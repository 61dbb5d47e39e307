import type { Employee, MasterEmployee } from "./employee.ts";
import type { Group, GroupTally } from "./group.ts";
import type { Request } from "./request.ts";
import type { Guard, Write } from "./write.ts";

/** A target employee with the 依頼 (null while in no group). */
export interface Member {
  employee: Employee;
  request: Request | null;
}

/** Groups of one tenant and year. */
export interface GroupStore {
  get(id: string): Promise<Group | null>;
  /** Newest first (operations.md, Decisions). */
  list(): Promise<Group[]>;
  tally(id: string): Promise<GroupTally>;
}

/** Target employees and their 依頼 of one tenant and year; both lie in one order: group, then 社員番号. */
export interface MemberStore {
  /** By 社員番号, exact text; null where there is no target with it. Answers in the order asked. */
  byCodes(codes: readonly string[]): Promise<(Member | null)[]>;
  byId(id: string): Promise<Member | null>;
  /**
   * Members of a group (null: of no group) in 社員番号 order, in batches, starting after the 社員番号 `after`.
   * Reads ahead; holds a few batches at most.
   */
  walk(groupId: string | null, after?: string | null): AsyncIterable<Member[]>;
  /** What a change to the group's members (null: people in no group) has to be checked against. */
  guard(groupId: string | null): Guard;
  /** Takes a person of the master in as a target of `groupId`, with a fresh 依頼. */
  add(id: string, master: MasterEmployee & { code: string }, groupId: string | null, at: number): Write[];
  /** Moves a target to another group; a first group gives a fresh 依頼, later ones keep it. */
  move(member: Member, groupId: string): Write[];
}

/** What operations reach of one tenant and year. `kv/` implements it, the composition roots put it together. */
export interface Stores {
  groups: GroupStore;
  members: MemberStore;
}
