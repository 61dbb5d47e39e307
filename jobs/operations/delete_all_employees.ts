import type { Member } from "../../domain/stores.ts";
import { refusedByStatus } from "../insurance/insured.ts";
import type { Effect, Job } from "../job.ts";
import { defineOperation } from "../operation.ts";
import { type SelectedMembers, selectedMembers, type SelectedUnit } from "../selected_members.ts";

/**
 * Row 11: 対象従業員の一括削除, of all people that the page's filter lets pass. Only who was never asked goes, with all
 * that is theirs this year; the others are listed (reference/imports.md §2.9). People of the master stay there.
 */
export const deleteAllEmployees = defineOperation({
  kind: "delete_all_employees",
  screen: "employees",
  menu: null,
  label: "選択した従業員を削除",
  scope: "all",
  permission: "admin",
  rerun: "confirm",
  title: () => "対象従業員の一括削除",
  dialog: {
    title: "選択した従業員の削除",
    description: [
      "一覧の条件に合うすべての従業員を、年末調整の対象から削除します。基本機能の従業員情報は削除されません。",
      "削除できるのは、依頼ステータスが「未依頼」の従業員だけです。それ以外の従業員は削除せず、エラーとして一覧にします。",
      "取り込んだ昨年の保険料・団体保険料・企業型確定拠出年金も削除されます。",
    ],
    button: "削除",
    destroys: true,
  },
  selection: true,
  async run(job) {
    const selected = selectedMembers(job);
    if (job.position === null) {
      const total = await selected.total();
      if (total !== null) job.expect(total);
    }
    const effect = removal(job, selected);
    for await (const units of selected.units()) await job.apply(units, effect);
    return job.summary({
      done: { removed: "名の対象従業員を削除しました。" },
      skipped: {
        gone: "名はすでに削除されていました。",
        changed: "名は条件に合わなくなったため削除しませんでした。",
      },
    });
  },
});

function removal(
  { data: { members } }: Pick<Job, "data">,
  selected: SelectedMembers,
): Effect<SelectedUnit, Member | null> {
  return {
    async guards(units) {
      const places = await members.placesOf(units.map(({ key }) => key));
      return places.map((place) => place === undefined ? [] : [members.guard(place)]);
    },
    read: (units) => members.byCodes(units.map(({ key }) => key)),
    change({ id }, member) {
      // The same 社員番号 may have come back as a new target meanwhile.
      if (member?.employee.id !== id) return { skip: "gone" };
      if (!selected.fits(member)) return { skip: "changed" };
      return refusedByStatus(member) ?? { count: "removed", writes: members.remove(member) };
    },
  };
}
