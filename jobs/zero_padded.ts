import type { Change, Job } from "./job.ts";

/** The widest 社員番号 that is tried; wider ones are hardly typed with zeros. */
const MAX_DIGITS = 12;

/**
 * For numbers that are unknown as they stand: the 社員番号 that they would be with leading zeros, where there is one.
 * Excel drops the zeros, which is the usual cause (reference/imports.md §1). Looks among the targets, and where a
 * `source` is given among the people of the master.
 */
export async function zeroPadded(
  codes: readonly string[],
  { data, source }: Pick<Job, "data"> & Partial<Pick<Job, "source">>,
): Promise<Map<string, string>> {
  const tries = codes.filter((code) => /^\d+$/.test(code)).flatMap((code) =>
    Array.from({ length: Math.max(0, MAX_DIGITS - code.length) }, (_, i) => ({
      code,
      padded: code.padStart(code.length + i + 1, "0"),
    }))
  );
  const padded = tries.map((one) => one.padded);
  const [members, masters] = await Promise.all([
    data.members.byCodes(padded),
    !source || source.costly ? [] : source.employeesByCode(padded),
  ]);
  const found = new Map<string, string>();
  tries.forEach((one, i) => {
    if ((members[i] || masters[i]) && !found.has(one.code)) found.set(one.code, one.padded);
  });
  return found;
}

/** The refusal of a 社員番号 that names no target; `withZeros`: what `zeroPadded` found for it. */
export function targetUnknown(withZeros: string | null): Extract<Change, { refuse: unknown }> {
  return withZeros
    ? { refuse: "target_not_found_zeros", params: { example: withZeros } }
    : { refuse: "target_not_found" };
}
