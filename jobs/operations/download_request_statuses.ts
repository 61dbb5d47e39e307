import { isPassed } from "../group_order.ts";
import { defineOperation } from "../operation.ts";
import { REQUEST_STATUS_COLUMNS, requestStatusRow } from "../request_status_row.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { fileStamp } from "../tokyo_day.ts";

/** Rows 15 and 16: 依頼状況一覧をダウンロード, of one group or of all groups joined, newest group first. */
export const downloadRequestStatuses = defineOperation({
  kind: "download_request_statuses",
  screen: "requests",
  menu: "ダウンロード",
  label: "依頼状況一覧をダウンロード",
  scope: "group",
  permission: "data",
  allGroups: {
    screen: GROUP_SCREENS,
    menu: "情報一括ダウンロード",
    label: "依頼状況一覧をダウンロード",
    permission: "admin",
  },
  rerun: "free",
  title: (group) => group ? `${group.name}の依頼状況一覧ダウンロード` : "依頼状況一覧の一括ダウンロード",
  dialog: {
    title: "依頼状況一覧のダウンロード",
    description: [
      "依頼のステータスと、書類・前職情報の確認状況の一覧をCSVファイルで作成します。",
      "画面の検索や絞り込みの条件にかかわらず、すべての依頼が含まれます。",
    ],
    button: "ダウンロード",
  },
  async run(job) {
    const { groups, members } = job.data;
    const targets = job.group ? [job.group] : await groups.list();
    const tallies = await Promise.all(targets.map((group) => groups.tally(group.id)));
    job.expect(tallies.reduce((sum, tally) => sum + tally.employees, 0));
    if (!job.group) job.skipped("no_group", (await groups.tally("")).employees);
    const file = await job.csv({
      name: `依頼状況一覧_${fileStamp(job.acceptedAt)}.csv`,
      header: REQUEST_STATUS_COLUMNS,
      encoding: "utf-8",
      neutralise: true,
    });
    for (const group of targets) {
      if (isPassed(group.id, job.position)) continue;
      const after = job.position?.group === group.id ? String(job.position.code) : null;
      for await (const batch of members.walk(group.id, after)) {
        const rows = batch.filter(({ employee }) => job.sees(employee))
          .flatMap(({ employee, request }) =>
            request ? [requestStatusRow(group.name, employee, request)] : []
          );
        await file.write(rows);
        await job.reached({ group: group.id, code: batch.at(-1)!.employee.code }, batch.length, rows.length);
      }
    }
    return job.summary({
      done: { written: "名分の依頼状況一覧を作成しました。" },
      skipped: { no_group: "名はどの依頼グループにも登録されていないため、一覧に含まれていません。" },
    });
  },
});
