import type { Address } from "../address.ts";
import type { Baseline } from "../baseline.ts";
import type { Employee } from "../employee.ts";
import { holderOf } from "../my_number.ts";
import { type DocumentKind, EXCLUSION_LABELS, type Request, REQUEST_STATUS_LABELS } from "../request.ts";
import type { Collected } from "../declaration/collected.ts";
import type { Figures } from "../declaration/computed/figures.ts";
import type { DeclaredYear } from "../declaration/computed/relative.ts";
import { CERTIFICATE_LABELS, type Disability, DISABILITY_LABELS } from "../declaration/disability.ts";

/** Everything that the columns of one employee are read from. */
export interface Row extends Collected {
  /** 会社名 as 事業所情報 has it. */
  company: string;
  /** The name of the 依頼グループ. */
  group: string;
  employee: Employee;
  request: Request;
  /** What the master said when they were taken in; of who was taken in by an older version, what is known now. */
  baseline: Pick<Baseline, "self" | "family"> & { takenAt: number | null };
  figures: Figures;
  /** Whose 個人番号 is there, by `numberedAs`. */
  numbered: ReadonlySet<string>;
}

/** What `Row.numbered` knows the employee (null) or a relative as; width and blanks of names make no difference. */
export function numberedAs(relative: { lastName: string; firstName: string } | null): string {
  if (!relative) return "";
  const { lastName, firstName } = holderOf({
    relation: "",
    lastName: relative.lastName,
    firstName: relative.firstName,
  });
  return `${lastName} ${firstName}`;
}

/** What a cell can hold: a flag is 0 or 1, null and "" are empty. */
export type Cell = string | number | boolean | null | undefined;
/** The cells that a column has for an employee: one, or one a person, contract or job. */
export type Reader<R = Row> = (row: R) => Cell | readonly Cell[];
/** The columns of a file by header. */
export type Columns<R = Row> = Readonly<Record<string, Reader<R>>>;

/** What lists about 依頼 alone are read from: nothing that was declared. */
export type AskedRow = Pick<Row, "group" | "employee" | "request">;

/** An empty cell that is written with its quotes: what formats/csv_write.ts, which knows no domain, means by that name. */
export const QUOTED_EMPTY = "\udc00\ud800";

/** A cell as text. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "boolean" ? (cell ? "1" : "0") : String(cell);
}

export const YEARS: Readonly<Record<DeclaredYear, { word: string; document: DocumentKind }>> = {
  thisYear: { word: "今年", document: "this_year_dependants" },
  nextYear: { word: "来年", document: "next_year_dependants" },
};

export const GENDERS = { male: "男性", female: "女性" } as const;
export const WIDOWS = { widow: "寡婦", single_parent: "ひとり親" } as const;
export const WIDOW_REASONS = {
  divorce: "離婚",
  bereavement: "死別",
  missing: "生死不明",
  unmarried: "未婚",
} as const;

export const yesNo = (has: boolean | null) => has === null ? "" : has ? "有" : "無";
export const day = (date: string | null | undefined) => date?.replaceAll("-", "/") ?? "";
export const gender = (of: keyof typeof GENDERS | null) => of && GENDERS[of];

/** The nine columns that most files begin with. */
export const EMPLOYEE = {
  "依頼グループ": ({ group }) => group,
  "依頼ステータス": ({ request }) => REQUEST_STATUS_LABELS[request.status],
  "対象外理由": ({ request }) => request.exclusion && EXCLUSION_LABELS[request.exclusion],
  "社員番号": ({ employee }) => employee.code,
  "姓": ({ declaration }) => declaration.self.lastName,
  "名": ({ declaration }) => declaration.self.firstName,
  "姓（ヨミガナ）": ({ declaration }) => declaration.self.lastNameKana,
  "名（ヨミガナ）": ({ declaration }) => declaration.self.firstNameKana,
  "生年月日": ({ declaration }) => day(declaration.self.birthOn),
} satisfies Columns;

/** The parts of an address under a prefix; `comma`: how the file writes 建物名、部屋番号. */
export function addressColumns<T>(
  prefix: string,
  read: (item: T) => Address | null,
  each: (cell: (item: T) => Cell) => Reader,
  comma = "・",
): Columns {
  const part = (key: keyof Address) => each((item) => read(item)?.[key]);
  return {
    [`${prefix}（郵便番号）`]: part("zip"),
    [`${prefix}（都道府県）`]: part("prefecture"),
    [`${prefix}（市区町村）`]: part("city"),
    [`${prefix}（丁目・番地）`]: part("street"),
    [`${prefix}（建物名${comma}部屋番号）`]: part("building"),
    [`${prefix}（ヨミガナ）`]: part("kana"),
    [`${prefix}（国コード）`]: part("country"),
  };
}

export const disabilityKind = (of: Disability | null | undefined) => of && DISABILITY_LABELS[of.kind];
export const certificate = (of: Disability | null | undefined) =>
  of?.certificate && CERTIFICATE_LABELS[of.certificate];

/** True where the 依頼 has the document. */
export const made = (kind: DocumentKind): Reader => ({ request }) => request.documents[kind] !== undefined;
