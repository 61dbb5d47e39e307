import type { Collected } from "./declaration/collected.ts";
import type { Declaration } from "./declaration/declaration.ts";
import type { MutualAid } from "./declaration/deductions.ts";
import type { Disability } from "./declaration/disability.ts";
import type { Person, PersonYear } from "./declaration/person.ts";
import type { Contract } from "./insurance.ts";

/** An original (原本) of a kind that has to be handed in: how many of it these answers require. */
interface Original {
  name: string;
  count(collected: Collected): number;
}

/**
 * The 22 原本名 in the order of the list, each with what requires it (reference/csv-columns.md §3.1). 団体保険 and electronic
 * certificates require none, nor does 企業型年金加入者掛金 that the company paid in; 社会保険 other than 国民年金 needs none.
 */
const KINDS: readonly Original[] = [
  {
    name: "前職の源泉徴収票",
    count: ({ declaration }) =>
      count(declaration.previousJob.jobs, ({ slip }) => slip !== null && slip !== "unavailable"),
  },
  { name: "親族関係書類", count: ({ declaration }) => count(everybody(declaration), livesAbroad) },
  { name: "送金関係書類", count: ({ declaration }) => count(everybody(declaration), isSentMoney) },
  {
    name: "今年の勤労学生の証明書",
    count: ({ declaration }) => one(declaration.self.thisYear.student !== null),
  },
  {
    name: "来年の勤労学生の証明書",
    count: ({ declaration }) => one(declaration.self.nextYear.student !== null),
  },
  {
    name: "今年の障害者手帳のコピー",
    count: ({ declaration }) => one(isProven(declaration.self.thisYear.disability)),
  },
  {
    name: "来年の障害者手帳のコピー",
    count: ({ declaration }) => one(isProven(declaration.self.nextYear.disability)),
  },
  { name: "今年の配偶者の障害者手帳のコピー", count: spouseCertificate("thisYear") },
  { name: "来年の配偶者の障害者手帳のコピー", count: spouseCertificate("nextYear") },
  { name: "今年の扶養家族の障害者手帳のコピー", count: familyCertificates("thisYear") },
  { name: "来年の扶養家族の障害者手帳のコピー", count: familyCertificates("nextYear") },
  { name: "一般生命保険の控除証明書", count: certificates(({ kind }) => kind === "life") },
  { name: "介護医療保険の控除証明書", count: certificates(({ kind }) => kind === "care") },
  { name: "個人年金保険の控除証明書", count: certificates(({ kind }) => kind === "pension") },
  { name: "地震保険の控除証明書", count: certificates(({ kind }) => kind === "earthquake") },
  {
    name: "国民年金（または国民年金基金）の控除証明書",
    count: certificates(({ social }) => social === "national_pension"),
  },
  {
    name: "独立行政法人中小企業基盤整備機構の共済契約掛金の払込証明書",
    count: contribution("small_business"),
  },
  {
    name: "企業型年金加入者掛金の払込証明書",
    count: (collected) => one(isDcOnPaper(collected)),
  },
  { name: "心身障害者扶養共済制度に関する契約掛金の払込証明書", count: contribution("disabled") },
  {
    name: "（特定増改築等）住宅借入金等特別控除申告書 兼 （特定増改築等）住宅借入金等特別控除証明書",
    count: ({ declaration }) => one(claimsLoanOnPaper(declaration)),
  },
  {
    name: "年末残高証明書",
    count: ({ declaration, housingLoan }) =>
      claimsLoanOnPaper(declaration) && housingLoan && !housingLoan.balanceReported
        ? Math.max(1, housingLoan.lenders.length)
        : 0,
  },
  { name: "個人型年金加入者掛金の払込証明書", count: contribution("individual") },
];

/** The 22 原本名, in the order of the list. */
export const ORIGINAL_NAMES: readonly string[] = KINDS.map(({ name }) => name);

