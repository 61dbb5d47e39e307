import { now } from "../../domain/clock.ts";
import { type Group, groupNameOf, MAX_GROUP_NAME } from "../../domain/group.ts";
import { entriesOf, namedInHistory } from "../../domain/history.ts";
import { afterMove } from "../../domain/move.ts";
import type { Member } from "../../domain/stores.ts";
import { csvInput, type Row } from "../input.ts";
import type { Change, Effect, Job } from "../job.ts";
import { newGroupsOf } from "../new_groups.ts";
import { defineOperation } from "../operation.ts";
import { targetUnknown, zeroPadded } from "../zero_padded.ts";

const CODE = "社員番号";
const GROUP = "依頼グループ";

/**
 * Row 3: 依頼グループのインポート. Takes the file of row 10 back: each person goes into the group whose name stands
 * beside them, whatever the status of their 依頼; names that nobody has yet become groups (reference/imports.md §2.3).
 */
export const importRequestGroups = defineOperation({
  kind: "import_request_groups",
  screen: "employees",
  menu: "インポート",
  label: "依頼グループをインポート",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "依頼グループのインポート",
  dialog: {
    title: "依頼グループのインポート",
    description: [
      "［ダウンロード］で作成した従業員一覧の「依頼グループ」を書き換えて取り込み、従業員の依頼グループをまとめて変更します。",
      `まだない名前を書くと、新しい依頼グループを作成します（${MAX_GROUP_NAME}文字以内）。空欄の従業員は変更しません。`,
    ],
    button: "アップロード",
  },
  input: csvInput(
    [
      { name: CODE, required: true, example: "000123" },
      { name: "姓", required: false, example: "年調" },
      { name: "名", required: false, example: "花子" },
      { name: "部署", required: false, example: "営業部" },
      { name: "雇用形態", required: false, example: "正社員" },
      { name: GROUP, required: true, example: "本社" },
    ],
    { name: "依頼グループ_サンプル.csv", encoding: "utf-8" },
  ),
  async run(job) {
    const effect = regroup(job, await namedInHistory(job.data.members, job.actor));
    for await (const rows of job.rows()) await job.apply(rows, effect);
    return job.summary({
      done: { moved: "名の依頼グループを変更しました。" },
      skipped: {
        blank: "名は依頼グループが空欄のため変更しませんでした。",
        same: "名はすでにその依頼グループに登録されています。",
      },
      left: "{n}名は依頼グループの変更がありませんでした。",
    });
  },
});

/** What a row finds: null where its 依頼グループ names none. */
type Found =
  | { member: Member; target: Target }
  /** `withZeros`: the 社員番号 that would have matched, had its leading zeros not been lost. */
  | { withZeros: string | null }
  | null;

/** Where a row wants its person. `created`: with the row. */
interface Target {
  group: Group;
  created: boolean;
}

function regroup(
  job: Pick<Job, "id" | "acceptedAt" | "data">,
  who: (groupId: string | null) => string,
): Effect<Row, Found> {
  const { groups, members } = job.data;
  const fresh = newGroupsOf(job);
  const at = now();

  /** Finds the groups of these rows; the answer tells the one of a row that brings somebody. */
  async function groupsOf(rows: readonly Row[]): Promise<(name: string, line: number) => Target> {
    const names = [...new Set(rows.map(nameIn))].filter((name) => name !== null);
    const known = new Map((await groups.byNames(names)).map((group, i) => [names[i]!, group]));
    await fresh.review(names.filter((name) => !known.get(name)));
    return (name, line) => {
      const group = known.get(name);
      return group ? { group, created: false } : { group: fresh.plan(name, line), created: true };
    };
  }

  return {
    async guards(rows) {
      const [places, targetOf] = await Promise.all([
        members.placesOf(rows.map(({ key }) => key)),
        groupsOf(rows),
      ]);
      return rows.map((row, i) => {
        const [name, place] = [nameIn(row), places[i]];
        if (name === null || place === undefined) return [];
        const { group, created } = targetOf(name, row.line);
        const ends = [members.guard(place), members.guard(group.id)];
        return created ? [...ends, groups.guard()] : ends;
      });
    },
    async read(rows) {
      const named = rows.filter((row) => nameIn(row) !== null);
      const codes = named.map(({ key }) => key);
      const [people, targetOf] = await Promise.all([members.byCodes(codes), groupsOf(named)]);
      const hints = await zeroPadded(codes.filter((_, i) => !people[i]), job);
      const found = new Map(named.map((row, i): [Row, Found] => {
        const member = people[i];
        const nobody = { withZeros: hints.get(row.key) ?? null };
        return [row, member ? { member, target: targetOf(nameIn(row)!, row.line) } : nobody];
      }));
      return rows.map((row) => found.get(row) ?? null);
    },
    change(row, found): Change {
      if (found === null) return withoutName(row);
      if (!("member" in found)) return targetUnknown(found.withZeros);
      const { member, target: { group, created } } = found;
      if (member.employee.groupId === group.id) return { skip: "same" };
      const moved = member.request && afterMove(member.request, group, at);
      const entries = entriesOf(moved?.history ?? [], who(member.employee.groupId), at);
      const writes = members.move(member, group.id, moved?.request ?? null, entries);
      return { count: "moved", writes: [...created ? groups.create(group) : [], ...writes] };
    },
  };
}

/** The name in a row; null where there is none that can be taken. */
function nameIn({ cells }: Row): string | null {
  const typed = groupNameOf(cells[GROUP] ?? "");
  return "name" in typed ? typed.name : null;
}

/** Blank is no change (operations.md, Decisions); what is no name is refused. */
function withoutName({ cells }: Row): Change {
  const typed = groupNameOf(cells[GROUP] ?? "");
  if ("name" in typed || typed.problem.why === "empty") return { skip: "blank" };
  return typed.problem.why === "too_long"
    ? { refuse: "group_name_too_long", params: { count: typed.problem.count, max: MAX_GROUP_NAME } }
    : { refuse: "group_name_characters" };
}
