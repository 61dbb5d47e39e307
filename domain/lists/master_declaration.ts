import type { Declaration } from "../declaration/declaration.ts";
import { initialDeclaration } from "../declaration/initial.ts";
import { once } from "./once.ts";
import type { Row } from "./row.ts";

/**
 * What the master said when the employee was taken in, as a declaration: 今年の差分リスト hold the present one against it, so
 * that nothing differs which nobody declared (a text that was too long to be taken whole, a 16th relative).
 */
export const masterDeclaration: (row: Row) => Declaration = once(({ baseline }) =>
  initialDeclaration(baseline)
);
