import { z } from "zod";
import { relationSchema } from "../family.ts";
import { disabilitySchema } from "./disability.ts";
import { answerSchema, daySchema, declaredAddressSchema, idSchema, text, yenSchema } from "./fields.ts";
import { yearIncomeSchema } from "./income.ts";

/** 同居・別居の別: stored name → label. A spouse abroad is 別居 where a file knows two values only. */
export const LIVING_LABELS = { together: "同居", apart: "別居", abroad: "海外に居住" } as const;
export type Living = keyof typeof LIVING_LABELS;
export const LIVINGS = Object.keys(LIVING_LABELS) as [Living, ...Living[]];

/** Of a 非居住者: what makes them count, and the papers that prove it. */
export const abroadSchema = z.object({
  /** 留学により非居住者となった. */
  student: z.boolean(),
  /** 生計を一にする事実: what is sent in the year. */
  remittance: yenSchema,
  /** 親族関係書類, 送金関係書類 are there. */
  relativePapers: z.boolean(),
  remittancePapers: z.boolean(),
});
export type Abroad = z.infer<typeof abroadSchema>;

/** What is said of a spouse or relative for one year. */
export const personYearSchema = z.object({
  living: z.enum(LIVINGS),
  /** Of who does not live together with the employee. */
  address: declaredAddressSchema.nullable(),
  /** 非居住者; null: lives in Japan. */
  abroad: abroadSchema.nullable(),
  disability: disabilitySchema.nullable(),
  /** 税法上の被扶養者: the employee claims them in this year; null: 不明. */
  support: answerSchema,
  income: yearIncomeSchema,
  /** 税法上の被扶養者になった日 and 理由: 異動月日及び事由. */
  qualifiedOn: daySchema,
  qualifiedReason: text("title"),
});
export type PersonYear = z.infer<typeof personYearSchema>;

const naming = {
  relation: relationSchema.extend({ name: text("word"), preset: text("word").nullable() }),
  lastName: text("name"),
  firstName: text("name"),
  lastNameKana: text("name"),
  firstNameKana: text("name"),
  birthOn: daySchema,
  gender: z.enum(["male", "female"]).nullable(),
};

/**
 * A spouse or relative. `id` survives edits: the same person is told by it, whatever else changes; who was deleted and
 * entered again is another one (reference/downloads.md §3.4).
 */
export const personSchema = z.object({
  id: idSchema,
  /** 家族コード from the source; "" where there is none. */
  code: text("word"),
  ...naming,
  /** 直系尊属 of the employee or the spouse, for 同居老親等; null: as the 続柄 says. */
  ascendant: answerSchema,
  /** 今年 死亡; also 税法上の被扶養者でなくなった日. */
  diedOn: daySchema,
  thisYear: personYearSchema,
  nextYear: personYearSchema,
});
export type Person = z.infer<typeof personSchema>;

/** 他の所得者が控除を受ける扶養親族等: somebody of the family whom another earner supports. */
export const sharedPersonSchema = z.object({
  id: idSchema,
  ...naming,
  living: z.enum(LIVINGS),
  address: declaredAddressSchema.nullable(),
  disability: disabilitySchema.nullable(),
  /** 年間所得見積額. */
  income: yenSchema,
  /** 控除を受ける他の所得者: 氏名, 続柄, 住所. */
  earner: z.object({ name: text("title"), relation: text("word"), address: text("long") }),
});
export type SharedPerson = z.infer<typeof sharedPersonSchema>;

/** 扶養親族 that the CSVs have columns for (reference/csv-columns.md 2.10), and rows of box D. */
export const MOST_PEOPLE = 15;
export const MOST_SHARED = 5;

/** What the section 配偶者 collects. */
export const spouseAnswersSchema = z.object({
  /** 配偶者の有無 at the end of this year, and on 1 January; null: not said. */
  thisYear: answerSchema,
  nextYear: answerSchema,
  /** Null: there is none, or nobody said more of them (配偶者はいる・扶養しない). */
  person: personSchema.nullable(),
});
export type SpouseAnswers = z.infer<typeof spouseAnswersSchema>;

/** What the section 家族 collects. */
export const familyAnswersSchema = z.object({
  people: z.array(personSchema).max(MOST_PEOPLE),
  shared: z.array(sharedPersonSchema).max(MOST_SHARED),
});
export type FamilyAnswers = z.infer<typeof familyAnswersSchema>;

const FROM_SOURCE = "source:";

/** The id of a relative whom the master knows. */
export function idOfSource(sourceId: string): string {
  return FROM_SOURCE + sourceId;
}

/** The source's id of a relative; null for who was added in the questionnaire or by staff. */
export function sourceIdOf({ id }: Pick<Person, "id">): string | null {
  return id.startsWith(FROM_SOURCE) ? id.slice(FROM_SOURCE.length) : null;
}
