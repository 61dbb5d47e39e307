import type { Contract, ContractKind, ContractSource } from "./insurance.ts";

/** 保険の種類 as headings name it. */
export const CONTRACT_KIND_LABELS: Record<ContractKind, string> = {
  life: "一般の生命保険料",
  care: "介護医療保険料",
  pension: "個人年金保険料",
  earthquake: "地震保険料",
  social: "社会保険料",
};

/** Where a contract comes from. */
export const CONTRACT_SOURCE_LABELS: Record<ContractSource, string> = {
  last_year: "昨年の申告",
  group: "団体保険",
  self: "従業員",
  staff: "担当者",
};

const GENERATION_LABELS = { new: "新", old: "旧" } as const;
const QUAKE_LABELS = { earthquake: "地震", old_long_term: "旧長期" } as const;
const SOCIAL_LABELS = {
  national_pension: "国民年金・国民年金基金",
  health_and_care: "国民健康保険料・介護保険料等",
} as const;

/** 新・旧区分, 地震・旧長期 or 社会保険の種類, whichever the contract has; "" where it is not said. */
export function divisionLabel({ generation, quake, social }: Contract): string {
  if (generation) return GENERATION_LABELS[generation];
  if (quake) return QUAKE_LABELS[quake];
  return social ? SOCIAL_LABELS[social] : "";
}

/** 従業員による情報の編集. */
export function editableLabel(editable: boolean): string {
  return editable ? "許可する" : "許可しない";
}

/** Yen as pages write them; - where the amount is not known. */
export function yen(amount: number | null): string {
  return amount === null ? "-" : `${amount.toLocaleString("ja-JP")}円`;
}