/** The 原本名 that go on the 台紙 (生命保険等証明書原本の台紙): proofs of 保険料控除. */
export const MOUNTED_NAMES: readonly string[] = [...ORIGINAL_NAMES.slice(11, 19), ORIGINAL_NAMES[21]!];

/** The originals that somebody has to hand in, in the order of the list; several of a kind are numbered from 1. */
export function originalsOf(collected: Collected): string[] {
  return KINDS.flatMap(({ name, count }) => {
    const times = count(collected);
    return times <= 1 ? Array(times).fill(name) : Array.from({ length: times }, (_, n) => `${name}${n + 1}`);
  });
}

function count<T>(list: readonly T[], fits: (one: T) => boolean): number {
  return list.filter(fits).length;
}

function one(fits: boolean): number {
  return fits ? 1 : 0;
}

function everybody({ spouse, family }: Declaration): Person[] {
  return [...(spouse.person ? [spouse.person] : []), ...family.people];
}

/** The years for which the employee claims somebody who lives abroad. */
function abroadYears({ thisYear, nextYear }: Person): NonNullable<PersonYear["abroad"]>[] {
  return [thisYear, nextYear].flatMap(({ abroad, support }) => abroad && support === true ? [abroad] : []);
}

function livesAbroad(person: Person): boolean {
  return abroadYears(person).length > 0;
}

function isSentMoney(person: Person): boolean {
  return abroadYears(person).some(({ remittance }) => (remittance ?? 0) > 0);
}

/** Is one by a 手帳; その他 has none that could be copied. */
function isProven(disability: Disability | null): boolean {
  return disability !== null && disability.certificate !== null && disability.certificate !== "other";
}

/** Proves it for a year; who died this year has nothing to prove for the next. */
function proves({ diedOn, ...person }: Person, year: "thisYear" | "nextYear"): boolean {
  return isProven(person[year].disability) && (year === "thisYear" || diedOn === null);
}

function spouseCertificate(year: "thisYear" | "nextYear"): Original["count"] {
  return ({ declaration: { spouse } }) =>
    one(spouse[year] !== false && spouse.person !== null && proves(spouse.person, year));
}

function familyCertificates(year: "thisYear" | "nextYear"): Original["count"] {
  return ({ declaration: { family } }) => {
    const own = count(family.people, (person) => proves(person, year));
    const shared = year === "thisYear" ? count(family.shared, ({ disability }) => isProven(disability)) : 0;
    return own + shared;
  };
}

function certificates(fits: (contract: Contract) => boolean): Original["count"] {
  return (collected) =>
    count(
      collected.insurance.contracts,
      (contract) => fits(contract) && isContractOnPaper(collected, contract),
    );
}

/**
 * True of a contract that is declared with a certificate on paper: 団体保険 and electronic ones have none, 社会保険 other than
 * 国民年金 needs none, and 昨年の申告 without an amount is not declared.
 */
export function isContractOnPaper(
  { declaration }: Pick<Collected, "declaration">,
  { kind, source, social, electronic, amount }: Contract,
): boolean {
  return declaration.insurance.claims !== false && source !== "group" && !electronic && amount !== null &&
    (kind !== "social" || social === "national_pension");
}

/** True where 企業型年金加入者掛金 was paid by the employee: of what the company paid in nobody has a certificate. */
export function isDcOnPaper({ insurance: { dc } }: Pick<Collected, "insurance">): boolean {
  return dc !== null && dc.editable && dc.amount > 0;
}

/** True of a 小規模企業共済等掛金 that is declared with a certificate on paper. */
export function isContributionOnPaper(
  { declaration: { insurance } }: Pick<Collected, "declaration">,
  kind: MutualAid,
): boolean {
  const { amount, electronic } = insurance.mutualAid[kind];
  return insurance.claims !== false && (amount ?? 0) > 0 && !electronic;
}

function contribution(kind: MutualAid): Original["count"] {
  return (collected) => one(isContributionOnPaper(collected, kind));
}

function claimsLoanOnPaper({ housingLoan }: Declaration): boolean {
  return housingLoan.claim === "yes" && !housingLoan.electronic;
}
