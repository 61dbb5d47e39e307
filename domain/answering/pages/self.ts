import { WIDOW_REASONS, WIDOW_TYPES } from "../../profile.ts";
import type { Residence, SelfAnswers, SelfYear, Student } from "../../declaration/self.ts";
import { asked, block, checked, note, optional, question, sameAs, within } from "../fields/branches.ts";
import { choice, day, kana, text, ticks, yen, yesNo } from "../fields/controls.ts";
import { all, type Fields } from "../fields/fields.ts";
import { address } from "./address.ts";
import { disability } from "./disability.ts";

const must = { required: true };

/** 設問1–3: what is needed, and whether the questionnaire ends at once. */
export const LEAVING: Fields<SelfAnswers> = all<SelfAnswers>(
  question(
    1,
    note(
      "前の勤務先の源泉徴収票（今年、ほかの会社を退職した方）",
      "生命保険・地震保険・国民年金・iDeCoなどの控除証明書",
      "住宅借入金等特別控除申告書と、金融機関の年末残高証明書（2年目以降の方）",
      "障害者手帳、学生証（当てはまる方）",
    ),
  ),
  question(
    2,
    asked<SelfAnswers>({
      ask: yesNo("leaving", "今年の12月31日までの退職予定"),
      opens: ["yes"],
      then: [
        question(
          3,
          yesNo("endsHere", "年末調整の進め方", {
            yes: "退職予定があるため年末調整を終了する",
            no: "年末調整を続ける",
          }),
        ),
      ],
      closed: { endsHere: null },
    }),
  ),
);

/** 設問4. */
export const NAME: Fields<SelfAnswers> = question<SelfAnswers>(
  4,
  text("lastName", "姓", "name", must),
  text("firstName", "名", "name", must),
  kana("lastNameKana", "姓（ヨミガナ）", must),
  kana("firstNameKana", "名（ヨミガナ）", must),
  day("birthOn", "生年月日", must),
  choice("gender", "性別", { male: "男性", female: "女性" }, must),
);

/** 世帯主 and what they are to the employee. */
function head(of: string): Fields<Residence> {
  return all<Residence>(
    text("head", `${of}の世帯主の氏名`, "title", must),
    text("relation", "あなたから見た世帯主の続柄", "word", {
      ...must,
      note: "あなたが世帯主のときは「本人」",
    }),
  );
}

const HOME: Fields<SelfYear> = all<SelfYear>(
  question(17, within("home", address("address"))),
  question(21, within("home", head("現住所"))),
);

const REGISTERED: Fields<SelfYear> = question(
  18,
  sameAs<"home", "registered", Residence>(
    {
      from: "home",
      to: "registered",
      label: "住民票の住所",
      keys: ["address", "head", "relation"],
      missing: ({ address }) => address === null,
      yes: "現住所と同じ",
      no: "現住所と違う",
    },
    question(19, address("address"), head("住民票")),
  ),
);

/** 設問17–21, for both years. */
export const ADDRESS: Fields<SelfAnswers> = all<SelfAnswers>(
  within("thisYear", HOME, REGISTERED),
  question(
    20,
    sameAs<"thisYear", "nextYear", SelfYear>(
      {
        from: "thisYear",
        to: "nextYear",
        label: "来年の1月1日の住所（現住所と住民票）",
        keys: ["home", "registered"],
        yes: "今年の12月31日と同じ",
        no: "変わる",
      },
      block("来年の1月1日の住所", within("home", address("address"), head("現住所"))),
      registeredNext(),
    ),
  ),
);

function registeredNext(): Fields<SelfYear> {
  return sameAs<"home", "registered", Residence>(
    {
      from: "home",
      to: "registered",
      label: "来年の1月1日の住民票の住所",
      keys: ["address", "head", "relation"],
      missing: ({ address }) => address === null,
      yes: "来年の現住所と同じ",
      no: "来年の現住所と違う",
    },
    address("address"),
    head("住民票"),
  );
}

