import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import { Refusal } from "../../domain/errors.ts";
import type { OpenNumber, SealedNumber } from "../../domain/my_number_store.ts";
import type { NumberUse, NumberUseKind } from "../../domain/my_number_use.ts";
import { BoxError, type NumberCipher } from "./cipher.ts";

/** Whose record numbers lie in. */
export interface NumberOwner {
  /** Employee id. */
  id: string;
  code: string;
}

/** Opens boxes of an employee's record of the year. Throws Refusal `my_number_damaged`. Private to this folder. */
export async function openRecord(
  cipher: NumberCipher,
  year: number,
  { id, code }: NumberOwner,
  sealed: readonly SealedNumber[],
): Promise<OpenNumber[]> {
  try {
    return await Promise.all(sealed.map(async ({ holder, box }) => ({
      holder,
      number: await cipher.open(box, { year, employee: id, holder }),
    })));
  } catch (error) {
    if (error instanceof BoxError) throw new Refusal("my_number_damaged", { code });
    throw error;
  }
}

/** The entry that says whose numbers were opened, for `recordUses`. */
export function useOf(
  what: NumberUseKind,
  { job, actor: { id: person, email }, purpose }: Pick<NumberUse, "job" | "actor" | "purpose">,
  { id, code }: NumberOwner,
  opened: readonly OpenNumber[],
): { id: string; use: NumberUse } {
  const at = now();
  const relations = opened.map(({ holder }) => holder.relation);
  const whose = { employee: id, code, relations };
  return { id: ulid(at), use: { v: 1, at, what, actor: { id: person, email }, job, purpose, whose } };
}
