import { type Contract, type ContractKind, type SOCIAL_KINDS } from "../../insurance.ts";
import { question } from "../fields/branches.ts";
import { choice, day, text, tick, yen } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";

const must = { required: true };

/** The lists of contracts that the questionnaire shows: 社会保険 is asked for by kind. */
export const CONTRACT_LISTS = [
  "life",
  "care",
  "pension",
  "earthquake",
  "national_pension",
  "health_and_care",
] as const;
export type ContractList = typeof CONTRACT_LISTS[number];

/** What a contract of each list is. */
const OF_LIST: Record<ContractList, { kind: ContractKind; social: typeof SOCIAL_KINDS[number] | null }> = {
  life: { kind: "life", social: null },
  care: { kind: "care", social: null },
  pension: { kind: "pension", social: null },
  earthquake: { kind: "earthquake", social: null },
  national_pension: { kind: "social", social: "national_pension" },
  health_and_care: { kind: "social", social: "health_and_care" },
};

/** True for contracts of the list; 社会保険 whose kind is not said counts as 国民年金, as in the figures. */
export function isOfList(list: ContractList, { kind, social }: Contract): boolean {
  const of = OF_LIST[list];
  return kind === of.kind && (of.social === null || of.social === (social ?? "national_pension"));
}

/** A contract that the employee adds, about which nothing is said. */
export function newContract(id: string, list: ContractList): Contract {
  return {
    id,
    ...OF_LIST[list],
    source: "self",
    company: "",
    type: "",
    period: "",
    holder: "",
    beneficiary: "",
    relation: "",
    generation: null,
    quake: null,
    paymentStartsOn: null,
    amount: null,
    policyNumber: "",
    editable: true,
    electronic: false,
  };
}

const GENERATION: Fields<Contract> = choice<"generation", "new" | "old">(
  "generation",
  "新・旧の区分",
  { new: "新", old: "旧" },
  must,
);

const COMPANY: Fields<Contract> = all<Contract>(
  text("company", "保険会社等の名称", "title", must),
  text("type", "保険等の種類", "title", { ...must, note: "例：養老、定期、終身" }),
);

const ELECTRONIC: Fields<Contract> = tick("electronic", "電子的控除証明書で提出する");

const POLICY: Fields<Contract> = text("policyNumber", "証券番号", "word");

const HOLDER: Fields<Contract> = text("holder", "契約者の氏名", "title", must);

function beneficiary(of: string): Fields<Contract> {
  return all<Contract>(
    text("beneficiary", `${of}の氏名`, "title", must),
    text("relation", `${of}の、あなたとの続柄`, "word", must),
  );
}

function amount(label: string): Fields<Contract> {
  return yen("amount", label, { ...must, note: "12月までに支払う見込みの金額を含めて入力してください。" });
}

const LIFE: Fields<Contract> = all<Contract>(
  COMPANY,
  text("period", "保険期間", "title", { note: "例：10年、終身" }),
  HOLDER,
  beneficiary("受取人"),
);

const SOCIAL: Fields<Contract> = all<Contract>(
  text("relation", "保険料を負担すべき人の、あなたとの続柄", "word", { ...must, note: "例：本人、子" }),
  text("holder", "保険料を負担すべき人の氏名", "title", must),
);

const FIELDS: Record<ContractList, Fields<Contract>> = {
  life: question<Contract>(
    92,
    LIFE,
    GENERATION,
    amount("今年の保険料（新・旧それぞれの金額）"),
    POLICY,
    ELECTRONIC,
  ),
  care: question<Contract>(93, LIFE, amount("今年の保険料"), POLICY, ELECTRONIC),
  pension: question<Contract>(
    94,
    COMPANY,
    text("period", "年金支払期間", "title", { note: "例：10年" }),
    HOLDER,
    beneficiary("受取人"),
    day("paymentStartsOn", "支払開始日"),
    GENERATION,
    amount("今年の保険料"),
    POLICY,
    ELECTRONIC,
  ),
  earthquake: question<Contract>(
    98,
    COMPANY,
    text("period", "保険期間", "title", { note: "例：5年" }),
    HOLDER,
    beneficiary("居住または家財を利用している人"),
    choice<"quake", "earthquake" | "old_long_term">(
      "quake",
      "地震・旧長期の区分",
      { earthquake: "地震", old_long_term: "旧長期" },
      must,
    ),
    amount("今年の保険料"),
    POLICY,
    ELECTRONIC,
  ),
  national_pension: question<Contract>(
    103,
    text("type", "社会保険の種類", "title", { ...must, note: "例：国民年金、国民年金基金" }),
    text("company", "保険料支払先の名称", "title", { ...must, note: "例：日本年金機構" }),
    SOCIAL,
    amount("今年支払った金額"),
    ELECTRONIC,
  ),
  health_and_care: question<Contract>(
    105,
    text("type", "社会保険の種類", "title", { ...must, note: "例：国民健康保険、介護保険" }),
    text("company", "保険料支払先の名称", "title", { ...must, note: "例：市区町村の名前" }),
    SOCIAL,
    amount("今年支払った金額"),
  ),
};

/** The fields of a contract of the list. */
export function contract(list: ContractList): Fields<Contract> {
  return FIELDS[list];
}
