import { z } from "zod";
import { companySchema, establishmentSchema, relationEntrySchema } from "../domain/master.ts";
import type { MasterCopyStore } from "../domain/stores.ts";
import { remove, set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { parse, read } from "./read.ts";
import { asGuard, asWrite } from "./write.ts";

const v = { v: z.literal(1) };
const storedCompany = companySchema.extend(v);
const storedEstablishment = establishmentSchema.extend(v);
const storedRelation = relationEntrySchema.extend(v);

/** The copy of the master that documents print, of one tenant and year. */
export function masterCopyStore(kv: Deno.Kv, { id, year }: YearRef): MasterCopyStore {
  return {
    guard: () => asGuard(yearKeys.mastersGuard(id, year)),
    async company() {
      const { value } = await read(kv, yearKeys.company(id, year), storedCompany);
      return value && bare(value);
    },
    establishments: () => list(kv, yearKeys.establishments(id, year), storedEstablishment),
    relations: () => list(kv, yearKeys.relations(id, year), storedRelation),
    putCompany: (company) => [asWrite(set(yearKeys.company(id, year), { v: 1, ...company }))],
    putEstablishment: (one) => [
      asWrite(set(yearKeys.establishment(id, year, one.sourceId), { v: 1, ...one })),
    ],
    removeEstablishment: (sourceId) => [asWrite(remove(yearKeys.establishment(id, year, sourceId)))],
    putRelation: (place, one) => [asWrite(set(yearKeys.relation(id, year, place), { v: 1, ...one }))],
    removeRelation: (place) => [asWrite(remove(yearKeys.relation(id, year, place)))],
  };
}

/** Everything under `prefix` in key order. */
async function list<T extends { v: 1 }>(
  kv: Deno.Kv,
  prefix: Deno.KvKey,
  schema: z.ZodType<T>,
): Promise<Omit<T, "v">[]> {
  const entries = await Array.fromAsync(kv.list({ prefix }, { batchSize: 500 }));
  return entries.map(({ key, value }) => bare(parse([...key], value, schema)));
}

/** The value without the version that it is stored with. */
function bare<T extends { v: 1 }>({ v: _, ...value }: T): Omit<T, "v"> {
  return value;
}
