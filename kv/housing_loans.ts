import { type HousingLoan, housingLoanSchema } from "../domain/housing_loan.ts";
import type { HousingLoanStore } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { remove, set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { readNamed } from "./read_named.ts";
import { asWrite } from "./write.ts";

/** Housing loans of one tenant and year, as domain/stores.ts asks for them. */
export function housingLoanStore(kv: Deno.Kv, ref: YearRef): HousingLoanStore {
  return {
    of: (ids) => readNamed(kv, (id) => yearKeys.housingLoan(ref.id, ref.year, id), ids, housingLoanSchema),
    put: ({ employee }, loan) => [
      loan
        ? housingLoanWrite(ref, employee.id, loan)
        : asWrite(remove(yearKeys.housingLoan(ref.id, ref.year, employee.id))),
      asWrite({ type: "tally", guard: yearKeys.guard(ref.id, ref.year, employee.groupId ?? ""), add: {} }),
    ],
  };
}

/** The write that stores somebody's housing loan. */
export function housingLoanWrite(ref: YearRef, id: string, loan: HousingLoan): Write {
  return asWrite(set(yearKeys.housingLoan(ref.id, ref.year, id), housingLoanSchema.parse(loan)));
}
