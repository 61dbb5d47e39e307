import { isValid } from "ulid";
import { z } from "zod";
import { now } from "../../domain/clock.ts";
import type { TakingIn } from "../../domain/my_number_store.ts";
import { type NumberUse, type NumberUseLine, numberUseSchema } from "../../domain/my_number_use.ts";
import { add, type Committer } from "../commit.ts";
import { myNumberKeys } from "../keys.ts";
import { parse, readMany } from "../read.ts";

/** Entries on a page. */
export const USES_PAGE = 50;

/** Entries a commit adds: each is checked not to be there yet, and a commit takes 100 checks. */
const USES_A_COMMIT = 90;

const takenSchema = z.object({ v: z.literal(1), numbers: z.number() });

/** Puts on record that a job begins to take numbers in; its entry bears the job's id, so there is one. */
export async function recordTaking(
  committer: Committer,
  tenant: string,
  { job, ...taking }: TakingIn,
): Promise<void> {
  const use: NumberUse = { v: 1, at: now(), job, whose: null, ...taking };
  // Not held: an earlier attempt of the job wrote it.
  await committer.commit({ checks: [], mutations: [add(myNumberKeys.use(tenant, job), use)] });
}

/** Puts on record how many numbers a job took in. */
export async function recordTaken(
  committer: Committer,
  tenant: string,
  job: string,
  numbers: number,
): Promise<void> {
  await committer.commit({
    checks: [],
    mutations: [add(myNumberKeys.taken(tenant, job), { v: 1, numbers })],
  });
}

/** Puts uses on record; all of them are there when it resolves. */
export async function recordUses(
  committer: Committer,
  tenant: string,
  uses: readonly { id: string; use: NumberUse }[],
): Promise<void> {
  for (let i = 0; i < uses.length; i += USES_A_COMMIT) {
    const mutations = uses.slice(i, i + USES_A_COMMIT).map(({ id, use }) =>
      add(myNumberKeys.use(tenant, id), use)
    );
    if (!(await committer.commit({ checks: [], mutations })).ok) {
      throw new Error("no entry in the record of uses, no number");
    }
  }
}

/** The record of uses, newest first. `after`: the id that the page before ended with; what is none is the start. */
export async function listUses(
  kv: Deno.Kv,
  tenant: string,
  after: string | null,
): Promise<{ uses: NumberUseLine[]; next: string | null }> {
  const prefix = myNumberKeys.uses(tenant);
  const range = after === null || !isValid(after) ? { prefix } : { prefix, end: [...prefix, after] };
  const entries = await Array.fromAsync(
    kv.list<unknown>(range, { reverse: true, limit: USES_PAGE + 1, batchSize: USES_PAGE + 1 }),
  );
  const uses = entries.slice(0, USES_PAGE).map(({ key, value }) => ({
    ...parse([...key], value, numberUseSchema),
    id: String(key.at(-1)),
  }));
  const taking = [...new Set(uses.flatMap(({ job, whose }) => job === null || whose ? [] : [job]))];
  const counts = await readMany(kv, taking.map((job) => myNumberKeys.taken(tenant, job)), takenSchema);
  const taken = new Map(taking.map((job, i) => [job, counts[i]!.value?.numbers]));
  return {
    uses: uses.map((use) => ({
      ...use,
      numbers: use.whose ? use.whose.relations.length : taken.get(use.job ?? "") ?? null,
    })),
    next: entries.length > USES_PAGE ? uses.at(-1)?.id ?? null : null,
  };
}
