import { sum } from "./round.ts";

/** 社会保険料控除 (yen): all that was paid (所得税法74条; No.1130). */
export function socialInsuranceDeduction(paid: readonly number[]): number {
  return sum(paid);
}

/** The four lines of 小規模企業共済等掛金 (yen). */
export interface MutualAid {
  /** 独立行政法人中小企業基盤整備機構の共済契約の掛金. */
  smallEnterprise: number;
  /** 企業型年金加入者掛金. */
  corporateDc: number;
  /** 個人型年金加入者掛金 (iDeCo). */
  individualDc: number;
  /** 心身障害者扶養共済制度に関する契約の掛金. */
  disabilityMutualAid: number;
}

/** 小規模企業共済等掛金控除 (yen): all that was paid (所得税法75条; No.1135). */
export function mutualAidDeduction(paid: MutualAid): number {
  return sum([paid.smallEnterprise, paid.corporateDc, paid.individualDc, paid.disabilityMutualAid]);
}
