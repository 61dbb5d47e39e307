import { z } from "zod";
import { declarationSchema } from "../declaration/declaration.ts";
import { type Collected, collectedOf } from "../declaration/collected.ts";
import { housingLoanSchema } from "../housing_loan.ts";
import { insuranceSchema } from "../insurance.ts";
import type { Member, Stores } from "../stores.ts";
import type { Write } from "../write.ts";
import { alikeValues, canonical } from "./fields/canonical.ts";

/**
 * What an employee has corrected of a 修正依頼中 so far: staff go on reading what was submitted until it is submitted again,
 * and taking the 差し戻し back leaves that as it was.
 */
export const answerDraftSchema = z.object({
  v: z.literal(1),
  /** `versionOf` what was submitted: a draft of anything else is out of date. */
  base: z.string(),
  declaration: declarationSchema,
  insurance: insuranceSchema,
  housingLoan: housingLoanSchema.nullable(),
});
export type AnswerDraft = z.infer<typeof answerDraftSchema>;

/** Corrections that were not submitted yet, of one tenant and year. */
export interface AnswerDraftStore {
  /** By employee id, in the order asked; null where there is none. */
  of(ids: readonly string[]): Promise<(AnswerDraft | null)[]>;
  /** Stores a member's draft, null: none any more; needs the guard of the member's group, which it moves. */
  put(member: Member, draft: AnswerDraft | null): Write[];
}

/** What an employee works on. */
export interface Working {
  /** With the corrections that were saved. */
  collected: Collected;
  /** As staff read it. */
  stored: Collected;
  /** Tells this state of the answers from any other. */
  version: string;
}

/** What the employee works on now: of a 修正依頼中 the draft, where it was drawn from what is stored. */
export async function workingOf(
  stores: Pick<Stores, "declarations" | "insurance" | "housingLoans" | "members" | "answerDrafts">,
  member: Member,
): Promise<Working> {
  const [[stored], [draft]] = await Promise.all([
    collectedOf(stores, [member]),
    stores.answerDrafts.of([member.employee.id]),
  ]);
  const base = await versionOf(stored!);
  if (member.request?.status !== "correcting" || draft?.base !== base) {
    return { collected: stored!, stored: stored!, version: base };
  }
  const { declaration, insurance, housingLoan } = draft;
  const collected = { declaration, insurance, housingLoan };
  return { collected, stored: stored!, version: await versionOf(collected) };
}

/** What tells answers apart: 32 hexadecimal digits of a SHA-256. */
export async function versionOf(collected: Collected): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(collected));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 32);
}

/** True where a submission would say something else than before; which pages were seen does not count. */
export function isChanged({ collected, stored }: Working): boolean {
  return !alikeValues(withoutTraces(collected), withoutTraces(stored));
}

function withoutTraces({ declaration: { answers: _, progress: __, ...declaration }, ...rest }: Collected) {
  return { ...rest, declaration };
}
