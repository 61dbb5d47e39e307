import { countMatching, memberFilterOf, memberTest } from "../domain/member_filter.ts";
import { inScope, placesIn } from "../domain/member_scope.ts";
import type { Member } from "../domain/stores.ts";
import { isPassed } from "./group_order.ts";
import type { Job, Unit } from "./job.ts";
import { fieldsOf } from "./options.ts";

/** How many ticked people are looked up at a time. */
const IDS_AT_ONCE = 50;

/** Somebody who is to be worked on; `line` counts them from 1. */
export interface SelectedUnit extends Unit {
  /** Employee id. */
  id: string;
}

/** Whom a job with `selection` works on. */
export interface SelectedMembers {
  /** How many they are; null where only the walk tells. */
  total(): Promise<number | null>;
  /** Those after the checkpoint, in batches: newest group first, people in no group last, by 社員番号. */
  units(): AsyncIterable<SelectedUnit[]>;
  /** True for somebody who belongs to the selection now: they may have changed since they were read. */
  fits(member: Member): boolean;
}

type Means = Pick<Job, "options" | "data" | "position" | "sees" | "group" | "actor">;

/** The people that the form of an operation chose: those who were ticked, or all that its filter lets pass. */
export function selectedMembers(job: Means): SelectedMembers {
  return job.options.all === "1" ? matching(job) : ticked(job);
}

function ticked({ options, data, position, sees }: Means): SelectedMembers {
  const ids = [options.ids ?? []].flat();
  return {
    total: () => Promise.resolve(ids.length),
    async *units() {
      for (let from = Number(position?.line ?? 0); from < ids.length; from += IDS_AT_ONCE) {
        const some = ids.slice(from, from + IDS_AT_ONCE);
        const found = await Promise.all(some.map(data.members.byId));
        yield some.map((id, i) => ({ line: from + i + 1, key: found[i]?.employee.code ?? "", id }));
      }
    },
    fits: ({ employee }) => sees(employee),
  };
}

function matching(job: Means): SelectedMembers {
  const { data, position, sees, actor } = job;
  const fields = fieldsOf(job.options);
  const filter = memberFilterOf(fields);
  const passes = memberTest(filter);
  const scope = job.group?.id ?? String(fields.get("in_group") ?? "");
  const places = () => placesIn(scope, data);
  const fits = (member: Member) => inScope(scope, member) && sees(member.employee) && passes(member);
  return {
    async total() {
      if (actor.range.kind !== "all") return null;
      const tallies = await Promise.all((await places()).map((place) => data.groups.tally(place ?? "")));
      const counts = tallies.map((tally) => countMatching(tally, filter));
      return counts.reduce((sum, count) => sum === null || count === null ? null : sum + count, 0);
    },
    async *units() {
      let line = Number(position?.line ?? 0);
      for (const place of await places()) {
        const group = place ?? "";
        if (isPassed(group, position)) continue;
        const after = position?.group === group ? String(position.code) : null;
        for await (const members of data.members.walk(place, after)) {
          const units = members.filter(fits).map(({ employee: { id, code } }) => {
            line++;
            return { line, key: code, id, position: { line, group, code } };
          });
          if (units.length > 0) yield units;
        }
      }
    },
    fits,
  };
}
