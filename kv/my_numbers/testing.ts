import { checkDigit } from "../../domain/my_number.ts";
import { EVERYONE } from "../../domain/permission.ts";
import { type User, userSchema } from "../../domain/user.ts";
import type { Write } from "../../domain/write.ts";
import { set } from "../commit.ts";
import { commitChange } from "../guarded.ts";
import { newRingEntry, parseKeyring } from "../keyring.ts";
import { accountKeys } from "../keys.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "../test_year.ts";
import type { KeyMeans } from "./data_key.ts";
import { myNumberStore } from "./store.ts";

/** The 個人番号 whose first digits are these. */
export function testNumber(digits: number): string {
  const first11 = String(digits).padStart(11, "0");
  return first11 + checkDigit(first11);
}

/** A year with two people in a group, and the store of their 個人番号. */
export async function openNumbers(ring: string = newRingEntry("k1")) {
  const year = await openTestYear();
  await addTestMembers(year, "g", [testMaster("000001"), testMaster("000002")]);
  const means: KeyMeans = { ...year, keyring: parseKeyring(ring) };
  const store = (more: Partial<KeyMeans> = {}, ref = TEST_YEAR) => myNumberStore({ ...means, ...more }, ref);
  return {
    ...year,
    means,
    store,
    numbers: store(),
    /** Carries writes out as a page does. */
    write: (writes: readonly Write[]) =>
      commitChange(year.kv, year.committer, {
        guards: [year.stores.members.guard("g")],
        compute: () => Promise.resolve(writes),
      }),
    async user(id: string, more: Partial<User> = {}) {
      const user = userSchema.parse({
        v: 1,
        id,
        email: `${id}@acme.example`,
        name: id,
        role: "admin",
        range: EVERYONE,
        employeeCode: null,
        active: true,
        createdAt: 0,
        ...more,
      });
      await year.committer.commit({
        checks: [],
        mutations: [set(accountKeys.user(TEST_YEAR.id, id), user)],
      });
      return user;
    },
  };
}
