import { type Contract, CONTRACT_LIMITS, type ContractKind, type Insurance } from "./insurance.ts";

/** What a limit counts together: 一般・介護医療・個人年金, 地震, and 社会保険 (each of its two kinds). */
export type LimitGroup = keyof typeof CONTRACT_LIMITS;

/** The limit that contracts of a kind count towards. */
export function limitGroup(kind: ContractKind): LimitGroup {
  return kind === "earthquake" || kind === "social" ? kind : "life";
}

/** The limit that `added` breaks beside `kept`, or null. A limit that only `kept` breaks is not `added`'s fault. */
export function limitBroken(kept: readonly Contract[], added: readonly Contract[]): LimitGroup | null {
  const counts = new Map<string, number>();
  for (const contract of [...kept, ...added]) {
    const name = counted(contract);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const over = added.find((contract) =>
    counts.get(counted(contract))! > CONTRACT_LIMITS[limitGroup(contract.kind)]
  );
  return over ? limitGroup(over.kind) : null;
}

/** 社会保険 counts by kind; one whose kind is not said could be either, and counts by itself. */
function counted({ kind, social }: Contract): string {
  return kind === "social" ? `social.${social ?? ""}` : limitGroup(kind);
}

/** What a change of insurance comes to: the new state, or the limit that it would break. */
export type Limited = { insurance: Insurance } | { broken: LimitGroup };

/** Puts `contracts` in the place of all 昨年の保険料; 団体, 本人 and 担当者 stay. */
export function replaceLastYear(insurance: Insurance, contracts: readonly Contract[]): Limited {
  const kept = insurance.contracts.filter(({ source }) => source !== "last_year");
  const broken = limitBroken(kept, contracts);
  return broken ? { broken } : { insurance: { ...insurance, contracts: [...kept, ...contracts] } };
}

/** A line of a 団体 file: the SHA-256 that it is known by, and the contracts that it registers. */
export interface GroupLine {
  digest: string;
  contracts: readonly Contract[];
}

/**
 * Appends what one line of a 団体 file registers; never changes what is there. A line that was registered before is
 * `known`: it adds nothing. Of several lines each is appended to what the one before left.
 */
export function appendGroupLine(insurance: Insurance, line: GroupLine): Limited | "known" {
  if (insurance.registered.includes(line.digest)) return "known";
  const broken = limitBroken(insurance.contracts, line.contracts);
  if (broken) return { broken };
  return {
    insurance: {
      ...insurance,
      contracts: [...insurance.contracts, ...line.contracts],
      registered: [...insurance.registered, line.digest],
    },
  };
}

/** Without 団体 contracts, and with nothing registered, so that the same file can be imported anew; null: no such. */
export function withoutGroup(insurance: Insurance): Insurance | null {
  const contracts = insurance.contracts.filter(({ source }) => source !== "group");
  if (contracts.length === insurance.contracts.length && insurance.registered.length === 0) return null;
  return { ...insurance, contracts, registered: [] };
}

/** With an imported 企業型年金加入者掛金 in the place of any other; the employee may not edit it. */
export function withDc(insurance: Insurance, amount: number): Insurance {
  return { ...insurance, dc: { amount, editable: false } };
}

/** With 従業員による情報の編集 of the 掛金 set; the same object when it is so already, null where there is no 掛金. */
export function allowDcEdit(insurance: Insurance, editable: boolean): Insurance | null {
  const { dc } = insurance;
  if (!dc) return null;
  return dc.editable === editable ? insurance : { ...insurance, dc: { ...dc, editable } };
}
