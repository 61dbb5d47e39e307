import { z } from "zod";
import { type Group, groupSchema, type GroupTally } from "../domain/group.ts";
import { REQUEST_STATUSES } from "../domain/request.ts";
import type { GroupStore } from "../domain/stores.ts";
import { type Committer, set } from "./commit.ts";
import { yearKeys } from "./keys.ts";
import { parse, read } from "./read.ts";
import { guardSchema } from "./write.ts";

/** The year of a tenant that stored data belong to. */
export interface YearRef {
  /** Tenant id. */
  id: string;
  /** 西暦. */
  year: number;
}

/** Who holds a group's name: names are unique within a year. */
const groupNameSchema = z.object({ v: z.literal(1), id: z.string() });

/** The groups of one tenant and year, as domain/stores.ts asks for them. */
export function groupStore(kv: Deno.Kv, { id: tenant, year }: YearRef): GroupStore {
  return {
    async get(id) {
      return (await read(kv, yearKeys.group(tenant, year, id), groupSchema)).value;
    },
    list: () => listGroups(kv, { id: tenant, year }),
    tally: (id) => readTally(kv, { id: tenant, year }, id),
  };
}

/** Id order is creation order, so reading backwards gives the newest first. */
async function listGroups(kv: Deno.Kv, { id, year }: YearRef): Promise<Group[]> {
  const groups: Group[] = [];
  for await (const entry of kv.list({ prefix: yearKeys.groups(id, year) }, { reverse: true })) {
    groups.push(parse([...entry.key], entry.value, groupSchema));
  }
  return groups;
}

/** Counts of a group's members, as its guard holds them; `groupId` null: people in no group (no statuses). */
export async function readTally(
  kv: Deno.Kv,
  { id, year }: YearRef,
  groupId: string | null,
): Promise<GroupTally> {
  const guard = await read(kv, yearKeys.guard(id, year, groupId ?? ""), guardSchema);
  const counts = guard.value?.tally ?? {};
  return {
    employees: counts.employees ?? 0,
    byStatus: Object.fromEntries(REQUEST_STATUSES.map((status) => [status, counts[`status.${status}`] ?? 0])),
  };
}

/**
 * Creates a group and takes its name in the same commit. Answers false, and writes nothing, when the id is used or
 * another group of the year has the name.
 */
export async function createGroup(
  committer: Committer,
  { id: tenant, year }: YearRef,
  group: Group,
): Promise<boolean> {
  const key = yearKeys.group(tenant, year, group.id);
  const nameKey = yearKeys.groupName(tenant, year, group.name);
  const name: z.infer<typeof groupNameSchema> = { v: 1, id: group.id };
  const result = await committer.commit({
    checks: [{ key, versionstamp: null }, { key: nameKey, versionstamp: null }],
    mutations: [set(key, groupSchema.parse(group)), set(nameKey, name)],
  });
  return result.ok;
}
