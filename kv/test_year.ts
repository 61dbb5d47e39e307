import type { MasterEmployee } from "../domain/employee.ts";
import { EMPTY_PROFILE } from "../domain/profile.ts";
import type { Newcomer } from "../domain/stores.ts";
import { type Committer, committerOf } from "./commit.ts";
import { commitChange } from "./guarded.ts";
import { storesOf } from "./stores.ts";

/** For tests: a year of a tenant in a database of its own. */
export const TEST_YEAR = { id: "acme", year: 2026 };

/** A database in memory with its committer and the stores of `TEST_YEAR`. */
export async function openTestYear() {
  const kv = await Deno.openKv(":memory:");
  const committer = committerOf(kv);
  return { kv, committer, stores: storesOf(kv, TEST_YEAR), [Symbol.dispose]: () => kv.close() };
}

/** A person of the master whom everything may be asked of; `more` changes fields. */
export function testMaster(code: string, more: Partial<MasterEmployee> = {}) {
  return {
    sourceId: `source-${code}`,
    lastName: "山田",
    firstName: "花子",
    lastNameKana: "ヤマダ",
    firstNameKana: "ハナコ",
    birthOn: "1990-04-01",
    gender: "female" as const,
    department: "営業部",
    employmentType: "正社員",
    employmentPreset: "full_timer",
    establishment: "本社",
    status: "employed" as const,
    resignedOn: null,
    address: null,
    account: { email: `${code}@acme.example` },
    profile: EMPTY_PROFILE,
    ...more,
    code,
  };
}

/** Somebody without a family, to whom last year left nothing. */
export function newcomerOf(master: Newcomer["master"]): Newcomer {
  return { master, family: [], carried: null };
}

/** Adds people to a group (null: to none), many to a commit. */
export async function addTestMembers(
  { kv, committer, stores }: { kv: Deno.Kv; committer: Committer; stores: ReturnType<typeof storesOf> },
  groupId: string | null,
  people: ReturnType<typeof testMaster>[],
) {
  for (let i = 0; i < people.length; i += 100) {
    await commitChange(kv, committer, {
      guards: [stores.members.guard(groupId)],
      compute: () =>
        Promise.resolve(
          people.slice(i, i + 100).flatMap((person) =>
            stores.members.add(`id-${person.code}`, newcomerOf(person), groupId, 1)
          ),
        ),
    });
  }
}
