import { baselineSchema } from "../domain/baseline.ts";
import type { Baseline } from "../domain/baseline.ts";
import type { Newcomer } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { remove, set } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { readNamed } from "./read_named.ts";
import { asWrite } from "./write.ts";

/** The write that keeps what the master said. Its id is new with its employee: nothing writes it a second time. */
export function baselineWrite(ref: YearRef, id: string, newcomer: Newcomer, at: number): Write {
  const baseline: Baseline = {
    v: 1,
    takenAt: at,
    self: newcomer.master,
    family: [...newcomer.family],
    housingLoan: newcomer.housingLoan ?? null,
  };
  return asWrite(set(yearKeys.baseline(ref.id, ref.year, id), baseline));
}

/** The write that deletes the baseline with its employee. */
export function baselineRemoval(ref: YearRef, id: string): Write {
  return asWrite(remove(yearKeys.baseline(ref.id, ref.year, id)));
}

/** The baselines of employees, in the order asked. */
export function readBaselines(
  kv: Deno.Kv,
  ref: YearRef,
  ids: readonly string[],
): Promise<(Baseline | null)[]> {
  return readNamed(kv, (id) => yearKeys.baseline(ref.id, ref.year, id), ids, baselineSchema);
}
