import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { Group } from "../domain/group.ts";
import { notRequested } from "../domain/request.ts";
import { entriesOf, namedInHistory, type Teller } from "../domain/history.ts";
import { afterMove } from "../domain/move.ts";
import type { Member, Stores } from "../domain/stores.ts";
import type { Write } from "../domain/write.ts";
import type { Committer } from "./commit.ts";
import { newGroup, requireName } from "./group_changes.ts";
import type { YearRef } from "./groups.ts";
import { commitChange } from "./guarded.ts";
import { storesOf } from "./stores.ts";

/** So many people are deleted in one commit: with the longest 社員番号 their keys still fit. */
const REMOVED_AT_ONCE = 10;

/** What became of people who were to be deleted. */
export interface Removal {
  /** 社員番号 of those who are gone now. */
  removed: string[];
  /** Whose 依頼 is not 未依頼: they stay. */
  kept: Member[];
}

/** What pages change about single targets of one tenant and year. */
export interface MemberChanges {
  /**
   * Puts somebody into the group of this name, which is created where there is none (依頼グループの変更), as `actor` whom
   * 操作履歴 names. Answers the group. Refuses `group_name_…` and `employee_deleted`.
   */
  changeGroup(actor: Teller, employee: string, name: string): Promise<Group>;
  /** Deletes the people among these whose 依頼 is 未依頼 (or who have none), with all that is theirs this year. */
  remove(employees: readonly string[]): Promise<Removal>;
}

/** The changes of targets stored in `kv`. */
export function memberChangesOf(kv: Deno.Kv, committer: Committer, ref: YearRef): MemberChanges {
  const stores = storesOf(kv, ref);
  return {
    async changeGroup(actor, employee, text) {
      const who = await namedInHistory(stores.members, actor);
      const fresh = newGroup(requireName(text));
      let target = fresh;
      const look = async () => {
        const [member, [known]] = await Promise.all([
          stores.members.byId(employee),
          stores.groups.byNames([fresh.name]),
        ]);
        if (!member) throw new Refusal("employee_deleted");
        target = known ?? fresh;
        return { member, created: !known };
      };
      await commitChange(kv, committer, {
        async guards() {
          const { member, created } = await look();
          return guardsOf(stores, [member.employee.groupId, target.id], created);
        },
        async compute() {
          const { member, created } = await look();
          return [...created ? stores.groups.create(target) : [], ...move(stores, member, target, who)];
        },
      });
      return target;
    },
    async remove(employees) {
      const removal: Removal = { removed: [], kept: [] };
      for (let i = 0; i < employees.length; i += REMOVED_AT_ONCE) {
        const { removed, kept } = await removeSome(employees.slice(i, i + REMOVED_AT_ONCE));
        removal.removed.push(...removed);
        removal.kept.push(...kept);
      }
      return removal;
    },
  };

  async function removeSome(ids: readonly string[]): Promise<Removal> {
    const look = async () => (await Promise.all(ids.map(stores.members.byId))).filter((one) => one !== null);
    let removal: Removal = { removed: [], kept: [] };
    await commitChange(kv, committer, {
      guards: async () => guardsOf(stores, (await look()).map(({ employee }) => employee.groupId)),
      async compute() {
        const found = await look();
        const gone = found.filter(notRequested);
        removal = {
          removed: gone.map(({ employee }) => employee.code),
          kept: found.filter((member) => !notRequested(member)),
        };
        return gone.flatMap((member) => stores.members.remove(member));
      },
    });
    return removal;
  }
}

function move(
  { members }: Stores,
  member: Member,
  target: Group,
  who: (groupId: string | null) => string,
): Write[] {
  if (!member.request) return members.move(member, target.id);
  const { request, history } = afterMove(member.request, target, now());
  return members.move(member, target.id, request, entriesOf(history, who(member.employee.groupId), now()));
}

/** The guards of these groups, each once, and of the names where a group is created. */
function guardsOf({ groups, members }: Stores, places: (string | null)[], created = false) {
  return [...created ? [groups.guard()] : [], ...[...new Set(places)].map(members.guard)];
}
