import {
  isAdminRole,
  MAX_ROLE_NAME,
  NO_SCOPES,
  ROLE_ID,
  type RoleDefinition,
  roleDefinitionSchema,
} from "../../domain/role.ts";
import type { RoleStore } from "../../domain/stores.ts";
import type { Change, Effect, Job, Unit } from "../job.ts";
import { defineOperation, type ErrorTable, type Refused } from "../operation.ts";
import { rolesSaid, type SaidRole } from "../source_roles.ts";

/** More notes than this are counted only: 結果詳細 is one stored value. */
const MAX_NOTES = 50;

/**
 * Row 2: 設定 › 権限設定 › 権限を同期. Takes over the 権限 of the source with their names and ranges. A new one is 権限なし
 * until something is ticked, except the source's 管理者; one that vanished stays and is marked (reference/imports.md §2.2).
 */
export const syncPermissions = defineOperation({
  kind: "sync_permissions",
  screen: "settings_permissions",
  menu: null,
  label: "権限を同期",
  scope: "all",
  permission: "admin",
  rerun: "free",
  lane: "light",
  exclusive: "tenant",
  title: () => "権限の同期",
  dialog: {
    title: "権限の同期",
    description: [
      "基本機能の権限の名称と操作できる範囲を、年調に反映します。",
      "新しい権限は、機能操作範囲を選ぶまで権限なしです。",
      "だれがどの権限を持つかは、本人がアカウント情報を再取得したときに変わります。",
    ],
    button: "同期",
  },
  errorFile: { table: (_job, refused) => refusedTable(refused) },
  async run(job) {
    const units = await unitsOf(job);
    job.expect(units.length);
    const after = job.position?.after ?? "";
    // Every attempt meets them by id, so that one goes on where the last commit of another stood.
    await job.apply(units.filter(({ id }) => id > String(after)), effectOf(job.data.roles, job.acceptedAt));
    const outcome = job.summary({
      done: { added: "{n}件の権限を追加し、", updated: "{n}件を更新しました。" },
      lines: {
        added: "件の権限を追加しました。",
        updated: "件の権限を更新しました。",
        unchanged: "件の権限に変更はありませんでした。",
        gone: "件の権限は同期元にありません。",
      },
    });
    return { ...outcome, details: [...outcome.details, ...await notesOf(job.data.roles)] };
  },
});

/** One 権限 of the source, of ours, or of both; `said` null: the source has it no more. */
interface RoleUnit extends Unit {
  id: string;
  said: SaidRole | null;
}

async function unitsOf({ source, data }: Pick<Job, "source" | "data">): Promise<RoleUnit[]> {
  const [said, known] = await Promise.all([rolesSaid(source), data.roles.list()]);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const ids = [...new Set([...said.keys(), ...names.keys()])].sort((a, b) => a < b ? -1 : 1);
  return ids.map((id, i) => ({
    line: i + 1,
    key: (said.get(id)?.name ?? names.get(id) ?? id).slice(0, MAX_ROLE_NAME),
    position: { after: id },
    id,
    said: said.get(id) ?? null,
  }));
}

function effectOf(roles: RoleStore, syncedAt: number): Effect<RoleUnit, RoleDefinition | null> {
  return {
    guards: [roles.guard()],
    read: (units) => roles.byIds(units.map(({ id }) => id)),
    change({ id, said }, known): Change {
      if (!said) return gone(roles, known, syncedAt);
      const { name, preset, range, note: rangeNote } = said;
      if (!ROLE_ID.test(id) || name.length > MAX_ROLE_NAME) {
        return { refuse: "role_malformed", params: { max: MAX_ROLE_NAME } };
      }
      if (known && isAdminRole(known) !== isAdminRole(said)) return { refuse: "role_preset_changed" };
      const kept = known ?? { v: 1, id, preset, scopes: NO_SCOPES };
      const next = { ...kept, name, range, rangeNote, inSource: true, syncedAt };
      const word = known ? isSame(known, next) ? "unchanged" : "updated" : "added";
      return { count: word, writes: roles.put(next) };
    },
  };
}

/** It stays: people may hold it here until they アカウント情報を再取得. */
function gone(roles: RoleStore, known: RoleDefinition | null, syncedAt: number): Change {
  return { count: "gone", writes: known ? roles.put({ ...known, inSource: false, syncedAt }) : [] };
}

function isSame(a: RoleDefinition, b: RoleDefinition): boolean {
  const shown = (role: RoleDefinition) =>
    JSON.stringify(roleDefinitionSchema.parse({ ...role, syncedAt: 0 }));
  return shown(a) === shown(b);
}

/** The conditions that were not understood, of what the source has now. */
async function notesOf(roles: RoleStore): Promise<string[]> {
  const noted = (await roles.list()).filter(({ inSource, rangeNote }) => inSource && rangeNote !== null);
  const notes = noted.slice(0, MAX_NOTES).map(({ name, rangeNote }) =>
    `「${name}」の操作できる範囲に読み取れない条件（${rangeNote}）があるため、本人の情報だけにしました。`
  );
  const rest = noted.length - notes.length;
  return rest > 0 ? [...notes, `ほかに${rest}件の権限にも、読み取れない条件があります。`] : notes;
}

function refusedTable(refused: AsyncIterable<Refused[]>): ErrorTable {
  async function* rows() {
    for await (const batch of refused) yield batch.map(({ key, reason }) => [key, reason]);
  }
  return { header: ["権限", "エラー内容"], encoding: "utf-8", rows: rows() };
}
