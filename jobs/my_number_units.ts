import { type Employee, fullName } from "../domain/employee.ts";
import type { SourceMyNumber } from "../domain/master.ts";
import { holderKey, isMyNumber, normaliseMyNumber, type NumberHolder, OWN } from "../domain/my_number.ts";
import type { SealedNumber } from "../domain/my_number_store.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { Member } from "../domain/stores.ts";
import type { Job, Position, Unit } from "./job.ts";

/** One 個人番号 that row 14 looks for. */
export interface NumberUnit extends Unit {
  /** The employee's id. */
  employee: string;
  /** With the first number of an employee that is found all of them are written, as they lie in one record. */
  record: SealedNumber[] | null;
}

/** Where row 14 stands: a number in the middle of an employee's. */
export interface Place {
  /** The last 社員番号 whose numbers were all looked for. */
  after: string | null;
  /** The 社員番号 that is half done, and how many of its numbers were looked for. */
  at: string | null;
  done: number;
  /** Employees that are done. */
  seen: number;
  /** Numbers that were looked for. */
  line: number;
}

/** The place that a position of this file's units tells. */
export function placeAt(position: Position | null): Place {
  const { after = null, at = null, done = 0, seen = 0, line = 0 } = position ?? {};
  return {
    after: after === null ? null : String(after),
    at: at === null ? null : String(at),
    done: Number(done),
    seen: Number(seen),
    line: Number(line),
  };
}

/** A person whose number is looked for, as reasons name them. */
interface Wanted {
  holder: NumberHolder;
  relation: string;
  name: string;
}

/** What became of the search for a number: sealed, or why not. */
type Found = SealedNumber | "my_number_absent" | "my_number_invalid" | "my_number_system_error";

/**
 * One unit a number of these members, from `place` on: own ones and those of the relatives, which the source or an
 * import has. Numbers are sealed at once; no unit holds one.
 */
export async function numberUnits(
  job: Pick<Job, "data" | "source" | "myNumbers">,
  members: readonly Member[],
  place: Place,
): Promise<{ units: NumberUnit[]; next: Place }> {
  const employees = members.map(({ employee }) => employee);
  const [baselines, given] = await Promise.all([
    job.data.members.baselines(employees.map(({ id }) => id)),
    job.source.myNumbers?.(employees) ?? employees.map(() => []),
  ]);
  const wanted = members.map((member, i) => wantedOf(member, baselines[i]?.family ?? []));
  const found = await Promise.all(
    employees.map((employee, i) => search(job, employee, wanted[i]!, given[i] ?? [])),
  );
  const units: NumberUnit[] = [];
  let next = place;
  for (const [i, employee] of employees.entries()) {
    const own = unitsOf(employee, wanted[i]!, found[i]!, next);
    units.push(...own);
    next = placeAt(own.at(-1)?.position ?? null);
  }
  return { units, next };
}

/** The employee and the family; two relatives of one 続柄 and name are one. */
function wantedOf({ employee }: Member, family: readonly Relative[]): Wanted[] {
  const own = { holder: OWN, relation: OWN.relation, name: fullName(employee) };
  const relatives = family.map(({ relation, lastName, firstName }) => ({
    holder: { relation: relation.name, lastName, firstName },
    relation: relation.name,
    name: fullName({ lastName, firstName }),
  }));
  return [...new Map([own, ...relatives].map((one) => [holderKey(one.holder), one])).values()];
}

interface Relative {
  relation: { name: string };
  lastName: string;
  firstName: string;
}

/** What the source gives counts; where it gives nothing, what was imported. */
async function search(
  { myNumbers }: Pick<Job, "myNumbers">,
  employee: Employee,
  wanted: readonly Wanted[],
  given: readonly SourceMyNumber[],
): Promise<Found[]> {
  const numbers = new Map(
    given.map(({ relative, number }) => [holderKey(relative ?? OWN), normaliseMyNumber(number)]),
  );
  const keys = wanted.map(({ holder }) => holderKey(holder));
  const good = wanted.flatMap(({ holder }, i) => {
    const number = numbers.get(keys[i]!);
    return number !== undefined && isMyNumber(number) ? [{ holder, number }] : [];
  });
  const missing = wanted.filter((_, i) => !numbers.has(keys[i]!)).map(({ holder }) => holder);
  const [sealed, kept] = await Promise.all([
    myNumbers.seal(employee.id, good),
    myNumbers.sealKept(employee, missing),
  ]);
  const bySource = new Map(sealed.map((one) => [holderKey(one.holder), one]));
  const byImport = new Map(missing.map((holder, i) => [holderKey(holder), keptOr(kept[i] ?? null)]));
  return keys.map((key) => bySource.get(key) ?? byImport.get(key) ?? "my_number_invalid");
}

function keptOr(kept: SealedNumber | "damaged" | null): Found {
  if (kept === null) return "my_number_absent";
  return kept === "damaged" ? "my_number_system_error" : kept;
}

/** The units of one employee that are left from `place` on. */
function unitsOf(
  { id, code }: Employee,
  wanted: readonly Wanted[],
  found: readonly Found[],
  place: Place,
): NumberUnit[] {
  const first = place.at === code ? Math.min(place.done, wanted.length - 1) : 0;
  const record = found.filter((one) => typeof one !== "string");
  const carrier = found.findIndex((one, i) => i >= first && typeof one !== "string");
  return wanted.slice(first).map((person, offset) => {
    const i = first + offset;
    const line = place.line + offset + 1;
    const outcome = found[i]!;
    return {
      line,
      key: code,
      employee: id,
      position: { ...positionAfter(place, code, i + 1, wanted.length), line },
      record: i === carrier ? record : null,
      ...(typeof outcome === "string" ? { problem: problemOf(outcome, person) } : {}),
    };
  });
}

function positionAfter({ after, seen }: Place, code: string, done: number, all: number) {
  return done === all ? { after: code, at: null, done: 0, seen: seen + 1 } : { after, at: code, done, seen };
}

/** Names stand in the reason and in the file of reasons; a number never does. */
function problemOf(code: ReasonCode, { relation, name }: Wanted): Unit["problem"] {
  return { code, params: { relation, name } };
}
