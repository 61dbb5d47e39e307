import { Refusal } from "../../domain/errors.ts";
import type { Stores } from "../../domain/stores.ts";
import type { DatFormat } from "../../formats/dat/layout.ts";

/** How the 氏名コード of a format are compared with 社員番号 (reference/imports.md §2.5). */
export interface NameCodes {
  /** The same text for 氏名コード that name the same person. */
  person(nameCode: string): string;
  /** The 社員番号 that a 氏名コード may mean; at most one of them is somebody's. */
  candidates(nameCode: string): string[];
}

/** 損保標準形式: equal as they stand. */
const EXACT: NameCodes = { person: (code) => code, candidates: (code) => [code] };

/**
 * What the 氏名コード of a file mean in this company. LINC形式 compares without leading zeros, so one pass over all
 * 社員番号 comes first. Throws Refusal dat_zeros where that would mean two people; not with `started`, when part of
 * the file is registered already.
 */
export async function nameCodesOf(
  format: DatFormat,
  data: Pick<Stores, "groups" | "members">,
  started: boolean,
): Promise<NameCodes> {
  if (format === "sonpo") return EXACT;
  const { widths, twins } = await numericCodes(data);
  if (twins && !started) throw new Refusal("dat_zeros", { codes: twins.join("、") });
  return {
    person: withoutZeros,
    candidates(code) {
      const bare = withoutZeros(code);
      return [...widths].filter((width) => width >= bare.length).map((width) => bare.padStart(width, "0"));
    },
  };
}

/** The 社員番号 of each 氏名コード; null: nobody's. */
export async function employeeCodes(
  nameCodes: readonly string[],
  rule: NameCodes,
  members: Pick<Stores["members"], "placesOf">,
): Promise<(string | null)[]> {
  const candidates = nameCodes.map(rule.candidates);
  const places = await members.placesOf(candidates.flat());
  let i = 0;
  return candidates.map((tried) => tried.filter(() => places[i++] !== undefined)[0] ?? null);
}

function withoutZeros(code: string): string {
  return code.replace(/^0+(?=.)/, "");
}

/** How many digits the numeric 社員番号 have, and two of them that differ in leading zeros only. */
async function numericCodes({ groups, members }: Pick<Stores, "groups" | "members">) {
  const widths = new Set<number>();
  const byNumber = new Map<string, string>();
  let twins: [string, string] | null = null;
  for (const id of [null, ...(await groups.list()).map((group) => group.id)]) {
    for await (const batch of members.walk(id)) {
      for (const { employee: { code } } of batch) {
        if (!/^[0-9]+$/.test(code)) continue;
        widths.add(code.length);
        const bare = withoutZeros(code);
        const other = byNumber.get(bare);
        // Somebody who is moved meanwhile is met twice, with one 社員番号.
        if (other !== undefined && other !== code) twins ??= [other, code];
        byNumber.set(bare, code);
      }
    }
  }
  return { widths, twins };
}
