import type { Person, PersonYear } from "../../declaration/person.ts";
import { type Abroad, type Living, LIVING_LABELS } from "../../declaration/person.ts";
import { type Disability, relativeDisability } from "../../declaration/disability.ts";
import { NO_YEAR_INCOME } from "../../declaration/income.ts";
import { askedWays, at, block, question, sameAs, within } from "../fields/branches.ts";
import { choice, day, kana, text, tick, yen } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";
import { address, addressAbroad } from "./address.ts";
import { disability } from "./disability.ts";

const must = { required: true };

/** The 設問 that ask the same of a spouse and of a relative. */
export interface PersonQuestions {
  name: number;
  sameAddress: number;
  address: number;
  abroad: number;
  remittance: number;
  disability: number;
  certificate: number;
}

/** What names somebody, but for 続柄. */
export const NAMED: Fields<Person> = all<Person>(
  text("lastName", "姓", "name", must),
  text("firstName", "名", "name", must),
  kana("lastNameKana", "姓（ヨミガナ）", must),
  kana("firstNameKana", "名（ヨミガナ）", must),
  day("birthOn", "生年月日", must),
);

const GENDERS = { male: "男性", female: "女性" } as const;
export const GENDER: Fields<Person> = choice<"gender", "male" | "female">("gender", "性別", GENDERS, must);

const NOT_ABROAD: Abroad = {
  student: false,
  remittance: null,
  relativePapers: false,
  remittancePapers: false,
};

/** 非居住者: what makes them count, and the papers. `student`: asked of relatives. */
function abroad(student: boolean): Fields<PersonYear> {
  const fields = all<Abroad>(
    ...(student ? [tick("student", "留学のために海外に住んでいる")] : []),
    yen("remittance", "今年の送金額（見込みを含む）", must),
    tick("relativePapers", "親族関係書類を用意している"),
    tick("remittancePapers", "送金関係書類を用意している"),
  );
  return at<PersonYear, Abroad>(
    "abroad",
    (value) => value.abroad ?? NOT_ABROAD,
    (value, next) => ({ ...value, abroad: next }),
    [fields],
  );
}

/** Where somebody lives: 同居, 別居 with the address, or abroad with what makes a 非居住者 count. */
function living(numbers: PersonQuestions, isSpouse: boolean): Fields<PersonYear> {
  return question(
    numbers.sameAddress,
    askedWays<PersonYear>(
      choice<"living", Living>("living", "同居・別居", LIVING_LABELS, must) as unknown as Fields<PersonYear>,
      [
        {
          opens: ["apart"],
          then: [question(numbers.address, address("address"))],
          closed: { address: null },
        },
        {
          opens: ["abroad"],
          then: [
            question(numbers.abroad, named("abroadAddress", addressAbroad("address"))),
            question(numbers.remittance, abroad(!isSpouse)),
          ],
          closed: { address: null, abroad: null },
        },
      ],
    ),
  );
}

/** The same fields under another name: two ways of a branch ask for one item. */
function named<T>(prefix: string, fields: Fields<T>): Fields<T> {
  return at<T, T>(prefix, (value) => value, (_, next) => next, [fields]);
}

/** 障害者 of somebody, 同居特別障害者 where they live together. */
function relativesDisability({ disability: whether, certificate }: PersonQuestions): Fields<PersonYear> {
  const fields = disability(whether, certificate, "障害者");
  return {
    ...fields,
    read(value, sent, wrong) {
      const next = fields.read(value, sent, wrong);
      return { ...next, disability: next.disability && settled(next.disability, next.living) };
    },
  };
}

function settled(disability: Disability, living: Living): Disability {
  return {
    ...disability,
    kind: relativeDisability(disability.kind !== "ordinary", living === "together"),
  };
}

/** How somebody lives in a year: 同居, 別居 or abroad, and 障害者. */
export function standing(numbers: PersonQuestions, isSpouse: boolean): Fields<PersonYear> {
  return all<PersonYear>(living(numbers, isSpouse), relativesDisability(numbers));
}

/** How somebody lives in both years. */
export function standingOfBoth(numbers: PersonQuestions, isSpouse: boolean): Fields<Person> {
  return all<Person>(
    within("thisYear", standing(numbers, isSpouse)),
    block(
      "来年の1月1日の状況",
      sameAs<"thisYear", "nextYear", PersonYear>(
        {
          from: "thisYear",
          to: "nextYear",
          label: "同居・別居、障害者の状況",
          keys: ["living", "address", "abroad", "disability"],
          yes: "今年と同じ",
          no: "今年と違う",
        },
        standing(numbers, isSpouse),
      ),
    ),
  );
}

/** 異動月日及び事由, and 死亡. */
export const CHANGES: Fields<Person> = block<Person>(
  "今年の異動",
  within<"thisYear", PersonYear>(
    "thisYear",
    day("qualifiedOn", "扶養に入った日", {
      note: "今年、結婚・出生などで新しく扶養に入ったときだけ入力します。",
    }),
    text("qualifiedReason", "扶養に入った理由", "title"),
  ),
  day("diedOn", "亡くなった日", { note: "今年亡くなったときだけ入力します。" }),
);

const YEAR: PersonYear = {
  living: "together",
  address: null,
  abroad: null,
  disability: null,
  support: null,
  income: NO_YEAR_INCOME,
  qualifiedOn: null,
  qualifiedReason: "",
};

/** Somebody about whom nothing is said. */
export function newPerson(id: string): Person {
  return {
    id,
    code: "",
    relation: { name: "", preset: null, isChild: false },
    lastName: "",
    firstName: "",
    lastNameKana: "",
    firstNameKana: "",
    birthOn: null,
    gender: null,
    ascendant: null,
    diedOn: null,
    thisYear: YEAR,
    nextYear: YEAR,
  };
}
