import type { Group } from "../../domain/group.ts";
import { codeAfter, sectionOf } from "../group_order.ts";
import { LEFT_OUT_GROUPS } from "../lists/left_out.ts";
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
  errorFile: LEFT_OUT_GROUPS,
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
    await job.sections(places.map(sectionOf), async ({ group }, from) => {
      const id = group?.id ?? "";
      for await (const members of job.data.members.walk(group?.id ?? null, codeAfter(id, from))) {
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
    });
    return job.summary({ done: { written: "名分の年末調整対象従業員一覧を作成しました。" } });
  },
});
