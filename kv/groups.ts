import { z } from "zod";
import { type Group, groupSchema, type GroupTally } from "../domain/group.ts";
import { REQUEST_STATUSES, REVIEW_STATUSES, reviewCount, REVIEWED } from "../domain/request.ts";
import type { GroupStore } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import { remove, set } from "./commit.ts";
import { yearKeys } from "./keys.ts";
import { parse, read, readMany } from "./read.ts";
import { asGuard, asWrite, guardSchema } from "./write.ts";

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
export function groupStore(kv: Deno.Kv, ref: YearRef): GroupStore {
  return {
    async get(id) {
      return (await read(kv, yearKeys.group(ref.id, ref.year, id), groupSchema)).value;
    },
    list: () => listGroups(kv, ref),
    byNames: (names) => byNames(kv, ref, names),
    tally: (id) => readTally(kv, ref, id),
    guard: () => asGuard(yearKeys.groupsGuard(ref.id, ref.year)),
    create: (group) => [...put(ref, group), nameWrite(ref, group), ...moved(ref, group.id)],
    update: (former, next) => [
      ...put(ref, next),
      ...(next.name === former.name ? [] : [nameRemoval(ref, former), nameWrite(ref, next)]),
      ...moved(ref, next.id),
    ],
    remove: (group) => removeGroup(kv, ref, group),
  };
}

/** Id order is creation order, so reading backwards gives the newest first. */
async function listGroups(kv: Deno.Kv, { id, year }: YearRef): Promise<Group[]> {
  const groups: Group[] = [];
  for await (const entry of kv.list({ prefix: yearKeys.groups(id, year) }, { reverse: true })) {
    groups.push(parse<Group>([...entry.key], entry.value, groupSchema));
  }
  return groups;
}

async function byNames(
  kv: Deno.Kv,
  { id: tenant, year }: YearRef,
  names: readonly string[],
): Promise<(Group | null)[]> {
  const holders = await readMany(
    kv,
    names.map((name) => yearKeys.groupName(tenant, year, name)),
    groupNameSchema,
  );
  const ids = holders.flatMap(({ value }) => value ? [value.id] : []);
  const groups = await readMany(kv, ids.map((id) => yearKeys.group(tenant, year, id)), groupSchema);
  // One that was renamed or deleted between the two reads has not the name any more.
  const byName = new Map(groups.flatMap(({ value }) => value ? [[value.name, value] as const] : []));
  return names.map((name) => byName.get(name) ?? null);
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
    byReview: Object.fromEntries(
      REVIEWED.flatMap((of) => REVIEW_STATUSES.map((status) => reviewCount(of, status)))
        .map((name) => [name, counts[`review.${name}`] ?? 0]),
    ),
  };
}

/** The guard of the members stays behind: whoever read it before must notice that the group is gone. */
async function removeGroup(kv: Deno.Kv, ref: YearRef, group: Group): Promise<Write[]> {
  const hints = kv.list({ prefix: yearKeys.hints(ref.id, ref.year, group.id) });
  const belongings = await Array.fromAsync(hints, ({ key }) => asWrite(remove(key)));
  return [
    asWrite(remove(yearKeys.group(ref.id, ref.year, group.id))),
    nameRemoval(ref, group),
    asWrite(remove(yearKeys.groupSettings(ref.id, ref.year, group.id))),
    ...belongings,
    ...moved(ref, group.id),
  ];
}

function put({ id, year }: YearRef, group: Group): Write[] {
  return [asWrite(set(yearKeys.group(id, year, group.id), groupSchema.parse(group)))];
}

function nameWrite({ id, year }: YearRef, group: Group): Write {
  const holder: z.infer<typeof groupNameSchema> = { v: 1, id: group.id };
  return asWrite(set(yearKeys.groupName(id, year, group.name), holder));
}

function nameRemoval({ id, year }: YearRef, group: Group): Write {
  return asWrite(remove(yearKeys.groupName(id, year, group.name)));
}

/** Every change of a group moves the guard of the names and that of its members, so that running jobs notice. */
function moved({ id, year }: YearRef, group: string): Write[] {
  return [yearKeys.groupsGuard(id, year), yearKeys.guard(id, year, group)]
    .map((guard) => asWrite({ type: "tally", guard, add: {} }));
}
