import type { Employee } from "../employee.ts";
import type { Establishment } from "../master.ts";
import type { Stores } from "../stores.ts";
import type { FormContext } from "./context.ts";

/** What all forms of a company's year have in common. */
export interface FormYear extends Omit<FormContext, "establishment"> {
  establishments: readonly Establishment[];
}

/** Reads it. */
export async function formYearOf(
  { settings, masters }: Pick<Stores, "settings" | "masters">,
  year: number,
): Promise<FormYear> {
  const [{ address: printedAddress }, company, establishments] = await Promise.all([
    settings.ofTenant(),
    masters.company(),
    masters.establishments(),
  ]);
  return { year, printedAddress, company, establishments };
}

/** What the forms of one employee need. */
export function contextFor(
  { establishments, ...common }: FormYear,
  { establishment }: Pick<Employee, "establishment">,
): FormContext {
  return { ...common, establishment: establishments.find(({ name }) => name === establishment) ?? null };
}
