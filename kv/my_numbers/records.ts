import { z } from "zod";
import type { NumberHolder } from "../../domain/my_number.ts";
import type { SealedNumber } from "../../domain/my_number_store.ts";
import type { Member } from "../../domain/stores.ts";
import type { Write } from "../../domain/write.ts";
import { remove, set } from "../commit.ts";
import type { YearRef } from "../groups.ts";
import { myNumberKeys, yearKeys } from "../keys.ts";
import { parse } from "../read.ts";
import { readNamed } from "../read_named.ts";
import { asWrite } from "../write.ts";

/** A sealed number as it lies in the database. */
export const boxSchema = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

const holderSchema = z.object({ relation: z.string(), lastName: z.string(), firstName: z.string() });

/** The numbers of an employee and the family in one year. */
const recordSchema = z.object({
  v: z.literal(1),
  numbers: z.array(z.object({ holder: holderSchema, box: boxSchema })),
});

/** What the records of employees hold, in the order asked. */
export async function readRecords(
  kv: Deno.Kv,
  { id, year }: YearRef,
  employees: readonly string[],
): Promise<SealedNumber[][]> {
  const keyOf = (employee: string) => myNumberKeys.record(id, year, employee);
  return (await readNamed(kv, keyOf, employees, recordSchema)).map((value) => value?.numbers ?? []);
}

/** Whose numbers are there (有), in the order asked. */
export async function readHolders(
  kv: Deno.Kv,
  ref: YearRef,
  employees: readonly string[],
): Promise<NumberHolder[][]> {
  const records = await readRecords(kv, ref, employees);
  return records.map((numbers) => numbers.map(({ holder }) => holder));
}

/** The writes that replace a member's record; none at all is no key. */
export function recordWrites(
  { id, year }: YearRef,
  { employee }: Member,
  numbers: readonly SealedNumber[],
): Write[] {
  const key = myNumberKeys.record(id, year, employee.id);
  return [
    asWrite(numbers.length === 0 ? remove(key) : set(key, { v: 1, numbers: [...numbers] })),
    asWrite({ type: "tally", guard: yearKeys.guard(id, year, employee.groupId ?? ""), add: {} }),
  ];
}

/** How many numbers the year's records hold, counted record by record until there are `limit`. */
export async function countRecords(kv: Deno.Kv, { id, year }: YearRef, limit: number): Promise<number> {
  let count = 0;
  for await (
    const { key, value } of kv.list({ prefix: myNumberKeys.records(id, year) }, { batchSize: 500 })
  ) {
    count += parse([...key], value, recordSchema).numbers.length;
    if (count >= limit) return limit;
  }
  return count;
}
