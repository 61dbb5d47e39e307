import type { HousingLoan } from "../../../domain/housing_loan.ts";
import { type Expected, type HandPerson, PAYER } from "../hand.ts";
import { address, collectedFrom, living, loan, named, wages } from "../shapes.ts";

/** Somebody who declares a loan and earns 7,000,000: 7,000,000 × 0.9 − 1,100,000. */
function borrower(
  name: string,
  firstName: string,
  kana: string,
  housingLoan: HousingLoan,
  form: { year: number; title: string; boxes: Expected },
): HandPerson {
  // 現住所 is printed, wherever the 住民票 is.
  const home = living(address("730-0011", "広島県", "広島市中区", "基町10-52"), "", "");
  const registered = living(address("760-0017", "香川県", "高松市", "番町4-1-10"), "", "");
  return {
    name,
    collected: collectedFrom({
      ...named("松本", firstName, "マツモト", kana),
      birthOn: "1983-03-31",
      both: { home, registered },
      income: wages(7_000_000),
      loan: housingLoan,
    }),
    forms: [{
      document: "housing_loan",
      ...form,
      boxes: {
        head: {
          ...PAYER,
          kana: `マツモト ${kana}`,
          name: `松本 ${firstName}`,
          address: "〒730-0011 広島県広島市中区基町10-52",
          total_income: "5,200,000",
        },
        ...form.boxes,
      },
    }],
  };
}

const CALCULATION =
  "給与所得者の（特定増改築等）住宅借入金等特別控除申告書 兼 （特定増改築等）住宅借入金等特別控除計算明細書";

/** 旧様式 in its last year: house and land in one loan, the house lived in to four fifths. */
const OLD = borrower(
  "loan_old",
  "学",
  "マナブ",
  loan({
    form: "old",
    movedInOn: "2017-04-01",
    acquisition: "specified",
    application: "home",
    houseArea: 100,
    houseOwnArea: 80,
    landArea: 120.5,
    landOwnArea: 120.5,
    housePrice: 25_000_000,
    landPrice: 15_000_000,
    firstYearDeduction: 300_000,
    lenders: [{ name: "瀬戸銀行", purpose: 3, balance: 30_000_000, ownPart: null }],
  }),
  {
    year: 2026,
    title: "給与所得者の（特定増改築等）住宅借入金等特別控除申告書",
    boxes: {
      certificate: {
        i: "2017/04/01",
        ro: "25,000,000",
        ha: "100",
        ni: "80",
        ho: "15,000,000",
        he: "120.5",
        to: "120.5",
        wo: "300,000",
        acquisition: "特定取得",
        application: "住",
      },
      "columns.3": {
        balance: "30,000,000",
        price: "40,000,000",
        lesser: "30,000,000",
        // 80 % of the house and all of the land: 30,000,000 × (20,000,000 + 15,000,000) ÷ 40,000,000.
        counted: "26,250,000",
      },
      columns: { cap: "40,000,000", basis: "26,250,000", rate: "1", credit: "262,500" },
    },
  },
);

/** 新様式: two loans owed together with the wife (60 %), the first of them refinanced. */
const NEW = borrower(
  "loan_new",
  "進",
  "ススム",
  loan({
    form: "new",
    movedInOn: "2020-08-15",
    acquisition: "special_specified",
    application: "home",
    housePrice: 20_000_000,
    houseOwnUse: 100,
    houseDebtShare: 60,
    landPrice: 10_000_000,
    landOwnUse: 100,
    landDebtShare: 60,
    firstYearDeduction: 170_000,
    refinanced: true,
    refinancing: { before: 20_000_000, taken: 24_000_000, balance: 18_000_000 },
    jointDebtor: {
      name: "松本 円",
      address: "広島県広島市中区基町10-52",
      company: "株式会社もみじ",
      companyAddress: "広島県広島市南区松原町2-37",
    },
    lenders: [
      { name: "瀬戸銀行", purpose: 1, balance: 18_000_000, ownPart: null },
      { name: "備後信用金庫", purpose: 2, balance: 12_000_000, ownPart: null },
    ],
  }),
  {
    year: 2026,
    title: CALCULATION,
    boxes: {
      certificate: {
        i: "2020/08/15",
        ro: "20,000,000",
        ha: "100",
        ni: "60",
        ho: "10,000,000",
        he: "100",
        to: "60",
        first_year: "170,000",
        acquisition: "特別特定取得",
        application: "住",
      },
      // 18,000,000 × 20,000,000 ÷ 24,000,000, of it 60 %.
      "columns.1": {
        owed: "15,000,000",
        balance: "9,000,000",
        price: "20,000,000",
        lesser: "9,000,000",
        share: "100",
        counted: "9,000,000",
      },
      "columns.2": {
        owed: "12,000,000",
        balance: "7,200,000",
        price: "10,000,000",
        lesser: "7,200,000",
        share: "100",
        counted: "7,200,000",
      },
      columns: { cap: "40,000,000", basis: "16,200,000", rate: "1", credit: "162,000" },
      remarks: {
        debtor_name: "松本 円",
        debtor_address: "広島県広島市中区基町10-52",
        debtor_company: "株式会社もみじ",
        debtor_company_address: "広島県広島市南区松原町2-37",
        refinanced: "15,000,000",
      },
    },
  },
);

