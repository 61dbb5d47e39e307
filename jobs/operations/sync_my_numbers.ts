import type { SealedNumber } from "../../domain/my_number_store.ts";
import { holderKey } from "../../domain/my_number.ts";
import type { Member } from "../../domain/stores.ts";
import type { Group } from "../../domain/group.ts";
import type { Change, Effect, Job } from "../job.ts";
import { type NumberUnit, numberUnits, type Place, placeAt } from "../my_number_units.ts";
import { defineOperation, type ErrorTable, type Refused } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";

const titleOf = (group: Pick<Group, "name"> | null) => `${group?.name ?? ""}のマイナンバーの同期`;

/**
 * Row 14: マイナンバーを同期. Takes the 個人番号 of a group's employees and their families into this year's adjustment:
 * employees by 社員番号, relatives by 続柄 and name (reference/imports.md §2.12). What is there once stays or is renewed,
 * and never goes back to 無.
 */
export const syncMyNumbers = defineOperation({
  kind: "sync_my_numbers",
  screen: GROUP_SCREENS,
  menu: "依頼グループ設定",
  label: "マイナンバーを同期",
  scope: "group",
  permission: "admin",
  rerun: "free",
  exclusive: "group",
  title: titleOf,
  dialog: {
    title: "マイナンバー情報を同期",
    description: [
      "この依頼グループの従業員と家族のマイナンバーを、連携元または取り込み済みのマイナンバーから年末調整に同期します。",
      "従業員は社員番号、家族は続柄と姓名で照合します。見つからなかった対象者は、処理結果のファイルで確認できます。",
    ],
    button: "同期",
  },
  errorFile: { name: "マイナンバー取り込み失敗理由.csv", table: reasonsTable },
  async run(job) {
    if (!job.group) throw new Error("row 14 is started for a group");
    const { id } = job.group;
    const { employees } = await job.data.groups.tally(id);
    const effect = takeIn(id, job);
    let place: Place = placeAt(job.position);
    for await (const members of job.data.members.walk(id, place.after)) {
      if (place.line === 0) await begin(job);
      const { units, next } = await numberUnits(job, members, place);
      place = next;
      job.expect(place.line + Math.max(0, employees - place.seen));
      await job.apply(units, effect);
    }
    await job.myNumbers.end(job.id, job.counted("synced"));
    return job.summary({
      done: { synced: "名のマイナンバーを同期しました。" },
      lines: { synced: "名のマイナンバーを同期しました（従業員と家族の合計）。" },
      skipped: { left: "名は処理中に依頼グループから外れたため同期しませんでした。" },
    });
  },
});

function begin({ id, actor, group, myNumbers }: Job): Promise<void> {
  return myNumbers.begin({ job: id, what: "synced", actor, purpose: titleOf(group) });
}

interface Current {
  /** The employee now; null: deleted meanwhile. */
  member: Member | null;
  held: SealedNumber[];
}

function takeIn(group: string, { data, myNumbers }: Job): Effect<NumberUnit, Current> {
  return {
    guards: [data.members.guard(group)],
    async read(units) {
      const [members, held] = await Promise.all([
        data.members.byCodes(units.map(({ key }) => key)),
        myNumbers.of(units.map(({ employee }) => employee)),
      ]);
      return units.map((_, i) => ({ member: members[i] ?? null, held: held[i] ?? [] }));
    },
    change({ employee, record }, { member, held }): Change {
      // Boxes are bound to the employee's id: deleted and taken in again, it is another one.
      if (member?.employee.id !== employee || member.employee.groupId !== group) return { skip: "left" };
      const writes = record === null ? [] : myNumbers.put(member, renewed(held, record));
      return { count: "synced", writes };
    },
  };
}

/** What was held, with the numbers that were found now in place of former ones. */
function renewed(held: readonly SealedNumber[], found: readonly SealedNumber[]): SealedNumber[] {
  const fresh = new Set(found.map(({ holder }) => holderKey(holder)));
  return [...held.filter(({ holder }) => !fresh.has(holderKey(holder))), ...found];
}

/** マイナンバー取り込み失敗理由: whose number was not taken in, and why. */
function reasonsTable({ data }: Job, refused: AsyncIterable<Refused[]>): ErrorTable {
  return {
    header: ["社員番号", "姓", "名", "対象者", "続柄", "エラー内容"],
    encoding: "utf-8",
    rows: (async function* () {
      for await (const batch of refused) {
        const members = await data.members.byCodes(batch.map(({ key }) => key));
        yield batch.map(({ key, reason, params }, i) => {
          const { lastName = "", firstName = "" } = members[i]?.employee ?? {};
          return [key, lastName, firstName, String(params.name ?? ""), String(params.relation ?? ""), reason];
        });
      }
    })(),
  };
}
