import type { Collected } from "../../declaration/collected.ts";
import type { Insurance } from "../../insurance.ts";
import { at, question } from "../fields/branches.ts";
import { all, type Fields } from "../fields/fields.ts";
import { contracts } from "../lists.ts";
import { type AnswerPage, type Asking, inSection } from "../page.ts";
import { CLAIMS, dc, MUTUAL_AID, under23 } from "../pages/insurance.ts";
import { peopleOf } from "../people.ts";
import { insured, page, reads, toDeductions } from "./page_of.ts";

function inInsurance(fields: Fields<Insurance>): Fields<Collected> {
  return at<Collected, Insurance>("", ({ insurance }) => insurance, (collected, insurance) => ({
    ...collected,
    insurance,
  }), [fields]);
}

/** 保険料控除: 設問90–110. */
export const INSURANCE_PAGES: AnswerPage[] = [
  page({
    id: "insurance",
    section: "insurance",
    title: "保険料控除",
    question: 90,
    applies: toDeductions,
    fields: () => inSection("insurance", CLAIMS),
  }),
  page({
    id: "life",
    section: "insurance",
    title: "生命保険・介護医療保険・個人年金保険",
    question: 91,
    applies: insured,
    fields: () =>
      reads(95, "会社で申し込んでいる団体保険は、会社が登録しています。重ねて追加しないでください。"),
    lists: [
      contracts("life", "一般の生命保険", 92),
      contracts("care", "介護医療保険", 93),
      contracts("pension", "個人年金保険", 94),
    ],
  }),
  page({
    id: "under23",
    section: "insurance",
    title: "23歳未満の扶養親族がいる場合の特例",
    question: 96,
    applies: (asking) => insured(asking) && isOfUse(asking),
    fields: ({ collected }) => inSection("insurance", under23(peopleOf(collected))),
  }),
  page({
    id: "earthquake",
    section: "insurance",
    title: "地震保険",
    question: 97,
    applies: insured,
    lists: [contracts("earthquake", "地震保険・旧長期損害保険", 98)],
  }),
  page({
    id: "social",
    section: "insurance",
    title: "社会保険料",
    question: 102,
    applies: insured,
    fields: () =>
      reads(
        104,
        "あるときは、上の一覧に追加してください。給与から天引きされている社会保険料は入力しません。",
      ),
    lists: [
      contracts("national_pension", "国民年金・国民年金基金", 103),
      contracts("health_and_care", "健康保険料・介護保険料など", 105),
    ],
  }),
  page({
    id: "mutual-aid",
    section: "insurance",
    title: "小規模企業共済等掛金",
    question: 106,
    applies: insured,
    fields: ({ collected }) =>
      all(
        question(106, inSection("insurance", MUTUAL_AID), inInsurance(dc(collected.insurance))),
        reads(110, "控除額は、［確認と提出］の画面に表示されます。"),
      ),
  }),
];

/** The rule for relatives under 23 is about new contracts of 一般の生命保険. */
function isOfUse({ collected: { declaration, insurance } }: Asking): boolean {
  return declaration.family.people.length + declaration.family.shared.length > 0 &&
    insurance.contracts.some(({ kind, generation }) => kind === "life" && generation === "new");
}
