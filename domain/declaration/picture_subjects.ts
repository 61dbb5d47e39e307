import { type Collected } from "./collected.ts";
import { MUTUAL_AIDS } from "./deductions.ts";
import { SELF } from "./picture.ts";

/**
 * What is collected without the pictures of what is collected no more: of a relative, contract or previous job that was
 * taken out, nobody could see or take away what proved it.
 */
export function withoutStrayPictures(collected: Collected): Collected {
  const { declaration } = collected;
  const subjects = subjectsOf(collected);
  const pictures = declaration.pictures.filter(({ subject }) => subject === null || subjects.has(subject));
  if (pictures.length === declaration.pictures.length) return collected;
  return { ...collected, declaration: { ...declaration, pictures } };
}

/** Everything that a picture can be of. */
function subjectsOf({ declaration: { spouse, family, previousJob }, insurance }: Collected): Set<string> {
  const named = [...(spouse.person ? [spouse.person] : []), ...family.people, ...family.shared];
  return new Set([
    SELF,
    ...MUTUAL_AIDS,
    ...[...named, ...previousJob.jobs, ...insurance.contracts].map(({ id }) => id),
  ]);
}
