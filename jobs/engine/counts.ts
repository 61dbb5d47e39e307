import type { Checkpoint } from "./records.ts";

type Counts = Checkpoint["counts"];

/** Under what people in the files are counted, and what words of files begin with: they tell of no changed data. */
export const WRITTEN = "written";
/** What rules left alone. */
export const SKIPPED = "skipped.";
/** What a download could not write, or not as it is: refused as units are, but no change of data. */
export const LEFT_OUT = "sections.left_out";

/** The counts after `job.reached`: people in the files, and words of the operation's own about them. */
export function plusWritten(
  counts: Counts,
  written: number,
  words: Readonly<Record<string, number>>,
): Counts {
  const next: Counts = { ...counts, [WRITTEN]: (counts[WRITTEN] ?? 0) + written };
  for (const [word, n] of Object.entries(words)) {
    const name = `${WRITTEN}.${word}`;
    next[name] = (next[name] ?? 0) + n;
  }
  return next;
}

/** How many were counted under a word, whichever way. */
export function countOf(counts: Counts, word: string): number {
  return counts[word] ?? counts[`${WRITTEN}.${word}`] ?? 0;
}

/** A checkpoint with sections or rows more that a download could not write, or not as they are. */
export function plusRefused<C extends Pick<Checkpoint, "counts" | "refusals">>(
  checkpoint: C,
  refused: readonly { code: string }[],
): C {
  if (refused.length === 0) return checkpoint;
  const counts = { ...checkpoint.counts, [LEFT_OUT]: (checkpoint.counts[LEFT_OUT] ?? 0) + refused.length };
  const refusals = { ...checkpoint.refusals };
  for (const { code } of refused) refusals[code] = (refusals[code] ?? 0) + 1;
  return { ...checkpoint, counts, refusals };
}

/** An import changes data as it goes, also when it has come to its error CSV; a download only writes its files. */
export function changesData({ counts, refusals }: Pick<Checkpoint, "counts" | "refusals">): boolean {
  const refused = Object.values(refusals).reduce((sum, n) => sum + n, 0);
  return refused > (counts[LEFT_OUT] ?? 0) ||
    Object.keys(counts).some((name) =>
      ![WRITTEN, LEFT_OUT].includes(name) && !name.startsWith(`${WRITTEN}.`) && !name.startsWith(SKIPPED)
    );
}
