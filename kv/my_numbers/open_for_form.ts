import { Refusal } from "../../domain/errors.ts";
import type { FormUse, OpenNumber } from "../../domain/my_number_store.ts";
import { allows } from "../../domain/permission.ts";
import type { Committer } from "../commit.ts";
import type { YearRef } from "../groups.ts";
import { readUser } from "../users.ts";
import type { NumberCipher } from "./cipher.ts";
import { type NumberOwner, openRecord, useOf } from "./opening.ts";
import { readRecords } from "./records.ts";
import { recordUses } from "./uses.ts";

/** See `MyNumberStore.openForForm`: the one way to numbers of others in the clear. */
export async function openForForm(
  { kv, committer, cipher, ref }: { kv: Deno.Kv; committer: Committer; cipher: NumberCipher; ref: YearRef },
  use: FormUse,
  employees: readonly NumberOwner[],
): Promise<OpenNumber[][]> {
  const user = (await readUser(kv, ref.id, use.actor.id)).value;
  if (!user?.active || !allows(user.role, "admin")) throw new Refusal("forbidden");
  const sealed = await readRecords(kv, ref, employees.map(({ id }) => id));
  const opened = await Promise.all(
    employees.map((employee, i) => openRecord(cipher, ref.year, employee, sealed[i]!)),
  );
  const uses = employees.flatMap((employee, i) =>
    opened[i]!.length === 0 ? [] : [useOf("opened", use, employee, opened[i]!)]
  );
  await recordUses(committer, ref.id, uses);
  return opened;
}
