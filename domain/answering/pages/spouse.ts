import type { RelationEntry } from "../../master.ts";
import type { Person, SpouseAnswers } from "../../declaration/person.ts";
import { note, optional, question, within } from "../fields/branches.ts";
import { yesNo } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";
import { byKind, estimate, otherIncomes, SALARY } from "./incomes.ts";
import { CHANGES, GENDER, NAMED, newPerson, type PersonQuestions, standingOfBoth } from "./person.ts";
import { relation } from "./relation.ts";

const NUMBERS: PersonQuestions = {
  name: 31,
  sameAddress: 32,
  address: 33,
  abroad: 34,
  remittance: 35,
  disability: 36,
  certificate: 37,
};

/** The id of a spouse whom the master does not know: there is one at most. */
const SPOUSE_ID = "spouse";

/** 設問30 and 43: whether there is a spouse, and whether they are declared. */
export const SPOUSE: Fields<SpouseAnswers> = spouse();

/** The same with what is asked of a spouse who is declared. */
export function spouse(...parts: readonly Fields<Person>[]): Fields<SpouseAnswers> {
  return all<SpouseAnswers>(
    question(
      30,
      yesNo("thisYear", "今年の12月31日の配偶者の有無", {
        yes: "いる",
        no: "いない",
        note: "今年亡くなった配偶者がいて、再婚していないときは「いる」を選びます。",
      }),
    ),
    question(43, yesNo("nextYear", "来年の1月1日の配偶者の有無", { yes: "いる", no: "いない" })),
    optional("person", {
      label: "配偶者の情報を申告しますか",
      note:
        "配偶者控除・配偶者特別控除を受けるとき、配偶者が障害者のとき、今年亡くなった配偶者を申告するときは「申告する」を選びます。",
      yes: "申告する",
      no: "申告しない",
      blank: newPerson(SPOUSE_ID),
    }, ...parts),
  );
}

/** 設問31–37 and 43: the spouse. */
export function spousePerson(relations: readonly RelationEntry[]): Fields<Person> {
  return all<Person>(
    question(NUMBERS.name, NAMED, GENDER, relation(relations, "spouse")),
    standingOfBoth(NUMBERS, true),
    CHANGES,
  );
}

const CLAIM = { yes: "受ける", no: "受けない" };

/** 設問38–42: what the spouse earns, and whether the employee claims them. */
export const SPOUSE_INCOME: Fields<Person> = all<Person>(
  within("thisYear", byKind("income", question(38, SALARY), question(39, otherIncomes("給与以外の所得")))),
  question(
    41,
    within("nextYear", estimate("income", "来年の合計所得金額の見積額", "収入ではなく、所得の金額です。")),
  ),
  question<Person>(
    42,
    note("配偶者がほかの人の扶養に入っているときは「受けない」を選びます。"),
    within("thisYear", yesNo("support", "今年の配偶者控除・配偶者特別控除", CLAIM)),
    within("nextYear", yesNo("support", "来年の配偶者控除・配偶者特別控除", CLAIM)),
  ),
);
