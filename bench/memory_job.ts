import type { Member, Stores } from "../domain/stores.ts";
import type { MyNumberStore } from "../domain/my_number_store.ts";
import { encodeCsv } from "../formats/csv_write.ts";
import type { CsvFile, CsvOptions, Job } from "../jobs/job.ts";

/** What a download of all groups reads from. */
export interface Sources {
  data: Stores;
  myNumbers: MyNumberStore;
  year: number;
}

type Method = (...args: unknown[]) => unknown;

/**
 * A job on `members` alone, which it meets `times` times: what the operation reads of them was read once and lies in
 * memory, and its files go nowhere. What is left is the rows: columns, figures, CSV.
 */
export function memoryJob(
  { data, myNumbers, year }: Sources,
  { members, times, options }: { members: readonly Member[]; times: number; options: Job["options"] },
): Job & { bytes: number } {
  /** Answers by what was asked, as the n-th question of this name in a batch: every batch asks the same. */
  const answers = new Map<string, Promise<unknown>>();
  const asked = new Map<string, number>();
  const remember = <T extends object>(store: T, name: string): T =>
    new Proxy(store, {
      get(target, key) {
        const found = Reflect.get(target, key);
        const path = `${name}.${String(key)}`;
        if (typeof found !== "function") return found;
        return (...args: unknown[]) => {
          const n = asked.get(path) ?? 0;
          asked.set(path, n + 1);
          const question = `${path} ${n}`;
          const known = answers.get(question);
          if (known) return known;
          const answer = Promise.resolve((found as Method).apply(target, args));
          answers.set(question, answer);
          return answer;
        };
      },
    });
  async function* walk() {
    for (let i = 0; i < times; i++) {
      asked.clear();
      yield await Promise.resolve([...members]);
    }
  }
  const stores = Object.fromEntries(
    Object.entries(data).map(([name, store]) => [name, remember(store, name)]),
  ) as unknown as Stores;
  const counts: Record<string, number> = {};
  const job = { bytes: 0 };
  const csv = ({ encoding, neutralise }: CsvOptions): Promise<CsvFile> =>
    Promise.resolve({
      write(rows) {
        job.bytes += encodeCsv(rows, { charset: encoding, neutralise }, false).bytes.length;
        return Promise.resolve();
      },
    });
  return Object.assign(job, {
    year,
    options,
    group: { v: 1, id: "g", name: "すべて", createdAt: 0, closesOn: null, closedMessage: null },
    acceptedAt: Date.now(),
    bugyoEncoding: "utf-8",
    position: null,
    data: { ...stores, members: { ...stores.members, walk } },
    myNumbers: remember(myNumbers, "myNumbers"),
    sees: () => true,
    csv,
    zip: () => ({ csv }),
    expect() {},
    skipped() {},
    reached(_at: unknown, _passed: number, _written?: number, words: Record<string, number> = {}) {
      for (const [word, n] of Object.entries(words)) counts[word] = (counts[word] ?? 0) + n;
      return Promise.resolve();
    },
    counted: (word: string) => counts[word] ?? 0,
    summary: () => ({ status: "completed", message: "", details: [] }),
  }) as unknown as Job & { bytes: number };
}
