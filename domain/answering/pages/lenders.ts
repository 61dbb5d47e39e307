import type { HousingLoanAnswers } from "../../declaration/deductions.ts";
import type { HousingLoan } from "../../housing_loan.ts";
import { at, block, optional, question, whether } from "../fields/branches.ts";
import { choice, text, tick, yen } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";

const must = { required: true };

type Lender = HousingLoan["lenders"][number];
type Debtor = NonNullable<HousingLoan["jointDebtor"]>;
type Refinancing = NonNullable<HousingLoan["refinancing"]>;

const NO_LENDER: Lender = { name: "", purpose: null, balance: null, ownPart: null };
const NO_DEBTOR: Debtor = { name: "", address: "", company: "", companyAddress: "" };
const NO_REFINANCING: Refinancing = { before: null, taken: null, balance: null };

/** 住宅借入金等の内訳 1–4. */
const PURPOSES = { 1: "住宅のみ", 2: "土地のみ", 3: "住宅および土地等", 4: "増改築等" } as const;

const LENDER: Fields<Lender> = all<Lender>(
  text("name", "金融機関の名称", "title", must),
  purpose(),
  yen("balance", "年末残高（予定額）", must),
  yen("ownPart", "連帯債務がある場合の、あなたが負担すべき金額"),
);

function purpose(): Fields<Lender> {
  const field = choice<"purpose", "1" | "2" | "3" | "4">("purpose", "借入れの内訳", PURPOSES, must);
  return {
    views: field.views,
    texts: ({ purpose: said }) =>
      field.texts({ purpose: said === null ? null : String(said) as "1" | "2" | "3" | "4" }),
    read: (value, sent, wrong) => {
      const { purpose: said } = field.read({ purpose: null }, sent, wrong);
      return { ...value, purpose: said === null ? null : Number(said) };
    },
  };
}

/** 設問204: at most two lenders (reference/csv-columns.md 2.17). */
const LENDERS: Fields<HousingLoan> = question(
  204,
  block("1件目", lenderAt(0)),
  whether<HousingLoan>({
    name: "second",
    label: "2件目の借入れ",
    yes: "ある",
    no: "ない",
    is: ({ lenders }) => lenders.length > 1,
    open: (value) => value,
    shut: (value) => ({ ...value, lenders: value.lenders.slice(0, 1) }),
    then: [block("2件目", lenderAt(1))],
  }),
);

function lenderAt(n: number): Fields<HousingLoan> {
  return at<HousingLoan, Lender>(
    `lender${n + 1}`,
    ({ lenders }) => lenders[n] ?? NO_LENDER,
    (value, lender) => ({
      ...value,
      lenders: [...value.lenders.slice(0, n), lender, ...value.lenders.slice(n + 1)],
    }),
    [LENDER],
  );
}

/** 設問205. */
const REFINANCED: Fields<HousingLoan> = question(
  205,
  whether<HousingLoan>({
    name: "refinanced",
    label: "借換え",
    yes: "借り換えた",
    no: "借り換えていない",
    is: ({ refinanced }) => refinanced,
    open: (value) => ({ ...value, refinanced: true }),
    shut: (value) => ({ ...value, refinanced: false, refinancing: null }),
    then: [
      at<HousingLoan, Refinancing>(
        "refinancing",
        ({ refinancing }) => refinancing ?? NO_REFINANCING,
        (value, refinancing) => ({ ...value, refinancing }),
        [all<Refinancing>(
          yen("before", "借換えの直前の残高", must),
          yen("taken", "借換えたときの借入額", must),
          yen("balance", "借換え後の年末残高", must),
        )],
      ),
    ],
  }),
);

/** 設問206. */
const JOINT_DEBTOR: Fields<HousingLoan> = question(
  206,
  optional(
    "jointDebtor",
    { label: "連帯債務者", yes: "いる", no: "いない", blank: NO_DEBTOR },
    all<Debtor>(
      text("name", "連帯債務者の氏名", "title", must),
      text("address", "連帯債務者の住所", "long", must),
      text("company", "連帯債務者の勤務先の名称", "title"),
      text("companyAddress", "連帯債務者の勤務先の住所", "long"),
    ),
  ),
);

/** What is owed, to whom, and together with whom. */
export const OWED: Fields<HousingLoan> = all<HousingLoan>(
  LENDERS,
  REFINANCED,
  JOINT_DEBTOR,
  block(
    "証明書",
    tick("balanceReported", "年末残高は金融機関から税務署に報告される（調書方式。年末残高証明書は届かない）"),
  ),
);

/** Whether the certificates come as data. */
export const ELECTRONIC: Fields<HousingLoanAnswers> = tick(
  "electronic",
  "住宅借入金等特別控除証明書と年末残高証明書を電子データで提出する",
);
