import type { Collected } from "./declaration/collected.ts";
import { MUTUAL_AID_LABELS, type MutualAid } from "./declaration/deductions.ts";
import type { Contract } from "./insurance.ts";
import { CONTRACT_KIND_LABELS, divisionLabel } from "./insurance_labels.ts";
import { isContractOnPaper, isContributionOnPaper, isDcOnPaper } from "./originals.ts";

/** A certificate (控除証明書, 払込証明書) whose original is pasted on the 台紙. */
export interface MountedOriginal {
  /** 種別: 保険の種類 with its 区分, or 小規模企業共済等掛金. */
  kind: string;
  /** 保険会社等の名称; "": not said. */
  company: string;
  /** 保険等の種類; of 小規模企業共済等掛金 which of them. */
  type: string;
  policyNumber: string;
  /** 申告額 in yen. */
  amount: number;
}

/**
 * What somebody hands in on the 台紙 (生命保険等証明書原本の台紙), in the order of 原本一覧: one a certificate, as many as
 * `originalsOf` names of MOUNTED_NAMES.
 */
export function mountedOriginals(collected: Collected): MountedOriginal[] {
  return [
    ...(["life", "care", "pension", "earthquake", "social"] as const).flatMap((kind) =>
      collected.insurance.contracts
        .filter((contract) => contract.kind === kind && isContractOnPaper(collected, contract))
        .map(ofContract)
    ),
    ...contributionOf(collected, "small_business"),
    ...(isDcOnPaper(collected) ? [contribution("企業型年金加入者掛金", collected.insurance.dc!.amount)] : []),
    ...contributionOf(collected, "disabled"),
    ...contributionOf(collected, "individual"),
  ];
}

function ofContract(contract: Contract): MountedOriginal {
  const { kind, company, type, policyNumber, amount } = contract;
  const division = divisionLabel(contract);
  const name = CONTRACT_KIND_LABELS[kind];
  return {
    kind: division ? `${name}（${division}）` : name,
    company,
    type,
    policyNumber,
    amount: amount ?? 0,
  };
}

function contributionOf(collected: Collected, kind: MutualAid): MountedOriginal[] {
  if (!isContributionOnPaper(collected, kind)) return [];
  const { amount } = collected.declaration.insurance.mutualAid[kind];
  return [contribution(MUTUAL_AID_LABELS[kind], amount ?? 0)];
}

function contribution(type: string, amount: number): MountedOriginal {
  return { kind: "小規模企業共済等掛金", company: "", type, policyNumber: "", amount };
}