const WIDOW_LABELS: Record<typeof WIDOW_TYPES[number] | "neither", string> = {
  neither: "どちらにも当てはまらない",
  widow: "寡婦",
  single_parent: "ひとり親",
};
const WIDOW_REASON_LABELS: Record<typeof WIDOW_REASONS[number], string> = {
  divorce: "離婚",
  bereavement: "死別",
  missing: "生死不明",
  unmarried: "未婚",
};

/** 寡婦 or ひとり親; neither is null. */
const WIDOW_KIND: Fields<SelfYear> = neither(
  choice<"widow", "neither" | "widow" | "single_parent">("widow", "寡婦・ひとり親", WIDOW_LABELS, must),
);

function neither(field: Fields<{ widow: "neither" | "widow" | "single_parent" | null }>): Fields<SelfYear> {
  return {
    views: field.views,
    texts: ({ widow }) => field.texts({ widow: widow ?? "neither" }),
    read: (value, sent, wrong) => {
      const { widow } = field.read({ widow: null }, sent, wrong);
      return { ...value, widow: widow === "neither" ? null : widow };
    },
  };
}

const WIDOW: Fields<SelfYear> = question(
  24,
  checked(
    asked<SelfYear>({
      ask: WIDOW_KIND,
      opens: ["widow", "single_parent"],
      then: [
        question(25, choice("widowReason", "理由", WIDOW_REASON_LABELS, must)),
        yesNo("commonLaw", "住民票に「夫（未届）」「妻（未届）」と記載されている人がいますか"),
      ],
      closed: { widowReason: null, commonLaw: null },
    }),
    ({ widow, widowReason }) =>
      widow === "widow" && widowReason === "unmarried"
        ? { name: "widowReason", message: "寡婦の理由に未婚はありません。理由を選び直してください。" }
        : null,
  ),
);

const STUDENT: Student = { school: "", enrolledOn: null, income: null, incomes: [] };
const STUDENT_INCOME_LABELS = { salary: "給与", business: "事業", dividend: "配当", property: "不動産" };

const WORKING_STUDENT: Fields<SelfYear> = question(
  26,
  optional(
    "student",
    { label: "勤労学生", blank: STUDENT },
    question<Student>(
      27,
      text("school", "学校名", "title", must),
      day("enrolledOn", "入学年月日", must),
      yen("income", "今年の合計所得金額の見積額", must),
      ticks("incomes", "所得の種類", STUDENT_INCOME_LABELS),
    ),
  ),
);

const STANDING: Fields<SelfYear> = all<SelfYear>(
  disability(22, 23, "障害者"),
  WIDOW,
  WORKING_STUDENT,
  block<SelfYear>(
    "従たる給与",
    yesNo("secondarySalary", "「従たる給与についての扶養控除等申告書」を、ほかの勤務先に提出しますか"),
  ),
);

/** 異動月日及び事由 of this year: what changes next year is not known yet. */
const CHANGED: Fields<SelfYear> = block<SelfYear>(
  "今年の異動",
  day("changedOn", "障害者・寡婦・ひとり親・勤労学生に当てはまる状況が今年変わった日", {
    note: "変わっていない場合は入力しません。",
  }),
  text("changeReason", "変わった理由", "title"),
);

/** 設問22–27, for both years. */
export const STATUS: Fields<SelfAnswers> = all<SelfAnswers>(
  within("thisYear", STANDING, CHANGED),
  block(
    "来年の1月1日の状況",
    sameAs<"thisYear", "nextYear", SelfYear>(
      {
        from: "thisYear",
        to: "nextYear",
        label: "障害者・寡婦・ひとり親・勤労学生・従たる給与の状況",
        keys: ["disability", "widow", "widowReason", "commonLaw", "student", "secondarySalary"],
        yes: "今年と同じ",
        no: "今年と違う",
      },
      STANDING,
    ),
  ),
);
