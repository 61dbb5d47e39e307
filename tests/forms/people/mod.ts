import type { HandPerson } from "../hand.ts";
import { ABROAD } from "./abroad.ts";
import { CARER } from "./carer.ts";
import { DISABLED } from "./disabled.ts";
import { ELDER } from "./elder.ts";
import { FAMILY } from "./family.ts";
import { HIGH_INCOME } from "./high_income.ts";
import { INSURED } from "./insured.ts";
import { BORROWERS } from "./loans.ts";
import { LONG } from "./long.ts";
import { PLAIN } from "./plain.ts";
import { SINGLE_PARENT } from "./single_parent.ts";
import { SPOUSES } from "./spouse.ts";
import { STUDENT } from "./student.ts";
import { WIDOW } from "./widow.ts";

/** Everybody whose forms were filled by hand. */
export const PEOPLE: readonly HandPerson[] = [
  PLAIN,
  SPOUSES,
  FAMILY,
  DISABLED,
  SINGLE_PARENT,
  STUDENT,
  INSURED,
  ELDER,
  HIGH_INCOME,
  ABROAD,
  CARER,
  WIDOW,
  ...BORROWERS,
  LONG,
];
