import type { Position } from "../engine/records.ts";

/** Where a line of a batch is worked on: first by batch, then by round, then by line. */
export interface Place {
  /** The first line of the batch. */
  batch: number;
  round: number;
  line: number;
}

/**
 * A batch in rounds, in each of which a person occurs once, so that no two units of a round change the same data: the
 * first line of everybody, then the second of everybody, and so on. The lines of a person stay in their order, and
 * the same batch always makes the same rounds. Lines of nobody (null) are all in the first.
 */
export function roundsOf<L extends { line: number }>(
  lines: readonly L[],
  personOf: (line: L) => string | null,
): { place: Place; line: L }[][] {
  const batch = lines[0]?.line ?? 0;
  const met = new Map<string, number>();
  const rounds: { place: Place; line: L }[][] = [];
  for (const line of lines) {
    const person = personOf(line);
    const round = person === null ? 0 : met.get(person) ?? 0;
    if (person !== null) met.set(person, round + 1);
    (rounds[round] ??= []).push({ place: { batch, round, line: line.line }, line });
  }
  return rounds;
}

/** True for a place that was passed when the last attempt ended at `position`. */
export function isPast({ batch, round, line }: Place, position: Position | null): boolean {
  if (!position) return false;
  if (batch !== position.batch) return batch < Number(position.batch);
  if (round !== position.round) return round < Number(position.round);
  return line <= Number(position.line);
}
