import { z } from "zod";
import { WIDOW_REASONS, WIDOW_TYPES } from "../profile.ts";
import { disabilitySchema } from "./disability.ts";
import { answerSchema, daySchema, declaredAddressSchema, text, yenSchema } from "./fields.ts";

/** Where somebody lives or is registered: the address (null: not said), its 世帯主 and what they are to the employee. */
export const residenceSchema = z.object({
  address: declaredAddressSchema.nullable(),
  head: text("title"),
  relation: text("word"),
});
export type Residence = z.infer<typeof residenceSchema>;

/** The kinds of income of a 勤労学生 that have flags of their own. */
export const STUDENT_INCOMES = ["salary", "business", "dividend", "property"] as const;

/** 勤労学生: 学校名, 入学年月日, 所得の見積額 and what it consists of. */
export const studentSchema = z.object({
  school: text("title"),
  enrolledOn: daySchema,
  income: yenSchema,
  incomes: z.array(z.enum(STUDENT_INCOMES)),
});
export type Student = z.infer<typeof studentSchema>;

/** What an employee says of a year: as of 31 December of this year, and of 1 January of the next. */
export const selfYearSchema = z.object({
  /** 現住所. */
  home: residenceSchema,
  /** 住民票住所; no address: not said, forms take 現住所. */
  registered: residenceSchema,
  disability: disabilitySchema.nullable(),
  widow: z.enum(WIDOW_TYPES).nullable(),
  widowReason: z.enum(WIDOW_REASONS).nullable(),
  /** 事実婚: has somebody as good as a spouse, which rules 寡婦 and ひとり親 out. */
  commonLaw: answerSchema,
  /** Null: no 勤労学生, or not said. */
  student: studentSchema.nullable(),
  /** 従たる給与についての扶養控除等申告書 is handed in elsewhere. */
  secondarySalary: answerSchema,
  /** 異動月日及び事由 of 障害者, 寡婦, ひとり親 and 勤労学生. */
  changedOn: daySchema,
  changeReason: text("title"),
});
export type SelfYear = z.infer<typeof selfYearSchema>;

/** What the section 本人 collects. */
export const selfAnswersSchema = z.object({
  lastName: text("name"),
  firstName: text("name"),
  lastNameKana: text("name"),
  firstNameKana: text("name"),
  birthOn: daySchema,
  gender: z.enum(["male", "female"]).nullable(),
  thisYear: selfYearSchema,
  nextYear: selfYearSchema,
  /** 設問2: leaves the company this year. 設問3: and ends the questionnaire therefore. */
  leaving: answerSchema,
  endsHere: answerSchema,
});
export type SelfAnswers = z.infer<typeof selfAnswersSchema>;
