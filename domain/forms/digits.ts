import { holderKey, type NumberHolder } from "../my_number.ts";
import type { OpenNumber } from "../my_number_store.ts";
import { allBoxes, type Form } from "./box.ts";

/** True for a form that has the 個人番号 of somebody to print. */
export function namesHolders(form: Form): boolean {
  return allBoxes(form).some(({ holder }) => holder);
}

/** Those whose 個人番号 a form has to print. */
export function holdersOf(form: Form): NumberHolder[] {
  return allBoxes(form).flatMap(({ holder }) => holder ? [holder] : []);
}

/** Which opened number stands in which box of a form, by the id of the box. A box whose number is not there has none. */
export function digitsFor(form: Form, opened: readonly OpenNumber[]): Map<string, string> {
  const numbers = new Map(opened.map(({ holder, number }) => [holderKey(holder), number]));
  return new Map(
    allBoxes(form).flatMap(({ id, holder }) => {
      const number = holder && numbers.get(holderKey(holder));
      return number ? [[id, number] as const] : [];
    }),
  );
}
