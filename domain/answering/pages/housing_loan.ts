import type { HousingLoanAnswers } from "../../declaration/deductions.ts";
import type { HousingLoan } from "../../housing_loan.ts";
import { block, question } from "../fields/branches.ts";
import { choice, day, measure, oneOfThese, tick, yen } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";

const must = { required: true };

/** 設問201: whether, and cases that the declaration cannot be made for. */
export const LOAN_CLAIM: Fields<HousingLoanAnswers> = choice<
  "claim",
  "no" | "yes" | "excluded" | "both_columns"
>(
  "claim",
  "住宅借入金等特別控除",
  {
    yes: "受ける（2年目以降）",
    no: "受けない（1年目の方は確定申告が必要です）",
    excluded: "対象外の条件に当てはまる（借換えを2回以上している、借入れが3件以上あるなど）",
    both_columns: "申告書のイ欄とチ欄の両方に日付がある",
  },
  must,
);

/** 設問203: the form that the tax office sent. */
export const LOAN_FORM: Fields<HousingLoan> = question(
  203,
  oneOfThese<"form", HousingLoan["form"]>("form", "申告書の様式", {
    old: "旧様式（「給与所得者の…住宅借入金等特別控除申告書」だけのもの）",
    new: "新様式（「…申告書 兼 …計算明細書」）",
    from_2022: "令和4年以降に住み始めた人の様式",
  }),
);

/** A loan about which nothing is said. */
export const NEW_LOAN: HousingLoan = {
  v: 1,
  form: "new",
  movedInOn: null,
  column: "purchase",
  acquisition: "none",
  application: "home",
  mark: null,
  house: null,
  energy: null,
  withChildren: false,
  small: false,
  houseArea: null,
  landArea: null,
  houseOwnArea: null,
  landOwnArea: null,
  houseOwnUse: null,
  landOwnUse: null,
  renovationOwnUse: null,
  refinanced: false,
  refinancing: null,
  jointDebtor: null,
  houseDebtShare: null,
  landDebtShare: null,
  renovationDebtShare: null,
  lenders: [],
  balanceReported: false,
  housePrice: null,
  landPrice: null,
  renovationCost: null,
  firstYearDeduction: null,
  renovationOwnCost: null,
  specialRenovationCost: null,
  specialWork: null,
};

const MARK_LABELS = {
  blank: "印字なし",
  resident: "居住者用",
  special_case: "居住者・特例用",
  renovation: "特定増改築等住宅借入金等特別控除用",
  long_lasting: "長期優良住宅用",
  certified: "認定住宅用",
  disaster: "震災再取得等用",
} as const;

const WORK_LABELS = {
  barrier_free: "バリアフリー改修",
  energy: "省エネ改修",
  three_generations: "多世帯同居改修",
  durability: "耐久性向上改修",
} as const;

/** 設問214, 216, 218 of 旧様式; 244, 246, 247 of the others. */
function beginning(
  [moved, acquisition, application]: readonly [number, number, number],
): Fields<HousingLoan> {
  return all<HousingLoan>(
    question<HousingLoan>(
      moved,
      oneOfThese<"column", HousingLoan["column"]>("column", "日付がある欄", {
        purchase: "イ欄（新築・購入）",
        renovation: "チ欄（増改築等）",
      }),
      day("movedInOn", "居住開始年月日", must),
    ),
    question(
      acquisition,
      oneOfThese<"acquisition", HousingLoan["acquisition"]>("acquisition", "特定取得", {
        none: "当てはまらない",
        specified: "特定取得",
        special_specified: "特別特定取得",
      }),
    ),
    question<HousingLoan>(
      application,
      oneOfThese<"application", HousingLoan["application"]>("application", "居住開始年月日の横の文字", {
        home: "（住）、または文字なし",
        renovation: "（増）",
        certified: "（認）",
        disaster: "（震）",
      }),
      choice<"mark", NonNullable<HousingLoan["mark"]>>("mark", "申告書の印字（用途）", MARK_LABELS, {
        look: "select",
      }),
    ),
  );
}

const PRICES = [
  yen("housePrice", "家屋の取得対価の額（ロ欄）"),
  yen("landPrice", "土地等の取得対価の額（ホ欄）"),
  yen("firstYearDeduction", "適用初年分の控除額"),
] as const;

const RENOVATION = [
  yen("renovationCost", "増改築等の費用の額（リ欄）"),
  yen("specialRenovationCost", "特定増改築等の費用の額"),
  choice<"specialWork", NonNullable<HousingLoan["specialWork"]>>(
    "specialWork",
    "特定増改築等の種類",
    WORK_LABELS,
    {
      look: "select",
    },
  ),
] as const;

/** 旧様式: areas. */
const OLD: Fields<HousingLoan> = all<HousingLoan>(
  beginning([214, 216, 218]),
  question<HousingLoan>(
    219,
    ...PRICES,
    measure("houseArea", "家屋の総床面積（ハ欄）", "㎡"),
    measure("houseOwnArea", "うち居住用部分の床面積（ニ欄）", "㎡"),
    measure("landArea", "土地等の総面積（ヘ欄）", "㎡"),
    measure("landOwnArea", "うち居住用部分の面積（ト欄）", "㎡"),
  ),
  question<HousingLoan>(
    220,
    ...RENOVATION,
    yen("renovationOwnCost", "うち居住用部分の費用の額（ヌ欄）"),
  ),
);

/** 新様式: shares. */
const NEW: Fields<HousingLoan> = all<HousingLoan>(
  beginning([244, 246, 247]),
  question<HousingLoan>(
    248,
    ...PRICES,
    measure("houseOwnUse", "家屋の居住用割合（ハ欄）", "%"),
    measure("landOwnUse", "土地等の居住用割合（ヘ欄）", "%"),
    measure("houseDebtShare", "家屋の連帯債務割合（ニ欄）", "%"),
    measure("landDebtShare", "土地等の連帯債務割合（ト欄）", "%"),
  ),
  question<HousingLoan>(
    249,
    ...RENOVATION,
    measure("renovationOwnUse", "増改築等の居住用割合（ル欄）", "%"),
    measure("renovationDebtShare", "増改築等の連帯債務割合", "%"),
  ),
);

/** Of homes from 令和4年 on. */
const FROM_2022: Fields<HousingLoan> = all<HousingLoan>(
  NEW,
  block<HousingLoan>(
    "住宅の区分",
    choice<"house", NonNullable<HousingLoan["house"]>>("house", "借入れの対象", {
      new: "新築住宅",
      resale: "買取再販住宅",
      existing: "既存（中古）住宅",
      extension: "増改築等",
    }, must),
    choice<"energy", NonNullable<HousingLoan["energy"]>>("energy", "省エネ性能", {
      certified: "認定住宅",
      zeh: "ZEH水準省エネ住宅",
      energy_saving: "省エネ基準適合住宅",
      other: "その他の住宅",
    }, must),
    tick("withChildren", "特例対象個人（子育て世帯・若者夫婦世帯）に当てはまる"),
    tick("small", "特例居住用家屋（床面積40㎡以上50㎡未満）に当てはまる"),
  ),
);

/** What the form of this generation holds. */
export function home({ form }: Pick<HousingLoan, "form">): Fields<HousingLoan> {
  return form === "old" ? OLD : form === "new" ? NEW : FROM_2022;
}
