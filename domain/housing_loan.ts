import { z } from "zod";

/** 住宅借入金等特別控除申告書の種類: 旧様式, 新様式, and that of homes moved into from 令和4年 on. */
export const HOUSING_LOAN_FORMS = ["old", "new", "from_2022"] as const;
/** 特定取得区分: none, 特定取得, 特別特定取得. */
export const ACQUISITIONS = ["none", "specified", "special_specified"] as const;
/** 控除額適用区分 (住, 増, 認, 震). */
export const APPLICATIONS = ["home", "renovation", "certified", "disaster"] as const;
/**
 * What the tax office printed beside 控除額適用区分: 印字なし, 居住者用, 居住者・特例用, 特定増改築等住宅借入金等特別控除用,
 * 長期優良住宅用, 認定住宅用, 震災再取得等用. Payroll files tell more of them apart than 住, 増, 認, 震.
 */
export const LOAN_MARKS = [
  "blank",
  "resident",
  "special_case",
  "renovation",
  "long_lasting",
  "certified",
  "disaster",
] as const;
/** What the loan was for, from 令和4年 on: 新築, 買取再販, 既存住宅, 増改築等. */
export const LOAN_HOUSES = ["new", "resale", "existing", "extension"] as const;
/** 省エネ性能, from 令和4年 on: 認定住宅, ZEH水準省エネ住宅, 省エネ基準適合住宅, その他. */
export const LOAN_ENERGIES = ["certified", "zeh", "energy_saving", "other"] as const;
/** 特定増改築等: バリアフリー改修, 省エネ改修, 多世帯同居改修 (三世代同居), 耐久性向上改修. */
export const SPECIAL_WORKS = ["barrier_free", "energy", "three_generations", "durability"] as const;
/** Which date the form has: イ欄 (新築又は購入) or チ欄 (増改築等). Both together make another form. */
export const LOAN_COLUMNS = ["purchase", "renovation"] as const;

const yen = z.number().int().nullable();
const share = z.number().nullable();
const later = {
  share: share.default(null),
  yen: yen.default(null),
  area: z.number().nullable().default(null),
};

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

/** 借換え: 借換直前の残高, 借換後の借入時金額, 借換後の年末残高. */
const refinancingSchema = z.object({ before: yen, taken: yen, balance: yen });

/**
 * 住宅借入金等特別控除 as an employee declares it (reference/csv-columns.md 2.17). Dates are YYYY-MM-DD, areas m²,
 * shares 0–100, amounts yen; null and "": not said.
 */
export const housingLoanSchema = z.object({
  v: z.literal(1),
  form: z.enum(HOUSING_LOAN_FORMS),
  /** 居住開始年月日, of イ欄 or チ欄. */
  movedInOn: z.string().nullable(),
  column: z.enum(LOAN_COLUMNS).default("purchase"),
  acquisition: z.enum(ACQUISITIONS),
  application: z.enum(APPLICATIONS),
  mark: z.enum(LOAN_MARKS).nullable().default(null),
  /** Of homes from 令和4年 on; null: not said. */
  house: z.enum(LOAN_HOUSES).nullable().default(null),
  energy: z.enum(LOAN_ENERGIES).nullable().default(null),
  /** 特例対象個人 (子育て世帯・若者夫婦世帯), and 特例居住用家屋 (40㎡ to 50㎡). */
  withChildren: z.boolean().default(false),
  small: z.boolean().default(false),
  /** 総床面積又は総面積, of it 居住用部分 (旧様式 asks for areas, 新様式 for 居住用割合). */
  houseArea: z.number().nullable(),
  landArea: z.number().nullable(),
  houseOwnArea: later.area,
  landOwnArea: later.area,
  houseOwnUse: share,
  landOwnUse: share,
  renovationOwnUse: later.share,
  /** 借換の有無, and the amounts. */
  refinanced: z.boolean(),
  refinancing: refinancingSchema.nullable().default(null),
  jointDebtor: debtorSchema.nullable(),
  /** 連帯債務割合 of 家屋, 土地等 and 増改築等. */
  houseDebtShare: later.share,
  landDebtShare: later.share,
  renovationDebtShare: later.share,
  lenders: z.array(lenderSchema),
  /** 調書方式: the lender tells the tax office the balance, and nobody hands a 年末残高証明書 in. */
  balanceReported: z.boolean().default(false),
  /** 取得対価の額 of 家屋 and 土地等, 増改築等の費用の額, 適用初年分の控除額. */
  housePrice: yen,
  landPrice: yen,
  renovationCost: yen,
  firstYearDeduction: yen,
  /** リ欄のうち居住用部分の費用の額, 特定増改築等の費用の額 and which works those are. */
  renovationOwnCost: later.yen,
  specialRenovationCost: later.yen,
  specialWork: z.enum(SPECIAL_WORKS).nullable().default(null),
});
export type HousingLoan = z.infer<typeof housingLoanSchema>;
/** What may be given for a loan: what came later has a value of its own. */
export type HousingLoanInput = z.input<typeof housingLoanSchema>;

/** What a year's declaration leaves to the next: everything but the amounts (reference/imports.md §2.4). */
export function withoutAmounts(loan: HousingLoan): HousingLoan {
  return {
    ...loan,
    refinancing: null,
    lenders: loan.lenders.map((lender) => ({ ...lender, balance: null, ownPart: null })),
    housePrice: null,
    landPrice: null,
    renovationCost: null,
    firstYearDeduction: null,
    renovationOwnCost: null,
    specialRenovationCost: null,
  };
}
