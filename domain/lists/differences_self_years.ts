import type { Residence, SelfYear } from "../declaration/self.ts";
import { certificate, day, disabilityKind, type Row, WIDOW_REASONS, WIDOWS } from "./row.ts";
import {
  addressItems,
  comparedYears,
  type YearCells,
  yearColumns,
  type YearItem,
  yearsDiffer,
} from "./year_pairs.ts";

function residence(of: string, read: (year: SelfYear) => Residence): YearItem<SelfYear>[] {
  return [
    ...addressItems<SelfYear>(of, (year) => read(year).address),
    { header: `${of}の世帯主`, read: (year) => read(year).head },
    { header: `${of}の世帯主の続柄`, read: (year) => read(year).relation },
  ];
}

const ITEMS: readonly YearItem<SelfYear>[] = [
  ...residence("現住所", ({ home }) => home),
  ...residence("住民票住所", ({ registered }) => registered),
  { header: "勤労学生フラグ", read: ({ student }) => student !== null },
  { header: "勤労学生：学校名", read: ({ student }) => student?.school },
  { header: "勤労学生：入学年月日", read: ({ student }) => day(student?.enrolledOn) },
  { header: "障害者区分", read: ({ disability }) => disabilityKind(disability) },
  { header: "障害者手帳の種類", read: ({ disability }) => certificate(disability) },
  { header: "障害者手帳の交付年月日", read: ({ disability }) => day(disability?.issuedOn) },
  { header: "寡婦・ひとり親", read: ({ widow }) => widow && WIDOWS[widow] },
  { header: "寡婦・ひとり親の理由", read: ({ widowReason }) => widowReason && WIDOW_REASONS[widowReason] },
];

/** What 今年と来年の本人情報差分リスト says of an employee: nothing where the years are the same. */
export function selfYears({ declaration: { self } }: Row): { cells: YearCells }[] {
  const cells = comparedYears(ITEMS, self);
  return yearsDiffer(cells) ? [{ cells }] : [];
}

/** The columns of 今年と来年の本人情報差分リスト. */
export const SELF_YEARS = yearColumns(ITEMS);
