/** Joins class lists, leaving out what is false or empty. `styles/classes.ts` finds the utilities in its calls. */
export function cls(...lists: (string | false | null | undefined)[]): string {
  return lists.filter(Boolean).join(" ");
}
