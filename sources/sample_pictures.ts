import type { Picture } from "../domain/declaration/picture.ts";
import { Refusal } from "../domain/errors.ts";
import { readArtifact } from "../kv/files/artifact.ts";
import type { Files } from "../kv/files/files.ts";
import { commitChange } from "../kv/guarded.ts";
import type { YearRef } from "../kv/groups.ts";
import { picturesOf } from "../kv/pictures.ts";
import { storesOf } from "../kv/stores.ts";
import { SAMPLE_FILES, SAMPLE_PICTURE } from "./sample/answers_pictures.ts";
import { otherCompany, sampleCompany } from "./sample/companies.ts";
import { sampleMembers } from "./sample/members.ts";

/** As many people of a company are looked at: nobody behind them shows pictures. */
const MOST_PEOPLE = 300;

/**
 * Stores the bytes of the pictures that answers of the sample companies name, whichever are missing: it may be called at
 * every start, and after a start that was killed in the middle.
 */
export async function seedSamplePictures(files: Files, employees: number): Promise<void> {
  for (const company of [sampleCompany(employees), otherCompany()]) {
    const ref = { id: company.tenant, year: company.year };
    const memberAt = sampleMembers(company);
    const ids = Array.from({ length: Math.min(company.count, MOST_PEOPLE) }, (_, i) => memberAt(i))
      .flatMap((member) => member?.answers?.declaration.pictures.length ? member.employee.id : []);
    const declarations = await storesOf(files.kv, ref).declarations.of(ids);
    for (const [n, id] of ids.entries()) {
      await seedPicturesOf(files, ref, id, declarations[n]?.pictures ?? []);
    }
  }
}

async function seedPicturesOf(files: Files, ref: YearRef, employee: string, named: readonly Picture[]) {
  const { pictures: store } = storesOf(files.kv, ref);
  const kept = new Set(await store.kept(employee));
  const missing = named.filter(({ id }) => id.startsWith(SAMPLE_PICTURE) && !kept.has(id));
  for (const picture of missing) {
    if (!await isThere(files, ref, employee, picture)) continue;
    // The clean-up takes what is not named within ten minutes.
    await commitChange(files.kv, files.committer, {
      guards: [],
      compute: () => Promise.resolve(store.keep(employee, picture.id)),
    });
  }
}

/** Stores the bytes unless they are there; false: another process, or a start that was killed, has begun with them. */
async function isThere(
  files: Files,
  ref: YearRef,
  employee: string,
  { id, kind }: Picture,
): Promise<boolean> {
  const { value: record } = await readArtifact(files.kv, ref.id, id);
  if (record) return record.state === "ready";
  const file = new URL(`./sample/pictures/${SAMPLE_FILES[kind].name}`, import.meta.url);
  const body = new Blob([await Deno.readFile(file)]).stream();
  try {
    await picturesOf(files, ref).take(employee, body, id);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
