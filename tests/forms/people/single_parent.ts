import { BASIC, DEPENDANTS, type HandPerson, HIDDEN, ON, PAYER } from "../hand.ts";
import { address, collectedFrom, estimate, kin, living, named, wages } from "../shapes.ts";

const HOME = living(address("600-8216", "京都府", "京都市下京区", "東塩小路町901"), "伊藤 茂", "父");
const HOME_TEXT = "〒600-8216 京都府京都市下京区東塩小路町901";

const HEAD = { ...PAYER, kana: "イトウ ユミ", name: "伊藤 由美", address: HOME_TEXT };
/** The same in both years: the child is 10, then 11. */
const DEPENDANTS_BOXES = {
  head: {
    ...HEAD,
    number: HIDDEN,
    birth: "1988/12/24",
    municipality: "京都府京都市下京区",
    householder: "伊藤 茂",
    householder_relation: "父",
    has_spouse: "無",
  },
  C: { single_parent: ON },
  "E.1": {
    kana: "イトウ ハナ",
    name: "伊藤 花",
    number: HIDDEN,
    birth: "2015/03/03",
    relation: "長女",
    address: HOME_TEXT,
    income: "0",
  },
};

/** ひとり親 of 令和7年, whose next year has the form of 令和8年分. */
export const SINGLE_PARENT: HandPerson = {
  name: "single_parent",
  collected: collectedFrom({
    ...named("伊藤", "由美", "イトウ", "ユミ"),
    birthOn: "1988-12-24",
    both: { home: HOME, registered: HOME, widow: "single_parent", widowReason: "unmarried" },
    income: wages(4_000_000),
    incomeNext: estimate(2_760_000),
    people: [kin("child", "長女", named("伊藤", "花", "イトウ", "ハナ"), "2015-03-03")],
  }),
  forms: [
    {
      year: 2025,
      document: "this_year_dependants",
      title: DEPENDANTS("令和7年"),
      boxes: DEPENDANTS_BOXES,
    },
    {
      year: 2025,
      document: "next_year_dependants",
      title: DEPENDANTS("令和8年"),
      boxes: DEPENDANTS_BOXES,
    },
    {
      year: 2025,
      document: "basic_spouse_adjustment",
      title: BASIC("令和7年"),
      boxes: {
        head: HEAD,
        basic: {
          // 1,000,000 × 3.2 − 440,000.
          salary: "4,000,000",
          salary_income: "2,760,000",
          other_income: "0",
          total_income: "2,760,000",
          band: "132万円超 336万円以下",
          class: "A",
          deduction: "880,000",
        },
      },
    },
  ],
};
