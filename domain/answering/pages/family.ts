import type { RelationEntry } from "../../master.ts";
import { type Living, LIVING_LABELS, type Person, type SharedPerson } from "../../declaration/person.ts";
import { askedWays, at, block, note, question, within } from "../fields/branches.ts";
import { choice, day, kana, text, yen, yesNo } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";
import { address, addressAbroad } from "./address.ts";
import { disability } from "./disability.ts";
import { byKind, estimate, otherIncomes, SALARY } from "./incomes.ts";
import { CHANGES, GENDER, NAMED, type PersonQuestions, standingOfBoth } from "./person.ts";
import { relation } from "./relation.ts";

const NUMBERS: PersonQuestions = {
  name: 54,
  sameAddress: 55,
  address: 56,
  abroad: 57,
  remittance: 58,
  disability: 59,
  certificate: 60,
};

const must = { required: true };

const CLAIM = { yes: "扶養に入れる", no: "扶養に入れない" };

/** 直系尊属, for 同居老親等; null: as the 続柄 says. */
const ASCENDANT: Fields<Person> = question(64, ascendant());

function ascendant(): Fields<Person> {
  const field = choice<"ascendant", "relation" | "yes" | "no">(
    "ascendant",
    "あなたか配偶者の父母・祖父母などの直系尊属ですか",
    { relation: "続柄のとおり", yes: "はい", no: "いいえ" },
    { ...must, note: "70歳以上の方と同居している場合の控除額に使います。" },
  );
  return {
    views: field.views,
    texts: ({ ascendant: said }) =>
      field.texts({ ascendant: said === null ? "relation" : said ? "yes" : "no" }),
    read: (value, sent, wrong) => {
      const { ascendant: said } = field.read({ ascendant: null }, sent, wrong);
      return { ...value, ascendant: said === "yes" ? true : said === "no" ? false : null };
    },
  };
}

/** 設問54–68: one relative. */
export function relative(relations: readonly RelationEntry[]): Fields<Person> {
  return all<Person>(
    question<Person>(NUMBERS.name, NAMED, GENDER, relation(relations, "relative")),
    standingOfBoth(NUMBERS, false),
    ASCENDANT,
    within("thisYear", byKind("income", question(61, SALARY, otherIncomes("給与以外の所得")))),
    question(
      63,
      within("nextYear", estimate("income", "来年の合計所得金額の見積額", "収入ではなく、所得の金額です。")),
    ),
    question<Person>(
      65,
      note("ほかの人の扶養に入っている家族は「扶養に入れない」を選びます。"),
      within("thisYear", yesNo("support", "今年の扶養", CLAIM)),
      within("nextYear", yesNo("support", "来年の扶養", CLAIM)),
    ),
    CHANGES,
  );
}

/** 他の所得者が控除を受ける扶養親族等: one of them. */
export function shared(relations: readonly RelationEntry[]): Fields<SharedPerson> {
  return all<SharedPerson>(
    block<SharedPerson>(
      "家族",
      text("lastName", "姓", "name", must),
      text("firstName", "名", "name", must),
      kana("lastNameKana", "姓（ヨミガナ）", must),
      kana("firstNameKana", "名（ヨミガナ）", must),
      day("birthOn", "生年月日", must),
      choice<"gender", "male" | "female">("gender", "性別", { male: "男性", female: "女性" }, must),
      relation(relations, "relative"),
      SHARED_LIVING,
      yen("income", "今年の合計所得金額の見積額", must),
    ),
    disability(59, 60, "障害者"),
    block(
      "控除を受けるほかの所得者",
      within<"earner", SharedPerson["earner"]>(
        "earner",
        text("name", "氏名", "title", must),
        text("relation", "あなたとの続柄", "word", must),
        text("address", "住所", "long", must),
      ),
    ),
  );
}

const SHARED_LIVING: Fields<SharedPerson> = askedWays<SharedPerson>(
  choice<"living", Living>("living", "同居・別居", LIVING_LABELS, must) as unknown as Fields<SharedPerson>,
  [
    { opens: ["apart"], then: [address("address")], closed: { address: null } },
    {
      opens: ["abroad"],
      then: [
        at<SharedPerson, SharedPerson>("abroadAddress", (value) => value, (_, next) => next, [
          addressAbroad("address"),
        ]),
      ],
      closed: { address: null },
    },
  ],
);

/** Somebody about whom nothing is said. */
export function newShared(id: string): SharedPerson {
  return {
    id,
    relation: { name: "", preset: null, isChild: false },
    lastName: "",
    firstName: "",
    lastNameKana: "",
    firstNameKana: "",
    birthOn: null,
    gender: null,
    living: "together",
    address: null,
    disability: null,
    income: null,
    earner: { name: "", relation: "", address: "" },
  };
}
