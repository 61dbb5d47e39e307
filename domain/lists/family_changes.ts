import type { FamilyMember } from "../family.ts";
import { type Person, type SharedPerson, sourceIdOf } from "../declaration/person.ts";
import { differs, type Relative, RELATIVE_ITEMS } from "./difference_relative.ts";
import { masterDeclaration } from "./master_declaration.ts";
import { once } from "./once.ts";
import type { Cell, Row } from "./row.ts";
import { claims, spouseStanding } from "./spouse_standing.ts";

/** A relative who was added, changed or removed since the employee was taken in. */
export interface FamilyChange {
  kind: "追加" | "変更" | "削除";
  /** 対象扶養親族. */
  who: string;
  isSpouse: boolean;
  now: Relative | null;
  before: Relative | null;
  /** Claimed at the sync and not now, or the other way round. */
  claimChanged: boolean;
}

/**
 * The rows of 今年の扶養親族差分リスト: the spouse, the relatives in their order, those whom others claim, the removed ones.
 * People are told by id: the same person entered again is removed and added (reference/downloads.md §3.4).
 */
export const familyChanges: (row: Row) => FamilyChange[] = once((row) => {
  const present = [...presentSpouse(row), ...presentRelatives(row)];
  return [...present.flatMap(changeOf), ...shared(row), ...removed(row)];
});

/** Somebody of this year, and as the master had them. */
interface Present {
  who: string;
  isSpouse: boolean;
  person: Person;
  now: Relative;
  before: Relative | null;
  claimChanged: boolean;
}

function presentSpouse(row: Row): Present[] {
  const { now, before, claimChanged } = spouseStanding(row);
  if (!now) return [];
  const income = incomeOf(now, row.figures.thisYear.spouse?.income.total);
  return [{
    who: "配偶者",
    isSpouse: true,
    person: now,
    now: relativeOf(now, "", income),
    before: before && before.id === now.id ? formerOf(before, row) : null,
    claimChanged,
  }];
}

function presentRelatives(row: Row): Present[] {
  const former = new Map(masterDeclaration(row).family.people.map((person) => [person.id, person]));
  return row.declaration.family.people.map((person, n) => {
    const before = former.get(person.id) ?? null;
    const income = incomeOf(person, row.figures.thisYear.people[n]?.income.total);
    return {
      who: `被扶養者${n + 1}`,
      isSpouse: false,
      person,
      now: relativeOf(person, person.thisYear.support, income),
      before: before && formerOf(before, row),
      claimChanged: before !== null && claims(before) !== claims(person),
    };
  });
}

/** What is declared by kind is computed; what is only estimated stands as it is. */
function incomeOf({ thisYear: { income } }: Person, computed: number | null | undefined): number | null {
  return income.incomes === null ? income.total : computed ?? null;
}

/** A spouse who is neither in the master nor claimed is no change (reference/csv-columns.md §3.2). */
function changeOf({ person, ...present }: Present): FamilyChange[] {
  const { now, before, isSpouse, claimChanged } = present;
  if (!before) return isSpouse && !claims(person) ? [] : [{ kind: "追加", ...present }];
  // Nothing registered is as good as 0 円: whoever answers has a sum.
  const changed = claimChanged || (now.income ?? 0) !== (before.income ?? 0) ||
    RELATIVE_ITEMS.some((item) => differs(item, now, before));
  return changed ? [{ kind: "変更", ...present }] : [];
}

/** 他の所得者が控除を受ける扶養親族: the master knows none. */
function shared({ declaration: { family } }: Row): FamilyChange[] {
  return family.shared.map((one) => ({
    kind: "追加",
    who: "他の所得者が控除を受ける扶養親族",
    isSpouse: false,
    now: sharedRelative(one),
    before: null,
    claimChanged: false,
  }));
}

function removed(row: Row): FamilyChange[] {
  const { declaration: { family } } = row;
  const master = masterDeclaration(row);
  const spouse = spouseStanding(row);
  const present = new Set([spouse.now, ...family.people].map((person) => person?.id));
  const known = [...(spouse.before ? [spouse.before] : []), ...master.family.people];
  return known.filter(({ id }) => !present.has(id)).map((person) => ({
    kind: "削除",
    who: "-",
    isSpouse: person === spouse.before,
    now: null,
    before: formerOf(person, row),
    claimChanged: false,
  }));
}

function formerOf(person: Person, { baseline: { family } }: Row): Relative {
  const member = family.find(({ sourceId }) => sourceId === sourceIdOf(person));
  return relativeOf(person, formerSupport(member?.taxSupport ?? null), person.thisYear.income.total);
}

function formerSupport(support: FamilyMember["taxSupport"]): number {
  switch (support) {
    case null:
    case "unknown":
      return 99;
    case "special_spousal_exemption":
      return 2;
    default:
      return support === "supported" ? 1 : 0;
  }
}

function relativeOf(person: Person, support: Cell, income: number | null): Relative {
  const { living, address, disability } = person.thisYear;
  return { ...person, living, address, disability: disability?.kind ?? null, support, income };
}

function sharedRelative(one: SharedPerson): Relative {
  return { ...one, code: "", disability: one.disability?.kind ?? null, support: 0 };
}
