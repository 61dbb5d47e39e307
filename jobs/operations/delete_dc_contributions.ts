import { changeHolders } from "../insurance/holders.ts";
import { type Insured, refusedByStatus } from "../insurance/insured.ts";
import type { Change, Job } from "../job.ts";
import { defineOperation } from "../operation.ts";

/**
 * Row 8: 企業型確定拠出年金の削除. Takes the amount from everybody who is 未依頼; where 従業員による情報の編集 is 許可する it
 * is kept (reference/imports.md §2.6); the others who have one are errors.
 */
export const deleteDcContributions = defineOperation({
  kind: "delete_dc_contributions",
  screen: "employees",
  menu: "インポート",
  label: "企業型確定拠出年金を削除",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "企業型確定拠出年金の削除",
  dialog: {
    title: "企業型確定拠出年金を削除しますか？",
    description: [
      "企業型確定拠出年金の掛金を、依頼ステータスが「未依頼」のすべての従業員から削除します。",
      "従業員による情報の編集が「許可する」の掛金は削除されません。",
    ],
    button: "削除",
    destroys: true,
  },
  async run(job) {
    await changeHolders(job, {
      has: ({ dc }) => dc !== null,
      change: (insured) => deletion(insured, job),
    });
    return job.summary({
      done: { deleted: "名の企業型確定拠出年金を削除しました。" },
      skipped: { kept: "名は従業員による情報の編集が「許可する」のため削除しませんでした。" },
    });
  },
});

function deletion({ member, insurance }: Insured, { data }: Pick<Job, "data">): Change {
  if (insurance.dc!.editable) return { skip: "kept" };
  return refusedByStatus(member) ??
    { count: "deleted", writes: data.insurance.put(member, { ...insurance, dc: null }) };
}
