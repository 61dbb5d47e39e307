import type { Collected } from "../../declaration/collected.ts";
import type { Insurance } from "../../insurance.ts";
import { editableLabel } from "../../insurance_labels.ts";
import { asked, at, block, question } from "../fields/branches.ts";
import { choice, yen } from "../fields/controls.ts";
import type { Fields } from "../fields/fields.ts";
import { inLoan, inSection } from "../page.ts";
import { home, LOAN_CLAIM, LOAN_FORM, NEW_LOAN } from "../pages/housing_loan.ts";
import { ELECTRONIC, OWED } from "../pages/lenders.ts";
import { EMPLOYERS, LEFT } from "../pages/previous_job.ts";

/** 従業員による情報の編集: whether the employee may change what the company entered. */
export const EDITABLE: Fields<{ editable: boolean }> = editable();

function editable(): Fields<{ editable: boolean }> {
  const field = choice<"editable", "yes" | "no">(
    "editable",
    "従業員による情報の編集",
    { yes: editableLabel(true), no: editableLabel(false) },
    { required: true },
  );
  return {
    views: field.views,
    texts: ({ editable: said }) => field.texts({ editable: said ? "yes" : "no" }),
    read: (value, sent, wrong) => {
      const { editable: said } = field.read({ editable: null }, sent, wrong);
      return said === null ? value : { ...value, editable: said === "yes" };
    },
  };
}

type Dc = { amount: number | null; editable: boolean };

/** 企業型年金加入者掛金; without an amount there is none. */
export const DC: Fields<Collected> = inInsurance(
  at<Insurance, Dc>(
    "dc",
    ({ dc }) => dc ?? { amount: null, editable: true },
    (insurance, { amount, editable: open }) => ({
      ...insurance,
      dc: amount === null ? null : { amount, editable: open },
    }),
    [block<Dc>("企業型確定拠出年金掛金", yen("amount", "企業型年金加入者掛金"), EDITABLE)],
  ),
);

function inInsurance(fields: Fields<Insurance>): Fields<Collected> {
  return at<Collected, Insurance>(
    "",
    ({ insurance }) => insurance,
    (collected, insurance) => ({ ...collected, insurance }),
    [fields],
  );
}

/** Other employers and the job that was left. The jobs themselves stay: they are a list of their own. */
export function employers(): Fields<Collected> {
  return inSection("previousJob", {
    views: [...EMPLOYERS.views, ...LEFT.views],
    texts: (value) => [...EMPLOYERS.texts(value), ...LEFT.texts(value)],
    read: (value, sent, wrong) => ({
      ...LEFT.read(EMPLOYERS.read(value, sent, wrong), sent, wrong),
      jobs: value.jobs,
    }),
  });
}

/** 設問201–204 on one page: the loan itself is asked for where 控除 is claimed, in the form that is stored. */
export function loan({ housingLoan }: Collected): Fields<Collected> {
  const form = housingLoan?.form ?? NEW_LOAN.form;
  return question(
    201,
    asked<Collected>({
      ask: inSection("housingLoan", LOAN_CLAIM),
      opens: ["yes"],
      then: [
        inLoan(LOAN_FORM),
        inLoan(home({ form })),
        inLoan(OWED),
        inSection("housingLoan", ELECTRONIC),
      ],
      closed: {},
    }),
  );
}
