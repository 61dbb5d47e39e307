import type { Insurance } from "../../domain/insurance.ts";
import type { Member } from "../../domain/stores.ts";
import { guardsOfPlaces, type Insured } from "./insured.ts";
import type { Change, Effect, Job, Unit } from "../job.ts";

/** Insurance that is read at once: at most 64 KiB each. */
const READ = 100;

/** How the people with a kind of insurance are changed. */
export interface HolderChange {
  /** Whom it is about; the others are passed without being counted. */
  has(insurance: Insurance): boolean;
  change(insured: Insured): Change;
}

/**
 * Changes everybody who has some kind of insurance: people in no group first, then group after group, oldest first.
 * So who is taken into a group meanwhile is met there, and groups that come meanwhile are met at the end.
 */
export async function changeHolders(job: Job, spec: HolderChange): Promise<void> {
  const effect = effectOf(job, spec);
  let line = Number(job.position?.line ?? 0);
  for await (const group of placesFrom(job)) {
    const after = job.position?.group === group ? String(job.position.code) : null;
    for await (const members of job.data.members.walk(group === "" ? null : group, after)) {
      const holders = await holdersAmong(job, members, spec.has);
      const units = holders.map(({ employee: { code } }): Unit => {
        line++;
        return { line, key: code, position: { line, group, code } };
      });
      await job.apply(units, effect);
      const { code } = members.at(-1)!.employee;
      // Says that the walk goes on, however few of those whom it meets have any.
      await job.reached({ line, group, code }, 0, 0);
    }
  }
}

/** Group ids from where the last attempt stood, `""` for no group, ascending; looks for new ones to the end. */
async function* placesFrom({ data: { groups }, position }: Job): AsyncGenerator<string> {
  let at = String(position?.group ?? "");
  for (;;) {
    yield at;
    const rest = (await groups.list()).map(({ id }) => id).filter((id) => id > at).sort();
    if (rest.length === 0) return;
    at = rest[0]!;
  }
}

async function holdersAmong(
  { data }: Job,
  members: readonly Member[],
  has: HolderChange["has"],
): Promise<Member[]> {
  const holders: Member[] = [];
  for (let i = 0; i < members.length; i += READ) {
    const some = members.slice(i, i + READ);
    const insurances = await data.insurance.of(some.map(({ employee }) => employee.id));
    holders.push(...some.filter((_, n) => has(insurances[n]!)));
  }
  return holders;
}

function effectOf({ data: { members, insurance } }: Job, spec: HolderChange): Effect<Unit, Insured | null> {
  return {
    guards: (units) => guardsOfPlaces(units, members),
    async read(units) {
      const found = await members.byCodes(units.map(({ key }) => key));
      const there = found.filter((member) => member !== null);
      const insurances = await insurance.of(there.map(({ employee }) => employee.id));
      let i = 0;
      return found.map((member) => member && { member, insurance: insurances[i++]! });
    },
    // Who was deleted, or lost it to somebody else's change, since the walk came by: nothing is left to do.
    change: (_, insured) =>
      insured && spec.has(insured.insurance) ? spec.change(insured) : { count: "gone", writes: [] },
  };
}
