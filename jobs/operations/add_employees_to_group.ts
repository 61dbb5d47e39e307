import { ulid } from "ulid";
import { EXCLUDED_EMPLOYMENT, type MasterEmployee } from "../../domain/employee.ts";
import type { Group } from "../../domain/group.ts";
import type { Member } from "../../domain/stores.ts";
import { csvInput, type Row } from "../input.ts";
import type { Change, Effect, Job } from "../job.ts";
import { defineOperation } from "../operation.ts";
import { dayOf } from "../tokyo_day.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { zeroPadded } from "../zero_padded.ts";

/**
 * Row 13: 従業員を一括追加（CSV）. Takes people who are in no group yet, synced or of the master; who is silently
 * left out and who is an error: reference/imports.md §1.1, §2.11.
 */
export const addEmployeesToGroup = defineOperation({
  kind: "add_employees_to_group",
  screen: GROUP_SCREENS,
  menu: "依頼グループ設定",
  label: "従業員を一括追加（CSV）",
  scope: "group",
  permission: "admin",
  rerun: "free",
  title: (group) => `${group?.name ?? ""}の従業員情報の取り込み`,
  dialog: {
    title: "従業員の追加",
    description: [
      "どの依頼グループにも登録されていない従業員を、社員番号で指定してこの依頼グループに追加します。",
      "姓・名は確認用の項目です。追加する従業員の情報は、基本機能に登録されている内容です。",
    ],
    button: "アップロード",
  },
  input: csvInput(
    [
      { name: "社員番号", required: true, example: "000123" },
      { name: "姓", required: false, example: "年調" },
      { name: "名", required: false, example: "花子" },
    ],
    { name: "従業員追加_サンプル.csv", encoding: "utf-8" },
  ),
  async run(job) {
    if (!job.group) throw new Error("row 13 is started for a group");
    const effect = addTo(job.group, job);
    for await (const rows of job.rows()) await job.apply(rows, effect);
    return job.summary({
      done: { added: "名を追加しました。" },
      skipped: { retired: "名は退職済みのため追加しませんでした。" },
    });
  },
});

interface Current {
  member: Member | null;
  master: MasterEmployee | null;
  /** The 社員番号 that would have matched, had its leading zeros not been lost. */
  withZeros: string | null;
}

function addTo(group: Group, job: Pick<Job, "data" | "source" | "acceptedAt">): Effect<Row, Current> {
  const { members } = job.data;
  const today = dayOf(job.acceptedAt);
  return {
    guards: [members.guard(group.id), members.guard(null)],
    async read(rows) {
      const codes = rows.map((row) => row.key);
      const [found, masters] = await Promise.all([members.byCodes(codes), job.source.employeesByCode(codes)]);
      const lost = rows.filter((_, i) => !found[i] && !masters[i]).map((row) => row.key);
      const hints = await zeroPadded(lost, job);
      return rows.map((row, i) => ({
        member: found[i] ?? null,
        master: masters[i] ?? null,
        withZeros: hints.get(row.key) ?? null,
      }));
    },
    change(row, { member, master, withZeros }): Change {
      if (member?.employee.groupId) return { refuse: "already_in_group" };
      const person = master ?? member?.employee;
      if (!person) {
        return withZeros
          ? { refuse: "employee_not_found_zeros", params: { example: withZeros } }
          : { refuse: "employee_not_found" };
      }
      const unfit = fitness(person, today);
      if (unfit) return unfit;
      const writes = member
        ? members.move(member, group.id)
        : members.add(ulid(job.acceptedAt), { ...person, code: row.key }, group.id, job.acceptedAt);
      return { count: "added", writes };
    },
  };
}

/** Why a person is not taken in, or null (imports.md §2.7). Retired people are left out without an error. */
function fitness(person: MasterEmployee, today: string): Change | null {
  const left = person.resignedOn !== null && person.resignedOn < today;
  if (person.status === "retired" || left) return { skip: "retired" };
  if (EXCLUDED_EMPLOYMENT.some((preset) => preset === person.employmentPreset)) {
    return { refuse: "employment_excluded" };
  }
  if (!person.account) return { refuse: "account_missing" };
  const missing = missingFields(person);
  return missing.length > 0 ? { refuse: "master_incomplete", params: { fields: missing.join("、") } } : null;
}

function missingFields(person: MasterEmployee): string[] {
  const needed: [string, unknown][] = [
    ["姓名", person.lastName && person.firstName],
    ["姓名のヨミガナ", person.lastNameKana && person.firstNameKana],
    ["生年月日", person.birthOn],
    ["性別", person.gender],
    ["住所", person.address],
  ];
  return needed.filter(([, value]) => !value).map(([name]) => name);
}
