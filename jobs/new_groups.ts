import { encodeTime } from "ulid";
import type { Group } from "../domain/group.ts";
import type { Job } from "./job.ts";

/** Crockford's base 32, the letters of ULIDs, in their order. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The groups that an import creates for names that nobody has yet. The id of a group says when the job was accepted
 * and on which line its name came first: ids, and with them the order of the list, follow the file, and an attempt
 * after a crash makes the same group again.
 */
export function newGroupsOf({ id, acceptedAt, data }: Pick<Job, "id" | "acceptedAt" | "data">) {
  const planned = new Map<string, Group>();
  return {
    /** To be called for names that no group has: those of our groups that were renamed meanwhile begin new ones. */
    async review(names: readonly string[]): Promise<void> {
      const plans = names.map((name) => planned.get(name)).filter((plan) => plan !== undefined);
      const stored = await Promise.all(plans.map((plan) => data.groups.get(plan.id)));
      for (const [i, { name }] of plans.entries()) {
        if (stored[i] && stored[i].name !== name) planned.delete(name);
      }
    },
    /** The group of this name, which first comes on this line. */
    plan(name: string, line: number): Group {
      const known = planned.get(name);
      if (known) return known;
      const group: Group = {
        v: 1,
        id: encodeTime(acceptedAt) + letters(line) + id.slice(-8),
        name,
        createdAt: acceptedAt,
        closesOn: null,
        closedMessage: null,
      };
      planned.set(name, group);
      return group;
    },
  };
}

/** A line number as eight letters that sort like it. */
function letters(line: number): string {
  let text = "";
  for (let rest = line; text.length < 8; rest = Math.floor(rest / LETTERS.length)) {
    text = LETTERS[rest % LETTERS.length]! + text;
  }
  return text;
}
