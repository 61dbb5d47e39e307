import { type InsuranceAnswers, MUTUAL_AID_LABELS } from "../../declaration/deductions.ts";
import type { Insurance } from "../../insurance.ts";
import { asked, block, note, question, within } from "../fields/branches.ts";
import { choice, tick, yen, yesNo } from "../fields/controls.ts";
import type { Fields } from "../fields/fields.ts";
import type { Choice } from "../fields/view.ts";

/** 設問90. */
export const CLAIMS: Fields<InsuranceAnswers> = question(
  90,
  yesNo("claims", "保険料控除の申告", { yes: "申告する", no: "申告しない" }),
);

type Contribution = InsuranceAnswers["mutualAid"]["individual"];

function contribution(legend: string): Fields<Contribution> {
  return block<Contribution>(
    legend,
    yen("amount", "今年支払った金額", { note: "ないときは入力しません。" }),
    tick("electronic", "電子的控除証明書で提出する"),
  );
}

/** 設問107. */
export const MUTUAL_AID: Fields<InsuranceAnswers> = question(
  107,
  within<"mutualAid", InsuranceAnswers["mutualAid"]>(
    "mutualAid",
    within("small_business", contribution(MUTUAL_AID_LABELS.small_business)),
    within("individual", contribution(MUTUAL_AID_LABELS.individual)),
    within("disabled", contribution(MUTUAL_AID_LABELS.disabled)),
  ),
);

/** 企業型年金加入者掛金, which whoever may edit it may correct or take out; others read it. */
export function dc({ dc: stored }: Insurance): Fields<Insurance> {
  if (stored && !stored.editable) {
    return block(
      "企業型年金加入者掛金",
      note(`${stored.amount.toLocaleString("ja-JP")}円（会社が登録した金額のため、変更できません）`),
    );
  }
  const field = yen("amount", "今年支払った金額", { note: "給与から天引きされた掛金は入力しません。" });
  return block("企業型年金加入者掛金", {
    views: field.views.map((view) => view.view === "control" ? { ...view, name: "dc" } : view),
    texts: ({ dc: value }) => field.texts({ amount: value?.amount ?? null }).map(([, text]) => ["dc", text]),
    read: (value, sent, wrong) => {
      const { amount } = field.read(
        { amount: null },
        new Map([["amount", sent.get("dc") ?? []]]),
        (_, message) => wrong("dc", message),
      );
      return { ...value, dc: amount === null ? null : { amount, editable: true } };
    },
  });
}

/** 設問96. `people`: the relatives. */
export function under23(people: readonly Choice[]): Fields<InsuranceAnswers> {
  const names = Object.fromEntries(people.map(({ value, label }) => [value, label]));
  return question(
    96,
    note("一般の生命保険（新契約）の控除額の計算が変わります。"),
    asked<InsuranceAnswers>({
      ask: yesNo("under23", "23歳未満の扶養親族"),
      opens: ["yes"],
      then: [choice("under23Person", "23歳未満の扶養親族の氏名", names, { required: true, look: "select" })],
      closed: { under23Person: null },
    }),
  );
}
