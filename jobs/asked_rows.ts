import { type Asked, isAsked, readSubjects, type Restoring, type Subject } from "../domain/perform.ts";
import type { Member } from "../domain/stores.ts";
import type { Change, Job } from "./job.ts";
import { targetUnknown, zeroPadded } from "./zero_padded.ts";

/** Why a row of a group's CSV finds nobody who can be worked on. */
export type NotAsked = Extract<Change, { refuse: unknown }>;

/** True for a row that finds nobody. */
export function isNotAsked(found: Subject | NotAsked): found is NotAsked {
  return "refuse" in found;
}

type Means = Pick<Job, "data" | "group" | "sees">;

/**
 * The people with these 社員番号 in the group on screen, with what acting on them needs. Whoever is elsewhere is told so,
 * without where; of people beyond the runner's 操作できる範囲 nothing is told, not even that they are there.
 */
export async function askedSubjects(
  codes: readonly string[],
  job: Means,
  restoring: (code: string) => Restoring,
): Promise<(Subject | NotAsked)[]> {
  const found = (await job.data.members.byCodes(codes)).map((member) => seenBy(job, member));
  const hints = await zerosOf(codes.filter((_, i) => !found[i]), job);
  const asked = found.filter((member) => isIn(job, member));
  const subjects = await readSubjects(job.data, asked, ({ employee }) => restoring(employee.code));
  let i = 0;
  return codes.map((code, n) => {
    const member = found[n]!;
    if (isIn(job, member)) return subjects[i++]!;
    return member ? { refuse: "target_elsewhere" } : targetUnknown(hints.get(code) ?? null);
  });
}

function seenBy({ sees }: Means, member: Member | null): Member | null {
  return member && sees(member.employee) ? member : null;
}

function isIn({ group }: Means, member: Member | null): member is Asked {
  return isAsked(member) && member.employee.groupId === group?.id;
}

/** Leading zeros that are missing, where they lead to somebody whom the runner may work on here. */
async function zerosOf(codes: readonly string[], job: Means): Promise<ReadonlyMap<string, string>> {
  const hints = [...await zeroPadded(codes, job)];
  if (hints.length === 0) return new Map();
  const meant = await job.data.members.byCodes(hints.map(([, padded]) => padded));
  return new Map(hints.filter((_, i) => isIn(job, seenBy(job, meant[i]!))));
}
