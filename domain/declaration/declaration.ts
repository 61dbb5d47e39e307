import { z } from "zod";
import { housingLoanAnswersSchema, insuranceAnswersSchema } from "./deductions.ts";
import { incomeAnswersSchema } from "./income.ts";
import { familyAnswersSchema, spouseAnswersSchema } from "./person.ts";
import { MOST_PICTURES, pictureSchema } from "./picture.ts";
import { previousJobAnswersSchema } from "./previous_job.ts";
import { selfAnswersSchema } from "./self.ts";

/** What each section (of the questionnaire, and tab of 収集情報) collects. */
const sections = {
  self: selfAnswersSchema,
  previousJob: previousJobAnswersSchema,
  spouse: spouseAnswersSchema,
  family: familyAnswersSchema,
  income: incomeAnswersSchema,
  insurance: insuranceAnswersSchema,
  housingLoan: housingLoanAnswersSchema,
};

/** The sections of a declaration, in the order in which they are asked for. */
export const DECLARATION_SECTIONS = Object.keys(sections) as (keyof typeof sections)[];
export type DeclarationSection = keyof typeof sections;

/** The most characters of an answer in アンケート回答履歴. */
export const MOST_ANSWER = 100;

/** What an employee answered, or staff entered for them, in one year's adjustment (申告情報). */
export const declarationSchema = z.object({
  v: z.literal(1),
  ...sections,
  /** Pictures of proofs, oldest first. */
  pictures: z.array(pictureSchema).max(MOST_PICTURES),
  /** アンケート回答履歴: 設問番号 → the answer as text. Only what the employee answered. */
  answers: z.record(z.string().regex(/^\d{1,4}$/), z.string().max(MOST_ANSWER)),
  /** The sections that the employee has been through. */
  progress: z.array(z.enum(DECLARATION_SECTIONS as [DeclarationSection, ...DeclarationSection[]])),
});
export type Declaration = z.infer<typeof declarationSchema>;

/** The schema of one section, for forms. */
export function sectionSchema<S extends DeclarationSection>(section: S): (typeof sections)[S] {
  return sections[section];
}

/** A declaration with another content of one section. */
export function withSection<S extends DeclarationSection>(
  declaration: Declaration,
  section: S,
  content: Declaration[S],
): Declaration {
  return { ...declaration, [section]: content };
}
