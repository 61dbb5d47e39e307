import { INCOME_LABELS, type Incomes, NO_INCOMES, type YearIncome } from "../../declaration/income.ts";
import { alikeValues } from "../fields/canonical.ts";
import { at, block, question, whether, within } from "../fields/branches.ts";
import { yen } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";

const must = { required: true };
const { salary: _salary, salaryElsewhere: _elsewhere, ...NOTHING_ELSE } = NO_INCOMES;

type Earning = { revenue: number | null; cost: number | null };

const AMOUNTS = [yen("revenue", "収入金額"), yen("cost", "必要経費")] as const;

/** 収入 and 必要経費 of one kind. */
function earning(legend: string, cost = "必要経費"): Fields<Earning> {
  return block<Earning>(legend, yen("revenue", "収入金額"), yen("cost", cost));
}

/** Income from a trade or from property. */
const ENTERPRISE: Fields<Incomes> = all<Incomes>(
  within("business", earning(INCOME_LABELS.business)),
  within("property", earning(INCOME_LABELS.property)),
);

const REST: Fields<Incomes> = all<Incomes>(
  within("misc", earning(`${INCOME_LABELS.misc}（公的年金などを含む）`)),
  within("dividend", earning(INCOME_LABELS.dividend)),
  within("retirement", earning(INCOME_LABELS.retirement, "退職所得控除額")),
  within<"other", Incomes["other"]>(
    "other",
    block<Incomes["other"]>(INCOME_LABELS.other, ...AMOUNTS, yen("special", "特別控除額")),
  ),
);

/** Whether there is income beside 給与, and of which kinds. `numbers`: 設問 of 事業 and 不動産, and of the others. */
export function otherIncomes(label: string, numbers?: readonly [number, number]): Fields<Incomes> {
  return whether<Incomes>({
    name: "others",
    label,
    yes: "ある",
    no: "ない",
    is: (incomes) => !alikeValues({ ...incomes, ...NOTHING_ELSE }, incomes),
    open: (incomes) => incomes,
    shut: (incomes) => ({ ...incomes, ...NOTHING_ELSE }),
    then: numbers ? [question(numbers[0], ENTERPRISE), question(numbers[1], REST)] : [ENTERPRISE, REST],
  });
}

/**
 * A year's income by kind; `fields` are those of the incomes. An estimate that was all that was known goes, once
 * anything is entered.
 */
export function byKind<K extends string>(key: K, ...fields: readonly Fields<Incomes>[]) {
  type T = Record<K, YearIncome>;
  return at<T, Incomes>(
    key,
    (value) => value[key].incomes ?? NO_INCOMES,
    (value, incomes) => isSaid(value[key], incomes) ? { ...value, [key]: { incomes, total: null } } : value,
    fields,
  );
}

function isSaid(before: YearIncome, incomes: Incomes): boolean {
  return before.incomes !== null || !alikeValues(incomes, NO_INCOMES);
}

/** The estimated 合計所得金額 of a year, where no more is known. */
export function estimate<K extends string>(key: K, label: string, note?: string) {
  type T = Record<K, YearIncome>;
  return at<T, YearIncome>(
    key,
    (value) => value[key],
    (value, { total }) => ({ ...value, [key]: { incomes: null, total } }),
    [yen("total", label, { ...must, ...(note && { note }) })],
  );
}

/** 給与収入 of a relative. */
export const SALARY: Fields<Incomes> = yen("salary", "今年の給与収入", {
  ...must,
  note: "税金や社会保険料が引かれる前の金額です。ないときは0を入力してください。",
});
