import { z } from "zod";
import { holderOf, type NumberHolder } from "../../domain/my_number.ts";
import type { OpenNumber } from "../../domain/my_number_store.ts";
import type { Write } from "../../domain/write.ts";
import { set } from "../commit.ts";
import { myNumberKeys } from "../keys.ts";
import { readMany } from "../read.ts";
import { asWrite } from "../write.ts";
import { BoxError, type NumberCipher } from "./cipher.ts";
import { boxSchema } from "./records.ts";

/** An imported number: a key of its own, which says whose it is. */
const keptSchema = z.object({ v: z.literal(1), box: boxSchema });

/** The write that keeps an imported number, whatever was there before. */
export async function keepWrite(
  cipher: NumberCipher,
  tenant: string,
  { code, holder, number }: OpenNumber & { code: string },
): Promise<Write> {
  const box = await cipher.seal(number, { kept: code, holder });
  return asWrite(set(keptKey(tenant, code, holder), { v: 1, box }));
}

/** The imported numbers of an employee and the family, in the order asked; null: none, `damaged`: does not open. */
export async function openKept(
  { kv, cipher, tenant }: { kv: Deno.Kv; cipher: NumberCipher; tenant: string },
  code: string,
  holders: readonly NumberHolder[],
): Promise<(OpenNumber | "damaged" | null)[]> {
  const stored = await readMany(kv, holders.map((holder) => keptKey(tenant, code, holder)), keptSchema);
  return await Promise.all(stored.map(async ({ value }, i) => {
    if (!value) return null;
    const holder = holders[i]!;
    try {
      return { holder, number: await cipher.open(value.box, { kept: code, holder }) };
    } catch (error) {
      if (error instanceof BoxError) return "damaged";
      throw error;
    }
  }));
}

/** How many imported numbers are kept, counted until there are `limit`. */
export async function countKept(kv: Deno.Kv, tenant: string, limit: number): Promise<number> {
  let count = 0;
  const kept = kv.list({ prefix: myNumberKeys.imports(tenant) }, { limit, batchSize: 500 });
  for await (const _ of kept) count++;
  return count;
}

function keptKey(tenant: string, code: string, holder: NumberHolder): Deno.KvKey {
  const { relation, lastName, firstName } = holderOf(holder);
  return myNumberKeys.imported(tenant, code, relation, lastName, firstName);
}
