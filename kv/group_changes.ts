import { ulid } from "ulid";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { type Group, groupNameOf, groupSchema, MAX_GROUP_NAME, type NewGroup } from "../domain/group.ts";
import { changedSettings } from "../domain/settings_event.ts";
import type { Stores } from "../domain/stores.ts";
import type { Person } from "../domain/user.ts";
import type { Write } from "../domain/write.ts";
import type { Committer } from "./commit.ts";
import type { YearRef } from "./groups.ts";
import { commitChange } from "./guarded.ts";
import { groupSettingsEvent, type TellSettings } from "./settings_changes.ts";
import { storesOf } from "./stores.ts";
import { asWrite } from "./write.ts";

/** When a group stops taking answers, and what people read then. */
export type Deadline = Pick<Group, "closesOn" | "closedMessage">;

/** What pages change about the groups of one tenant and year. */
export interface GroupChanges {
  /** Refuses `group_name_…` for what is no name, or one that is taken. */
  create(name: string): Promise<Group>;
  /** Frees the old name. Refuses like `create`, and `group_deleted`. */
  rename(id: string, name: string): Promise<void>;
  /**
   * What is so already writes nothing. Refuses `group_deleted`.
   *
   * @param by who sets it, for the audit log
   */
  setDeadline(id: string, deadline: Deadline, by?: Person): Promise<void>;
  /** Deletes the group with its settings and hints. Refuses `group_not_empty`, `group_deleted`. */
  remove(id: string): Promise<void>;
}

/** The changes of groups stored in `kv`; each is one commit that running jobs notice. */
export function groupChangesOf(
  kv: Deno.Kv,
  committer: Committer,
  ref: YearRef,
  tell: TellSettings = () => [],
): GroupChanges {
  const stores = storesOf(kv, ref);
  const change = (id: string, compute: () => Promise<Write[]>) =>
    commitChange(kv, committer, { guards: guardsOf(stores, id), compute });
  const changeOf = (id: string, compute: (group: Group) => Promise<Write[]> | Write[]) =>
    change(id, async () => {
      const group = await stores.groups.get(id);
      if (!group) throw new Refusal("group_deleted");
      return await compute(group);
    });
  const requireFree = async (name: string, except: string | null) => {
    const [holder] = await stores.groups.byNames([name]);
    if (holder && holder.id !== except) throw new Refusal("group_name_taken");
  };

  return {
    async create(text) {
      const group = newGroup(requireName(text));
      await change(group.id, async () => {
        await requireFree(group.name, null);
        return stores.groups.create(group);
      });
      return group;
    },
    async rename(id, text) {
      const name = requireName(text);
      await changeOf(id, async (group) => {
        await requireFree(name, id);
        return stores.groups.update(group, { ...group, name });
      });
    },
    setDeadline: (id, deadline, by) =>
      changeOf(id, async (group) => {
        const { closesOn, closedMessage } = group;
        const changed = changedSettings({ closesOn, closedMessage }, deadline);
        if (Object.keys(changed).length === 0) return [];
        const told = tell(ref.id, groupSettingsEvent(group, changed, by));
        return [...await stores.groups.update(group, { ...group, ...deadline }), ...told.map(asWrite)];
      }),
    remove: (id) =>
      changeOf(id, async (group) => {
        const { employees } = await stores.groups.tally(id);
        if (employees > 0) throw new Refusal("group_not_empty", { count: employees });
        return await stores.groups.remove(group);
      }),
  };
}

/** The name that somebody typed. Throws Refusal `group_name_…`. */
export function requireName(text: string): string {
  const typed = groupNameOf(text);
  if ("name" in typed) return typed.name;
  const { problem } = typed;
  if (problem.why !== "too_long") throw new Refusal(`group_name_${problem.why}`);
  throw new Refusal("group_name_too_long", { count: problem.count, max: MAX_GROUP_NAME });
}

/** A group of this name that begins now. */
export function newGroup(name: string): Group {
  const at = now();
  return { v: 1, id: ulid(at), name, createdAt: at, closesOn: null, closedMessage: null };
}

/** Stores a group that comes from elsewhere. Answers false, and writes nothing, when its id or its name is taken. */
export async function createGroup(
  kv: Deno.Kv,
  committer: Committer,
  ref: YearRef,
  group: NewGroup,
): Promise<boolean> {
  const stores = storesOf(kv, ref);
  let created = false;
  await commitChange(kv, committer, {
    guards: guardsOf(stores, group.id),
    async compute() {
      const [holder] = await stores.groups.byNames([group.name]);
      created = !holder && !await stores.groups.get(group.id);
      return created ? stores.groups.create(groupSchema.parse(group)) : [];
    },
  });
  return created;
}

function guardsOf({ groups, members }: Stores, id: string) {
  return [groups.guard(), members.guard(id)];
}
