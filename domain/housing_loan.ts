import { z } from "zod";

/** 住宅借入金等特別控除申告書の種類: 旧様式, 新様式, and that of homes moved into from 令和4年 on. */
export const HOUSING_LOAN_FORMS = ["old", "new", "from_2022"] as const;
/** 特定取得区分: none, 特定取得, 特別特定取得. */
export const ACQUISITIONS = ["none", "specified", "special_specified"] as const;
/** 控除額適用区分 (住, 増, 認, 震). */
export const APPLICATIONS = ["home", "renovation", "certified", "disaster"] as const;

const yen = z.number().int().nullable();
const share = z.number().nullable();

/** Someone who owes the loan as well (連帯債務者). */
const debtorSchema = z.object({
  name: z.string(),
  address: z.string(),
  company: z.string(),
  companyAddress: z.string(),
});

/** 借入金融機関情報. `purpose` is 住宅借入金等の内訳 1–4; null: not said. */
const lenderSchema = z.object({
  name: z.string(),
  purpose: z.number().int().min(1).max(4).nullable(),
  balance: yen,
  ownPart: yen,
});

/**
 * 住宅借入金等特別控除 as an employee declares it (reference/csv-columns.md 2.17). Dates are YYYY-MM-DD, areas m²,
 * shares 0–100, amounts yen; null and "": not said.
 */
export const housingLoanSchema = z.object({
  v: z.literal(1),
  form: z.enum(HOUSING_LOAN_FORMS),
  /** 居住開始年月日. */
  movedInOn: z.string().nullable(),
  acquisition: z.enum(ACQUISITIONS),
  application: z.enum(APPLICATIONS),
  houseArea: z.number().nullable(),
  landArea: z.number().nullable(),
  houseOwnUse: share,
  landOwnUse: share,
  /** 借換の有無. */
  refinanced: z.boolean(),
  jointDebtor: debtorSchema.nullable(),
  lenders: z.array(lenderSchema),
  /** 取得対価の額 of 家屋 and 土地等, 増改築等の費用の額, 適用初年分の控除額. */
  housePrice: yen,
  landPrice: yen,
  renovationCost: yen,
  firstYearDeduction: yen,
});
export type HousingLoan = z.infer<typeof housingLoanSchema>;

/** What a year's declaration leaves to the next: everything but the amounts (reference/imports.md §2.4). */
export function withoutAmounts(loan: HousingLoan): HousingLoan {
  return {
    ...loan,
    lenders: loan.lenders.map((lender) => ({ ...lender, balance: null, ownPart: null })),
    housePrice: null,
    landPrice: null,
    renovationCost: null,
    firstYearDeduction: null,
  };
}
