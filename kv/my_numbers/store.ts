import type { MyNumberStore } from "../../domain/my_number_store.ts";
import type { YearRef } from "../groups.ts";
import type { NumberCipher } from "./cipher.ts";
import { cipherOf, type KeyMeans } from "./data_key.ts";
import { keepWrite, openKept } from "./kept.ts";
import { openForForm } from "./open_for_form.ts";
import { readRecords, recordWrites } from "./records.ts";
import { recordTaken, recordTaking } from "./uses.ts";

/** 個人番号 of one tenant and year, as domain/my_number_store.ts asks for them. */
export function myNumberStore(means: KeyMeans, ref: YearRef): MyNumberStore {
  const { kv, committer } = means;
  let known: Promise<NumberCipher> | null = null;
  const cipher = () => known ??= cipherOf(means, ref.id);

  const seal: MyNumberStore["seal"] = async (employee, numbers) => {
    const sealing = await cipher();
    return await Promise.all(numbers.map(async ({ holder, number }) => ({
      holder,
      box: await sealing.seal(number, { year: ref.year, employee, holder }),
    })));
  };

  return {
    begin: ({ actor: { id, email }, ...taking }) =>
      recordTaking(committer, ref.id, { ...taking, actor: { id, email } }),
    end: (job, numbers) => recordTaken(committer, ref.id, job, numbers),
    async keep(numbers) {
      const sealing = await cipher();
      return await Promise.all(numbers.map(async (number) => [await keepWrite(sealing, ref.id, number)]));
    },
    async sealKept({ id, code }, holders) {
      const kept = await openKept({ kv, cipher: await cipher(), tenant: ref.id }, code, holders);
      return await Promise.all(kept.map(async (number) => {
        if (number === null || number === "damaged") return number;
        return (await seal(id, [number]))[0]!;
      }));
    },
    seal,
    of: (employees) => readRecords(kv, ref, employees),
    put: (member, numbers) => recordWrites(ref, member, numbers),
    async openForForm(use, employees) {
      return await openForForm({ kv, committer, cipher: await cipher(), ref }, use, employees);
    },
  };
}
