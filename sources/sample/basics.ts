import type { SampleCompany } from "./companies.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { AWKWARD_NAMES, FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES, type Named } from "./names.ts";
import { type Standing, standingOf } from "./standing.ts";

/** One person in this many has a name of AWKWARD_NAMES. */
const AWKWARD_EVERY = 37;

/** 雇用形態 with the source's preset, as often as they stand here. */
const EMPLOYMENT: readonly (readonly [string | null, string | null])[] = [
  ["正社員", "full_timer"],
  ["正社員", "full_timer"],
  ["正社員", "full_timer"],
  ["正社員", "full_timer"],
  ["契約社員", "contract_worker"],
  ["パート・アルバイト", "part_timer"],
  ["パート・アルバイト", "part_timer"],
  ["嘱託", null],
];

/** 姓名, 生年月日, 部署, 雇用形態 and 事業所 of person number `i`: the first draws of `draws`, in this order. */
export function drawBasics(company: SampleCompany, i: number, standing: Standing, draws: Draws) {
  const site = company.sites[siteOf(standing, draws)]!;
  const [employmentType, employmentPreset] = draws.pick(EMPLOYMENT);
  return {
    ...nameOf(draws, i),
    birthOn: birthOf(draws, company.year),
    department: draws.oneIn(60) ? null : draws.pick(site.departments),
    employmentType,
    employmentPreset,
    establishment: site.name,
  };
}

/** 部署 of person number `i`, for choosing whose an account is. */
export function departmentOf(company: SampleCompany, i: number): string | null {
  return drawBasics(company, i, standingOf(company, i), drawsOf(company.seed, i)).department;
}

function siteOf(standing: Standing, draws: Draws): number {
  const drawn = draws.int(3);
  return standing.kind === "member" ? standing.site : drawn;
}

function nameOf(draws: Draws, i: number) {
  const gender = draws.oneIn(2) ? "female" as const : "male" as const;
  const last = draws.pick(FAMILY_NAMES);
  const first = draws.pick(gender === "female" ? FEMALE_NAMES : MALE_NAMES);
  if (i % AWKWARD_EVERY !== AWKWARD_EVERY - 1) return { ...named(last, first), gender };
  const awkward = AWKWARD_NAMES[Math.floor(i / AWKWARD_EVERY) % AWKWARD_NAMES.length]!;
  return { ...named(awkward.last, awkward.first), gender };
}

function named([lastName, lastNameKana]: Named, [firstName, firstNameKana]: Named) {
  return { lastName, firstName, lastNameKana, firstNameKana };
}

/** 18 to 67 years old at the end of the year. */
function birthOf(draws: Draws, year: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year - 18 - draws.int(50)}-${two(1 + draws.int(12))}-${two(1 + draws.int(28))}`;
}
