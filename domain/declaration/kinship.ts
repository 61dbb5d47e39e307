import type { Person } from "./person.ts";

/** 父, 実父, 義母, 祖父, …, but not 叔父 or 伯母. */
const BY_NAME = /^[^叔伯]*[父母]$/;
const BY_PRESET = /(father|mother)/;

/** 直系尊属 of the employee or the spouse: as it was answered, else as the 続柄 says. */
export function isAscendant({ ascendant, relation }: Pick<Person, "ascendant" | "relation">): boolean {
  return ascendant ?? (BY_NAME.test(relation.name) || BY_PRESET.test(relation.preset ?? ""));
}
