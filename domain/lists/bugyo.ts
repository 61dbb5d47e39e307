import type { DeclaredYear } from "../declaration/computed/relative.ts";
import type { PreviousJob } from "../declaration/previous_job.ts";
import type { FamilyMember } from "../family.ts";
import { ACQUISITIONS, type HousingLoan } from "../housing_loan.ts";
import type { Request, RequestStatus } from "../request.ts";
import { declaredLoan } from "./housing_loan.ts";
import { applicationOf } from "./loan_application.ts";
import { relativesOf, spouseOf } from "./present.ts";
import { type Cell, type Columns, day, EMPLOYEE, type Reader, type Row } from "./row.ts";

/** What 給与奉行 reads other than すべての申告情報 of a year tells it (reference/screens.md §6.9). */
export function bugyoColumns(year: DeclaredYear): Columns {
  return {
    "依頼グループ名": EMPLOYEE["依頼グループ"],
    "課税区分": ({ request }) => taxation(request),
    "年調対象区分": ({ request }) => isFixed(request) && isAdjusted(request),
    "配偶者の有無": ({ declaration }) => declaration.spouse[year],
    "配偶者 扶養区分": (row) => isFixed(row.request) ? spouseSupport(row, year) : null,
    "被扶養者{n} 続柄": (row) =>
      relativesOf(row, year, "deductible").map(({ person }) => relationCode(person.relation)),
    "控除額適用区分": ofLoan(applicationCode),
    "特定取得区分": ofLoan(({ acquisition }) => ACQUISITIONS.indexOf(acquisition)),
    ...lastJob(),
  };
}

/** 依頼 whose answers stand. */
const FIXED: readonly RequestStatus[] = ["answered", "reanswered", "confirmed"];
const isFixed = ({ status }: Request) => FIXED.includes(status);

/** ESAL004: who is 対象外 or may be is not adjusted, but who answers on paper is. */
const isAdjusted = ({ exclusion }: Request) => exclusion === null || exclusion === "paper";

/** ESAL003, the first that fits: 2 乙欄; blank where there is any other reason; 1 甲欄 of who has answered once. */
function taxation({ exclusion, answeredOnce }: Request): Cell {
  if (exclusion === "otsu") return 2;
  return exclusion === null && answeredOnce ? 1 : null;
}

const SPOUSE_CODES = { none: 0, spouse: 1, special: 2 } as const;

/**
 * EFMM020: 0 who is not deductible, or of whom there is no record. That those who are have the codes of
 * 配偶者控除対象 (of next year: of 源泉控除対象) is ours.
 */
function spouseSupport(row: Row, year: DeclaredYear): Cell {
  const spouse = row.figures[year]?.spouse;
  if (!spouse || !spouseOf(row, year, "deductible")) return 0;
  return year === "thisYear" ? SPOUSE_CODES[spouse.deduction?.kind ?? "none"] : spouse.withholding;
}

/** 続柄 that have codes. */
const RELATIONS: Readonly<Record<string, string>> = {
  "父": "02",
  "実父": "02",
  "義父": "02",
  "母": "03",
  "実母": "03",
  "義母": "03",
  "妹": "04",
  "弟": "05",
  "祖父": "06",
  "祖母": "07",
  "姉": "08",
  "兄": "09",
};

/** 01 of a child (子供である), else by the name; blank where it has none. */
function relationCode({ isChild, name }: FamilyMember["relation"]): Cell {
  return isChild ? "01" : RELATIONS[name];
}

const ofLoan = (cell: (loan: HousingLoan) => Cell): Reader => (row) => {
  const loan = declaredLoan(row);
  return loan && cell(loan);
};

const APPLICATION_CODES = { home: 0, renovation: 2, certified: 3, disaster: 4 } as const;

/** YITS007: as 控除額適用区分 of the other files, but 特例用 is apart. */
function applicationCode(loan: HousingLoan): Cell {
  return loan.mark === "special_case" ? 1 : APPLICATION_CODES[applicationOf(loan)];
}

/** One 前職, that which was left last; its amounts are the sums of all. */
function lastJob(): Columns {
  const of = (cell: (job: PreviousJob) => Cell): Reader => ({ declaration: { previousJob: { jobs } } }) => {
    const [first, ...others] = jobs;
    return first && cell(others.reduce((last, job) => leftOn(job) > leftOn(last) ? job : last, first));
  };
  return {
    "前職情報:退職年月日": of((job) => day(job.leftOn)),
    "前職情報:支払者の住所又は所在地": of(({ address }) => address),
    "前職情報:支払者の氏名又は名称": of(({ name }) => name),
  };
}

const leftOn = (job: PreviousJob) => job.leftOn ?? "";
