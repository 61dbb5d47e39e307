import { type Insurance, insuranceSchema, NO_INSURANCE } from "../domain/insurance.ts";
import type { InsuranceStore } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { remove, set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { readNamed } from "./read_named.ts";
import { asWrite } from "./write.ts";

/** Insurance of one tenant and year, as domain/stores.ts asks for it. */
export function insuranceStore(kv: Deno.Kv, ref: YearRef): InsuranceStore {
  return {
    async of(ids) {
      const keyOf = (id: string) => yearKeys.insurance(ref.id, ref.year, id);
      return (await readNamed(kv, keyOf, ids, insuranceSchema)).map((value) => value ?? NO_INSURANCE);
    },
    put: ({ employee }, insurance) => [
      insuranceWrite(ref, employee.id, insurance),
      asWrite({ type: "tally", guard: yearKeys.guard(ref.id, ref.year, employee.groupId ?? ""), add: {} }),
    ],
  };
}

/** The write that stores somebody's insurance; none at all is no key. */
export function insuranceWrite(ref: YearRef, id: string, insurance: Insurance): Write {
  const key = yearKeys.insurance(ref.id, ref.year, id);
  const empty = insurance.contracts.length === 0 && insurance.dc === null &&
    insurance.registered.length === 0;
  return asWrite(empty ? remove(key) : set(key, insurance));
}
