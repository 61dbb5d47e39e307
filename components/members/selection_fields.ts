import { FILTER_FIELDS, type MemberFilter } from "../../domain/member_filter.ts";

/** A field of a form: its name and one of its values. */
export type FormField = readonly [name: string, value: string];

/** 「条件に合うすべて」 of a list as the fields of a form (design §7: `all=1` with the page's filter fields). */
export function everybodyFields(filter: MemberFilter, scope: string): FormField[] {
  const fields = Object.entries(FILTER_FIELDS).flatMap(([key, name]) =>
    [filter[key as keyof MemberFilter]].flat().filter((value) => key !== "text" || value !== "")
      .map((value): FormField => [name, value])
  );
  return [["all", "1"], ...fields, ...(scope === "" ? [] : [["in_group", scope] as const])];
}
