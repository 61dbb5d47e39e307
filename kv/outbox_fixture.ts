import type { Guard, Write } from "../domain/write.ts";
import { createGroup } from "./group_changes.ts";
import { commitChange } from "./guarded.ts";
import { storeTenant } from "./stored_fixture.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

/** The group of the tests of mails. */
export const HEAD_OFFICE = { id: "g1", name: "本社" };

/** A year of 株式会社アクメ with these people in 本社. */
export async function openMailYear(codes: string[]) {
  const year = await openTestYear();
  const tenant = { v: 1, ...TEST_YEAR, name: "株式会社アクメ", hosts: ["acme.test"], createdAt: 0 };
  await storeTenant(year.committer, tenant);
  const group = { v: 1 as const, ...HEAD_OFFICE, createdAt: 1, closesOn: null };
  await createGroup(year.kv, year.committer, TEST_YEAR, group);
  await addTestMembers(year, HEAD_OFFICE.id, codes.map((code) => testMaster(code)));
  return {
    ...year,
    [Symbol.asyncDispose]() {
      year.kv.close();
      return Promise.resolve();
    },
  };
}

/** Commits writes under the guard of 本社, or under others. */
export function committing(
  { kv, committer, stores }: Awaited<ReturnType<typeof openTestYear>>,
  writes: Write[],
  guards: Guard[] = [stores.members.guard(HEAD_OFFICE.id)],
): Promise<void> {
  return commitChange(kv, committer, { guards, compute: () => Promise.resolve(writes) });
}
