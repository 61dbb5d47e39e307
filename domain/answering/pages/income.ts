import { ADJUSTMENT_LABELS, type IncomeAnswers, type Incomes } from "../../declaration/income.ts";
import type { AdjustmentGround } from "../../tax/income_adjustment.ts";
import { asked, note, question } from "../fields/branches.ts";
import { choice, yen } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";
import type { Choice } from "../fields/view.ts";
import { byKind, estimate, otherIncomes } from "./incomes.ts";

const must = { required: true };

/** 設問76–82. */
export const INCOME: Fields<IncomeAnswers> = all<IncomeAnswers>(
  byKind<"thisYear">(
    "thisYear",
    question<Incomes>(
      76,
      yen("salary", "この会社の給与収入", {
        ...must,
        note: "税金や社会保険料が引かれる前の金額です。12月までの見込みを含めて入力してください。",
      }),
    ),
    question<Incomes>(
      77,
      yen("salaryElsewhere", "ほかの勤務先の給与収入", { note: "ないときは入力しません。" }),
    ),
    question<Incomes>(78, otherIncomes("給与以外の所得", [79, 80])),
  ),
  question(
    82,
    estimate(
      "nextYear",
      "来年の合計所得金額の見積額",
      "変わらない見込みのときは、今年と同じ金額を入力してください。",
    ),
  ),
);

const NONE = "none";

/** 設問83 and 84. `people`: whom the deduction can be for. */
export function adjustment(people: readonly Choice[]): Fields<IncomeAnswers> {
  return question(
    83,
    note("給与収入が850万円を超える方が対象です。当てはまらないときは「ない」を選びます。"),
    adjustmentFields(people),
  );
}

type Flat = { ground: AdjustmentGround | typeof NONE | null; person: string | null };

function adjustmentFields(people: readonly Choice[]): Fields<IncomeAnswers> {
  const grounds = { [NONE]: "ない", ...ADJUSTMENT_LABELS } as Record<AdjustmentGround | typeof NONE, string>;
  const persons = Object.fromEntries(people.map(({ value, label }) => [value, label]));
  // The first ground is the employee's own: it is for nobody else.
  const others = Object.keys(ADJUSTMENT_LABELS).slice(1);
  const flat = asked<Flat>({
    ask: choice("ground", "条件", grounds, must) as Fields<Flat>,
    opens: others,
    then: [question(84, choice("person", "対象になる家族", persons, { ...must, look: "select" }))],
    closed: { person: null },
  });
  return {
    views: flat.views,
    texts: ({ adjustment: said }) =>
      flat.texts({ ground: said?.ground ?? NONE, person: said?.person ?? null }),
    read(value, sent, wrong) {
      const { ground, person } = flat.read({ ground: null, person: null }, sent, wrong);
      return { ...value, adjustment: ground === null || ground === NONE ? null : { ground, person } };
    },
  };
}
