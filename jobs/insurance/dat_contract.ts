import { companyOf } from "../../formats/dat/formats.ts";
import { FIELD_LABELS, FIELD_NAMES, type Fields } from "../../formats/dat/layout.ts";
import { fullWidthKana } from "../../formats/half_width.ts";
import type { CellProblem, ContractCells } from "./contract_cells.ts";

type Kind = Pick<ContractCells, "kind" | "generation" | "quake"> & { label: string };

const life = { quake: null };
const other = { generation: null };

/** 保険料種別: the words of the field maps, what they register as, and how files of ours name them. */
const PREMIUM_KINDS: Readonly<Record<string, Kind>> = {
  life_new: { ...life, kind: "life", generation: "new", label: "一般の生命保険料（新）" },
  life_old: { ...life, kind: "life", generation: "old", label: "一般の生命保険料（旧）" },
  care: { ...life, ...other, kind: "care", label: "介護医療保険料" },
  pension_new: { ...life, kind: "pension", generation: "new", label: "個人年金保険料（新）" },
  pension_old: { ...life, kind: "pension", generation: "old", label: "個人年金保険料（旧）" },
  earthquake: { ...other, kind: "earthquake", quake: "earthquake", label: "地震保険料" },
  old_long_term: { ...other, kind: "earthquake", quake: "old_long_term", label: "旧長期損害保険料" },
};

/** 保険期間 of a contract that ends with the life of the insured. */
const FOR_LIFE = 999;

/** The contract that a record tells of, or why it cannot be taken. */
export function readDatContract(fields: Fields): { cells: ContractCells } | { problem: CellProblem } {
  const unreadable = FIELD_NAMES.filter((name) => fields[name] === null);
  if (unreadable.length > 0) {
    return problem("dat_field", { fields: unreadable.map((name) => FIELD_LABELS[name]).join("、") });
  }
  const said = fields as Record<keyof Fields, string>;
  const company = companyOf(said.company);
  if (company === null) return problem("dat_company", { code: said.company });
  const { label: _, ...kind } = PREMIUM_KINDS[said.premiumKind]!;
  return {
    cells: {
      ...kind,
      company,
      type: "",
      period: period(said.period),
      holder: fullWidthKana(said.holder),
      beneficiary: fullWidthKana(said.beneficiary),
      relation: "",
      social: null,
      paymentStartsOn: said.paymentStartsOn || null,
      amount: Number(said.amount),
      policyNumber: said.policyNumber,
    },
  };
}

function problem(code: CellProblem["code"], params: CellProblem["params"]): { problem: CellProblem } {
  return { problem: { code, params } };
}

function period(digits: string): string {
  const years = Number(digits);
  if (years === 0) return "";
  return years === FOR_LIFE ? "終身" : `${years}年`;
}

/** What stands in the place of a field that cannot be read (reference/imports.md §2.5). */
export const UNREADABLE = "エラー";

/** Columns of a record in the files of rows 5 and 41, after 氏名コード. */
export const CONTRACT_COLUMNS = ["保険料種別", "保険会社等の名称", "証券番号", "保険料金額"] as const;

/** The cells of CONTRACT_COLUMNS. */
export function contractCells({ premiumKind, company, policyNumber, amount }: Fields): string[] {
  return [
    premiumKind === null ? null : PREMIUM_KINDS[premiumKind]!.label,
    company === null ? null : companyOf(company),
    policyNumber,
    amount === null ? null : String(Number(amount)),
  ].map((cell) => cell ?? UNREADABLE);
}
