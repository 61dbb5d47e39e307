import { monotonicFactory } from "ulid";
import { type Unfit, unfitness } from "../../domain/eligibility.ts";
import type { MasterEmployee } from "../../domain/employee.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Group } from "../../domain/group.ts";
import type { Member, Newcomer } from "../../domain/stores.ts";
import { csvInput, type Row } from "../input.ts";
import type { Change, Effect, Job } from "../job.ts";
import { newcomersOf } from "../newcomers.ts";
import { defineOperation } from "../operation.ts";
import { isTooLarge } from "../record_size.ts";
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

/** Whom a row names. */
type Found =
  /** `now`: what the master says of them now, where that costs nothing to ask. */
  | { kind: "member"; member: Member; now: MasterEmployee | null }
  | { kind: "newcomer"; newcomer: Newcomer }
  /** `withZeros`: the 社員番号 that would have matched, had its leading zeros not been lost. */
  | { kind: "nobody"; withZeros: string | null };

function addTo(group: Group, job: Pick<Job, "data" | "source" | "acceptedAt">): Effect<Row, Found> {
  const { members } = job.data;
  const today = dayOf(job.acceptedAt);
  // Ids that follow each other are written side by side.
  const newId = monotonicFactory();
  return {
    guards: [members.guard(group.id), members.guard(null)],
    async read(rows) {
      // Where the group was deleted meanwhile, people would be added to what nobody finds.
      if (!await job.data.groups.get(group.id)) throw new Refusal("job_group_gone");
      return await find(rows.map((row) => row.key), job);
    },
    change(_row, found): Change {
      if (found.kind === "nobody") return unknown(found.withZeros);
      if (found.kind === "member") {
        if (found.member.employee.groupId) return { refuse: "already_in_group" };
        const unfit = unfitness(found.now ?? found.member.employee, today);
        return unfit ? refusal(unfit) : { count: "added", writes: members.move(found.member, group.id) };
      }
      const unfit = unfitness(found.newcomer.master, today);
      if (unfit) return refusal(unfit);
      if (isTooLarge(found.newcomer)) return { refuse: "master_too_large" };
      const writes = members.add(newId(job.acceptedAt), found.newcomer, group.id, job.acceptedAt);
      return { count: "added", writes };
    },
  };
}

/**
 * Targets by 社員番号; of the others, people of the master with what is written with them. A target in no group is looked
 * up as well, since a sync renews no 退職年月日 (operations.md, Decisions 9); not where each look-up is a request.
 */
async function find(codes: string[], job: Pick<Job, "data" | "source" | "acceptedAt">): Promise<Found[]> {
  const targets = await job.data.members.byCodes(codes);
  const asked = codes.filter((_, i) => {
    const target = targets[i];
    return !target || (target.employee.groupId === null && !job.source.costly);
  });
  const answers = await job.source.employeesByCode(asked);
  const masters = new Map(asked.map((code, i) => [code, answers[i] ?? null]));
  const strangers = codes.filter((_, i) => !targets[i]);
  const known = strangers.flatMap((code) => {
    const master = masters.get(code);
    return master ? [{ ...master, code }] : [];
  });
  const [newcomers, hints] = await Promise.all([
    newcomersOf(job, known),
    zeroPadded(strangers.filter((code) => !masters.get(code)), job),
  ]);
  const byCode = new Map(newcomers.map((newcomer) => [newcomer.master.code, newcomer]));
  return codes.map((code, i) => {
    const member = targets[i];
    if (member) return { kind: "member", member, now: masters.get(code) ?? null };
    const newcomer = byCode.get(code);
    return newcomer ? { kind: "newcomer", newcomer } : { kind: "nobody", withZeros: hints.get(code) ?? null };
  });
}

function unknown(withZeros: string | null): Change {
  return withZeros
    ? { refuse: "employee_not_found_zeros", params: { example: withZeros } }
    : { refuse: "employee_not_found" };
}

/** Retired people are left out without an error (imports.md §1.1). */
function refusal(unfit: Unfit): Change {
  switch (unfit.why) {
    case "retired":
      return { skip: "retired" };
    case "incomplete":
      return { refuse: "master_incomplete", params: { fields: unfit.fields.join("、") } };
    case "no_code":
      return { refuse: "code_missing" };
    default:
      return { refuse: unfit.why };
  }
}
