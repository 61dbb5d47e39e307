import { type Unfit, unfitness } from "../domain/eligibility.ts";
import type { Employee, MasterEmployee } from "../domain/employee.ts";
import type { Member } from "../domain/stores.ts";
import type { Change, Job, Unit } from "./job.ts";
import { isTooLarge } from "./record_size.ts";
import { MAX_KEY_CHARS } from "./rows.ts";
import { dayOf } from "./tokyo_day.ts";

/** Somebody of the master whom a sync meets on its way through the source. */
export interface Met extends Unit {
  master: MasterEmployee;
  /** What became of them at first sight, because nothing is written; null: see what is stored, and write. */
  settled: Change | null;
}

/** What a sync reads and rests on. */
export type Means = Pick<Job, "source" | "data" | "acceptedAt">;

/** Whose a 社員番号 is: nobody's yet, this person's target, or a target who is somebody else in the source. */
export type Holder =
  | { kind: "nobody" }
  | { kind: "self"; member: Member }
  | { kind: "other" };

const TAKEN = "source_code_duplicated";
const TOO_LARGE: Change = { refuse: "master_too_large" };

/**
 * Looks at people of the source, the first of whom stands at `from` in it: most of them need no write, and pass without
 * a guard of anybody's group. Of several with one 社員番号 the first counts and the others are refused.
 */
export async function meet(people: readonly MasterEmployee[], from: number, means: Means): Promise<Met[]> {
  const today = dayOf(means.acceptedAt);
  const holders = await holdersOf(people, means);
  const seen = new Set<string>();
  return people.map((master, i) => {
    const code = master.code ?? "";
    const line = from + i + 1;
    let settled = settledBy(master, holders[i]!, today);
    if (!settled || "count" in settled) {
      if (seen.has(code)) settled = { refuse: TAKEN, params: { code } };
      seen.add(code);
    }
    return { line, key: code.slice(0, MAX_KEY_CHARS), position: { at: line }, master, settled };
  });
}

/** What becomes of somebody where nothing has to be written, or null. */
export function settledBy(master: MasterEmployee, holder: Holder, today: string): Change | null {
  const unfit = unfitness(master, today);
  if (holder.kind === "self") {
    if (unfit) return { skip: "stays" };
    const { employee } = holder.member;
    if (!differs(employee, master) && !hasOtherAddress(employee, master)) {
      return { count: "unchanged", writes: [] };
    }
    return isTooLarge(master) ? TOO_LARGE : null;
  }
  if (unfit) return leftOut(unfit);
  const code = master.code ?? "";
  if (code.length > MAX_KEY_CHARS) return { refuse: "code_too_long", params: { count: code.length } };
  if (holder.kind === "other") return { refuse: TAKEN, params: { code } };
  return isTooLarge(master) ? TOO_LARGE : null;
}

/** What a sync renews of the data of the adjustment (reference/imports.md §2.7). */
export function differs(employee: Employee, master: MasterEmployee): boolean {
  return employee.department !== master.department || employee.employmentType !== master.employmentType ||
    employee.employmentPreset !== master.employmentPreset;
}

/** Mails go to the account, which is no data of the adjustment: where they go is the present master's to say. */
function hasOtherAddress({ account }: Employee, master: MasterEmployee): boolean {
  return account?.email !== master.account?.email;
}

/** Left out in silence, or an error (imports.md §1.1). */
function leftOut(unfit: Unfit): Change {
  switch (unfit.why) {
    case "account_missing":
      return { refuse: "account_missing" };
    case "incomplete":
      return { refuse: "master_incomplete", params: { fields: unfit.fields.join("、") } };
    default:
      return { skip: unfit.why };
  }
}

/**
 * Whose the 社員番号 of these people are. A target who has another record in the source is asked for there: after a
 * 再入社 the new record holds the number, of two people at once the first. Who has none, or no possible one, holds nothing.
 */
export async function holdersOf(
  people: readonly Pick<MasterEmployee, "sourceId" | "code">[],
  { source, data }: Pick<Means, "source" | "data">,
): Promise<Holder[]> {
  const codes = people.map(({ code }) => code !== null && code.length <= MAX_KEY_CHARS ? code : "");
  const found = await data.members.byCodes(codes);
  const isKnown = (i: number) => found[i]?.employee.sourceId === people[i]!.sourceId;
  const doubtful = codes.filter((_, i) => found[i] && !isKnown(i));
  const owners = new Set((await source.employeesByCode(doubtful)).map((one) => one?.sourceId));
  return people.map(({ sourceId }, i): Holder => {
    const member = found[i];
    if (!member) return { kind: "nobody" };
    return isKnown(i) || owners.has(sourceId) ? { kind: "self", member } : { kind: "other" };
  });
}
