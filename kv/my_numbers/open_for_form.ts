import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import { Refusal } from "../../domain/errors.ts";
import type { FormUse, OpenNumber, SealedNumber } from "../../domain/my_number_store.ts";
import { allows } from "../../domain/permission.ts";
import type { Committer } from "../commit.ts";
import type { YearRef } from "../groups.ts";
import { readUser } from "../users.ts";
import { BoxError, type NumberCipher } from "./cipher.ts";
import { readRecords } from "./records.ts";
import { recordUses } from "./uses.ts";

interface Employee {
  id: string;
  code: string;
}

/** See `MyNumberStore.openForForm`: the one way to a number in the clear. */
export async function openForForm(
  { kv, committer, cipher, ref }: { kv: Deno.Kv; committer: Committer; cipher: NumberCipher; ref: YearRef },
  use: FormUse,
  employees: readonly Employee[],
): Promise<OpenNumber[][]> {
  const user = (await readUser(kv, ref.id, use.actor.id)).value;
  if (!user?.active || !allows(user.role, "admin")) throw new Refusal("forbidden");
  const sealed = await readRecords(kv, ref, employees.map(({ id }) => id));
  const opened = await Promise.all(
    employees.map((employee, i) => openRecord(cipher, ref.year, employee, sealed[i]!)),
  );
  const uses = employees.flatMap((employee, i) =>
    opened[i]!.length === 0 ? [] : [entryOf(use, employee, opened[i]!)]
  );
  await recordUses(committer, ref.id, uses);
  return opened;
}

async function openRecord(
  cipher: NumberCipher,
  year: number,
  { id, code }: Employee,
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

function entryOf({ job, actor, purpose }: FormUse, { id, code }: Employee, opened: readonly OpenNumber[]) {
  const at = now();
  const relations = opened.map(({ holder }) => holder.relation);
  const { id: person, email } = actor;
  return {
    id: ulid(at),
    use: {
      v: 1 as const,
      at,
      what: "opened" as const,
      actor: { id: person, email },
      job,
      purpose,
      whose: { employee: id, code, relations },
    },
  };
}
