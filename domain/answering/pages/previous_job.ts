import {
  PAY_CHOICES,
  type PreviousJob,
  type PreviousJobAnswers,
  SLIP_LABELS,
} from "../../declaration/previous_job.ts";
import { asked, note, question } from "../fields/branches.ts";
import { choice, day, text, yen, yesNo, zip } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";

const must = { required: true };

const PAY_LABELS: Record<typeof PAY_CHOICES[number], string> = {
  A: "給与を受け取った（受け取る予定がある）",
  B: "給与は受け取っていない",
  C: "わからない",
};
/** Answers of 設問8 and 設問12 after which 給与 counts as received. */
const PAID = ["A", "C"] as const;

/** 設問52, at whose end nothing is handed in. */
const NO_ADJUSTMENT = question<PreviousJobAnswers>(
  52,
  note("この会社では年末調整を行いません。ほかの勤務先での年末調整か、ご自身での確定申告が必要です。"),
  acknowledged("knowsNoAdjustment", "確認しました（入力を終了する）"),
);

/** 設問9 and 10: 乙欄, and whether next year too. */
const SUBMITS = question<PreviousJobAnswers>(
  9,
  asked<PreviousJobAnswers>({
    ask: yesNo("submitsHere", "今年の扶養控除等申告書の提出"),
    opens: ["no"],
    then: [
      question(
        10,
        asked<PreviousJobAnswers>({
          ask: yesNo("submitsHereNextYear", "来年の扶養控除等申告書の提出"),
          opens: ["no"],
          then: [NO_ADJUSTMENT],
          closed: { knowsNoAdjustment: null },
        }),
      ),
    ],
    closed: { submitsHereNextYear: null, knowsNoAdjustment: null },
  }),
);

const NOT_THERE = {
  payThere: null,
  submitsHere: null,
  submitsHereNextYear: null,
  knowsNoAdjustment: null,
} as const;

const NOT_LEFT = { payBefore: null, slipAvailable: null, knowsConsequence: null } as const;

/** 設問6–10 and 52: other employers, and whether 扶養控除等申告書 is handed in here. */
export const EMPLOYERS: Fields<PreviousJobAnswers> = question(
  6,
  asked<PreviousJobAnswers>({
    ask: yesNo("otherEmployer", "ほかの勤務先"),
    opens: ["yes"],
    then: [
      question(
        7,
        asked<PreviousJobAnswers>({
          ask: yesNo("stillThere", "今の状況", { yes: "今も働いている", no: "今は働いていない" }),
          opens: ["yes"],
          then: [
            question(
              8,
              asked<PreviousJobAnswers>({
                ask: choice("payThere", "給与の受け取り", PAY_LABELS, must),
                opens: PAID,
                then: [SUBMITS],
                closed: { submitsHere: null, submitsHereNextYear: null, knowsNoAdjustment: null },
              }),
            ),
          ],
          closed: NOT_THERE,
        }),
      ),
    ],
    closed: { stillThere: null, ...NOT_THERE, leftEmployer: null, ...NOT_LEFT, jobs: [] },
  }),
);

/** 設問14: without the 源泉徴収票. */
const WITHOUT_SLIP = question<PreviousJobAnswers>(
  14,
  note("源泉徴収票を提出できない場合、この会社では年末調整を行えません。ご自身で確定申告をしてください。"),
  acknowledged("knowsConsequence", "確認しました（次へ進む）"),
);

const SLIP = question<PreviousJobAnswers>(
  13,
  asked<PreviousJobAnswers>({
    ask: yesNo("slipAvailable", "源泉徴収票", { yes: "提出できる", no: "入手できない" }),
    opens: ["no"],
    then: [WITHOUT_SLIP],
    closed: { knowsConsequence: null },
  }),
);

/** 設問11–14: who left an employer this year. */
export const LEFT: Fields<PreviousJobAnswers> = question(
  11,
  asked<PreviousJobAnswers>({
    ask: yesNo("leftEmployer", "今年退職した勤務先"),
    opens: ["yes"],
    then: [
      question(
        12,
        asked<PreviousJobAnswers>({
          ask: choice("payBefore", "給与の受け取り", PAY_LABELS, must),
          opens: PAID,
          then: [SLIP],
          closed: { slipAvailable: null, knowsConsequence: null },
        }),
      ),
    ],
    closed: { ...NOT_LEFT, jobs: [] },
  }),
);

/** True for who hands in the 源泉徴収票 of a job that was left: 設問15 and 16 are for them. */
export function handsInSlip({ leftEmployer, payBefore, slipAvailable }: PreviousJobAnswers): boolean {
  return leftEmployer === true && payBefore !== null && payBefore !== "B" && slipAvailable === true;
}

/** 設問15: one job that was left. */
export const JOB: Fields<PreviousJob> = question<PreviousJob>(
  15,
  text("name", "支払者の名称", "title", must),
  zip("zip"),
  text("address", "支払者の住所", "long", must),
  text("phone", "支払者の電話番号", "word"),
  day("leftOn", "退職年月日", must),
  day("lastPaidOn", "最後に給与が支払われた日"),
  yen("paid", "支払金額", must),
  yen("withheld", "源泉徴収税額", must),
  yen("socialInsurance", "社会保険料等の金額", {
    ...must,
    note: "内書きがあるときは、下の段の金額を入力してください。",
  }),
  yen("mutualAid", "小規模企業共済等の金額（内書き）"),
  choice("slip", "源泉徴収票の状況", SLIP_LABELS, must),
);

/** A job about which nothing is said. */
export function newJob(id: string): PreviousJob {
  return {
    id,
    slip: null,
    lastPaidOn: null,
    leftOn: null,
    paid: null,
    withheld: null,
    socialInsurance: null,
    mutualAid: null,
    zip: "",
    address: "",
    name: "",
    phone: "",
  };
}

/** Something that has to be read and confirmed. */
function acknowledged<K extends string>(key: K, label: string): Fields<Record<K, boolean | null>> {
  const field = choice<K, "yes">(key, "確認", { yes: label }, { required: true });
  type Said = Record<K, "yes" | null>;
  return {
    views: field.views,
    texts: (value) => field.texts({ [key]: value[key] ? "yes" : null } as Said),
    read: (value, sent, wrong) => {
      const said = field.read({ [key]: null } as Said, sent, wrong);
      return { ...value, [key]: said[key] === "yes" ? true : null };
    },
  };
}

/** The whole of the section but for the jobs. */
export const PREVIOUS_JOB: Fields<PreviousJobAnswers> = all<PreviousJobAnswers>(EMPLOYERS, LEFT);
