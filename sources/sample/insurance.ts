import { carriedOver } from "../../domain/carry_over.ts";
import { type Contract, type ContractKind, type Insurance, NO_INSURANCE } from "../../domain/insurance.ts";
import type { SampleCompany } from "./companies.ts";
import { type Draws, drawsOf } from "./draws.ts";

/** What differs between the kinds; companies and products are made up. */
const KINDS: Record<ContractKind, Partial<Contract> & Pick<Contract, "company">> = {
  life: { company: "見本生命", type: "定期", period: "10年", generation: "new" },
  care: { company: "サンプル医療生命", type: "医療", period: "終身" },
  pension: {
    company: "架空生命",
    type: "個人年金",
    period: "10年",
    generation: "old",
    paymentStartsOn: "2040-04-01",
  },
  earthquake: { company: "見本損害保険", type: "地震", period: "1年", quake: "earthquake" },
  social: { company: "日本年金機構", social: "national_pension" },
};
const KIND_NAMES = Object.keys(KINDS) as ContractKind[];

/** What a contract may be within its kind, beside what stands above. */
const OTHERS: Record<ContractKind, Partial<Contract>> = {
  life: { generation: "old" },
  care: {},
  pension: { generation: "new" },
  earthquake: { quake: "old_long_term", type: "積立傷害", period: "20年" },
  social: { company: "見本市", social: "health_and_care" },
};

/** The holder of a contract: 氏名 without a space, as certificates print it. */
interface Holder {
  lastName: string;
  firstName: string;
}

/** Insurance of last year's 依頼 of person number `i`, amounts and all. */
export function lastYearInsurance(company: SampleCompany, i: number, holder: Holder): Insurance {
  const draws = drawsOf(company.seed ^ 0x1a_57, i);
  const contracts = Array.from({ length: draws.int(4) }, (_, n) => {
    const source = n === 2 ? "group" as const : "self" as const;
    return contractOf(`${i + 1}-${n + 1}`, draws, holder, source);
  });
  const dc = draws.oneIn(5) ? { amount: 12_000 * (1 + draws.int(10)), editable: false } : null;
  return { ...NO_INSURANCE, contracts, dc };
}

/**
 * Insurance of this year: what last year left (null: nothing), 団体, 本人, 担当者, and 企業型確定拠出年金. Who `declares`
 * has told of contracts, and what is paid for those of last year.
 */
export function thisYearInsurance(
  company: SampleCompany,
  i: number,
  holder: Holder,
  left: Insurance | null,
  declares: boolean,
): Insurance {
  const draws = drawsOf(company.seed ^ 0x1a_58, i);
  const own = declares ? draws.int(3) : 0;
  const kept = left && carriedOver(left)?.contracts || [];
  const contracts = [
    ...(declares ? kept.map((one, n) => ({ ...one, amount: 12_000 * (1 + (i + n) % 9) })) : kept),
    ...(draws.oneIn(5) ? [contractOf(`${i + 1}-group`, draws, holder, "group")] : []),
    ...Array.from(
      { length: own },
      (_, n) => contractOf(`${i + 1}-own-${n + 1}`, draws, holder, draws.oneIn(6) ? "staff" : "self"),
    ),
  ];
  const dc = draws.oneIn(6) ? { amount: 12_000 * (1 + draws.int(10)), editable: draws.oneIn(3) } : null;
  return { ...NO_INSURANCE, contracts, dc };
}

function contractOf(id: string, draws: Draws, holder: Holder, source: Contract["source"]): Contract {
  // 団体 files hold no 社会保険.
  const kind = draws.pick(source === "group" ? KIND_NAMES.slice(0, 4) : KIND_NAMES);
  const name = holder.lastName + holder.firstName;
  return {
    id,
    kind,
    source,
    type: "",
    period: "",
    holder: name,
    beneficiary: kind === "social" ? "" : name,
    relation: "本人",
    generation: null,
    quake: null,
    social: null,
    paymentStartsOn: null,
    amount: 1_000 * (5 + draws.int(140)),
    policyNumber: kind === "social" ? "" : String(100_000_000 + draws.int(900_000_000)),
    editable: source !== "group",
    electronic: source === "self" && draws.oneIn(4),
    ...KINDS[kind],
    ...(draws.oneIn(3) ? OTHERS[kind] : {}),
  };
}
