import { withoutGroup } from "../../domain/insurance_rules.ts";
import { changeHolders } from "../insurance/holders.ts";
import { refusedByStatus } from "../insurance/insured.ts";
import { defineOperation } from "../operation.ts";

/**
 * Row 6: 団体保険料の削除. Takes 団体 contracts from everybody who is 未依頼 and forgets what was registered, so that the
 * same files can be imported anew; the others who have some are errors (operations.md, Decisions).
 */
export const deleteGroupInsurance = defineOperation({
  kind: "delete_group_insurance",
  screen: "employees",
  menu: "インポート",
  label: "団体保険料を削除",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "団体保険料の削除",
  dialog: {
    title: "団体保険料を削除しますか？",
    description: [
      "インポートした団体保険料を、依頼ステータスが「未依頼」のすべての従業員から削除します。",
      "昨年の保険料や、従業員・担当者が入力した保険は削除されません。",
    ],
    button: "削除",
    destroys: true,
  },
  async run(job) {
    await changeHolders(job, {
      has: (insurance) => withoutGroup(insurance) !== null,
      change: ({ member, insurance }) =>
        refusedByStatus(member) ??
          { count: "deleted", writes: job.data.insurance.put(member, withoutGroup(insurance)!) },
    });
    return job.summary({ done: { deleted: "名の団体保険料を削除しました。" } });
  },
});
