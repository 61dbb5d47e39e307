import type { Person, SpouseAnswers } from "../declaration/person.ts";
import { masterDeclaration } from "./master_declaration.ts";
import { once } from "./once.ts";
import type { Row } from "./row.ts";

/** The spouse of this year beside the one at the sync: the 18 cases of reference/csv-columns.md §3.2. */
export interface SpouseStanding {
  wasThere: boolean;
  isThere: boolean;
  /** Of whom the master had a record. */
  before: Person | null;
  /** Null: there is none, or nothing is known of them but that they are not claimed. */
  now: Person | null;
  /** There at the sync and now, and claimed in one of them only. */
  claimChanged: boolean;
}

/** Reads it. Who is not declared any more is the one whom the master knows, not claimed. */
export const spouseStanding: (row: Row) => SpouseStanding = once((row) => {
  const master = masterDeclaration(row).spouse;
  const { spouse } = row.declaration;
  const wasThere = isMarried(master);
  const isThere = isMarried(spouse);
  const before = master.person;
  const now = isThere ? spouse.person ?? (before && unclaimed(before)) : null;
  return {
    wasThere,
    isThere,
    before,
    now,
    claimChanged: wasThere && isThere && claims(before) !== claims(now),
  };
});

/** 配偶者の有無 at the end of this year; where that was not said, whether somebody is declared. */
export function isMarried({ thisYear, person }: SpouseAnswers): boolean {
  return thisYear ?? person !== null;
}

/** True for who is claimed this year; 不明 is no claim. */
export function claims(person: Person | null): boolean {
  return person?.thisYear.support === true;
}

function unclaimed(person: Person): Person {
  return { ...person, thisYear: { ...person.thisYear, support: false } };
}