/** 令和4年 on: 0.7 %, a 認定住宅 with a shop in it, figures that leave fractions. */
const FROM_2022 = borrower(
  "loan_from_2022",
  "望",
  "ノゾム",
  loan({
    form: "from_2022",
    movedInOn: "2023-03-20",
    acquisition: "none",
    application: "certified",
    house: "new",
    energy: "certified",
    housePrice: 45_678_901,
    houseOwnUse: 85.5,
    firstYearDeduction: 233_000,
    lenders: [{ name: "瀬戸銀行", purpose: 1, balance: 38_765_432, ownPart: null }],
  }),
  {
    year: 2026,
    title: "給与所得者の（特定増改築等）住宅借入金等特別控除申告書 兼 住宅借入金等特別控除計算明細書",
    boxes: {
      certificate: {
        i: "2023/03/20",
        ro: "45,678,901",
        ha: "85.5",
        first_year: "233,000",
        acquisition: "対象外",
        application: "認",
      },
      "columns.1": {
        owed: "38,765,432",
        balance: "38,765,432",
        price: "45,678,901",
        lesser: "38,765,432",
        share: "85.5",
        // 33,144,444.36.
        counted: "33,144,444",
      },
      // 232,011.108, 100円未満切捨て.
      columns: { cap: "50,000,000", basis: "33,144,444", rate: "0.7", credit: "232,000" },
    },
  },
);

/** 増改築等 of 令和3年 in its fifth and last year, half of it owed by somebody else: 2 % of 2,500,000, 1 % of the rest. */
const RENOVATION = borrower(
  "loan_renovation",
  "築",
  "キズク",
  loan({
    form: "new",
    column: "renovation",
    movedInOn: "2021-05-20",
    acquisition: "specified",
    application: "renovation",
    renovationCost: 8_000_000,
    renovationOwnUse: 100,
    specialRenovationCost: 3_000_000,
    specialWork: "energy",
    renovationDebtShare: 50,
    jointDebtor: { name: "松本 棟", address: "", company: "", companyAddress: "" },
    firstYearDeduction: 95_000,
    lenders: [{ name: "瀬戸銀行", purpose: 4, balance: 6_000_000, ownPart: null }],
  }),
  {
    year: 2025,
    title: CALCULATION,
    boxes: {
      certificate: {
        chi: "2021/05/20",
        ri: "8,000,000",
        nu: "3,000,000",
        ru: "100",
        renovation_debt: "50",
        first_year: "95,000",
        acquisition: "特定取得",
        application: "増",
      },
      "columns.4": {
        owed: "6,000,000",
        balance: "3,000,000",
        price: "8,000,000",
        lesser: "3,000,000",
        share: "100",
        counted: "3,000,000",
      },
      // 2,500,000 × 2 % + 500,000 × 1 %.
      columns: {
        cap: "10,000,000",
        basis: "3,000,000",
        special_cost: "3,000,000",
        special: "2,500,000",
        rate: "1",
        credit: "55,000",
      },
      remarks: { debtor_name: "松本 棟" },
    },
  },
);

export const BORROWERS = [OLD, NEW, FROM_2022, RENOVATION];
