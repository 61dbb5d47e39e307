import type { Group } from "../../domain/group.ts";
import { isPassed } from "../group_order.ts";
import { defineOperation } from "../operation.ts";

/** The columns of row 10, which are the template of 依頼グループのインポート (row 3). */
export const EMPLOYEE_LIST_COLUMNS = ["社員番号", "姓", "名", "部署", "雇用形態", "依頼グループ"] as const;

/** Row 10: 対象従業員設定 › ［ダウンロード］. Everybody in the adjustment, people in no group last. */
export const downloadEmployeeList = defineOperation({
  kind: "download_employee_list",
  screen: "employees",
  menu: null,
  label: "ダウンロード",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "年末調整対象従業員一覧ダウンロード",
  dialog: {
    title: "従業員一覧のダウンロード",
    description: [
      "年末調整の対象となる従業員と、登録されている依頼グループの一覧をCSVファイルで作成します。",
      "画面の検索や絞り込みの条件にかかわらず、すべての対象従業員が含まれます。",
    ],
    button: "ダウンロード",
  },
  async run(job) {
    const places: (Group | null)[] = [...await job.data.groups.list(), null];
    const tallies = await Promise.all(places.map((group) => job.data.groups.tally(group?.id ?? "")));
    job.expect(tallies.reduce((sum, tally) => sum + tally.employees, 0));
    const file = await job.csv({
      name: "年末調整対象従業員一覧.csv",
      header: EMPLOYEE_LIST_COLUMNS,
      encoding: "utf-8",
      neutralise: true,
    });
    for (const group of places) {
      const id = group?.id ?? "";
      if (isPassed(id, job.position)) continue;
      const after = job.position?.group === id ? String(job.position.code) : null;
      for await (const members of job.data.members.walk(group?.id ?? null, after)) {
        await file.write(members.map(({ employee: e }) => [
          e.code,
          e.lastName,
          e.firstName,
          e.department ?? "",
          e.employmentType ?? "",
          group?.name ?? "",
        ]));
        await job.reached({ group: id, code: members.at(-1)!.employee.code }, members.length);
      }
    }
    return job.summary({ done: { written: "名分の年末調整対象従業員一覧を作成しました。" } });
  },
});
