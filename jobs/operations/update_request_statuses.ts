import { restored } from "../../domain/declaration/restore.ts";
import { perform, type Performer, performerOf, type Restoring, type Subject } from "../../domain/perform.ts";
import { allows, type Permission, ROLE_LABELS, ROLES } from "../../domain/permission.ts";
import { type Acted, isRefused } from "../../domain/request_acts/acted.ts";
import { confirm, reset, RESETTABLE_BY_CSV, send } from "../../domain/request_acts/asking.ts";
import type { Request } from "../../domain/request.ts";
import { askedSubjects, isNotAsked, type NotAsked } from "../asked_rows.ts";
import { csvInput, type Row } from "../input.ts";
import type { Change, Effect, Job, Unit } from "../job.ts";
import { MAIL_LINES, mailWords } from "../mail_counts.ts";
import { defineOperation } from "../operation.ts";

const CODE = "依頼";

/** What a value of the column 依頼 does (reference/screens.md §7.1). */
interface Code {
  /** The word under which it is counted. */
  count: "confirmed" | "requested" | "reset";
  /** Who may use it: any `Permission` that row 28 itself asks for, or a narrower one. */
  permission: Permission;
  restoring: Restoring;
  act(request: Request, before: Request["documents"]): Acted;
}

const CODES: Readonly<Record<string, Code>> = {
  "1": { count: "confirmed", permission: "confirm", restoring: "none", act: confirm },
  "2": { count: "requested", permission: "review", restoring: "take", act: send },
  "99": {
    count: "reset",
    permission: "admin",
    restoring: "back",
    act: (request, before) => reset(request, before, RESETTABLE_BY_CSV),
  },
};

const DONE: Record<Code["count"], string> = {
  confirmed: "名の依頼を確定しました。",
  requested: "名の依頼を送信しました。",
  reset: "名の依頼を未依頼に戻しました。",
};

/**
 * Row 28: 依頼状況を一括更新. Each row says what becomes of one 依頼 of the group on screen; what a value needs, and who may use
 * it, differs (reference/screens.md §7.1).
 */
export const updateRequestStatuses = defineOperation({
  kind: "update_request_statuses",
  screen: "requests",
  menu: null,
  label: "依頼状況を一括更新",
  scope: "group",
  permission: "review",
  rerun: "confirm",
  password: true,
  title: (group) => `${group?.name ?? ""}の依頼状況の一括更新`,
  dialog: {
    title: "依頼状況の一括更新（CSVファイルの取り込み）",
    description: [
      "「依頼」に書いた値で、この依頼グループの従業員の依頼状況を変更します。1は確定、2は依頼中、99は未依頼です。空欄の従業員は変更しません。",
      "1は「未依頼」「回答済み」「再回答」、2は「未依頼」、99は「依頼中」「入力中」「回答済み」「再回答」の依頼に使えます。99にすると、依頼のあとに入力された内容は失われます。",
      "1は「管理者」「依頼の確定」、99は「管理者」だけが使えます。2にした従業員には依頼メールを、1にした従業員には確定通知を送ります。対象外の従業員に確定通知は送りません。",
    ],
    button: "アップロード",
  },
  input: csvInput(
    [
      { name: "社員番号", required: true, example: "000123" },
      { name: CODE, required: true, example: "2" },
    ],
    { name: "依頼一括更新用CSVサンプル.csv", encoding: "shift_jis" },
  ),
  async run(job) {
    if (!job.group) throw new Error("row 28 is started for a group");
    const effect = updating(job, await performerOf(job.data, job.actor, job.group));
    for await (const rows of job.rows()) await job.apply(rows.map((row) => unitOf(row, job)), effect);
    const done = Object.entries(DONE).filter(([count]) => job.counted(count) > 0);
    const texts = done.length > 0 ? Object.fromEntries(done) : { none: "名の依頼を変更しました。" };
    return job.summary({
      done: texts,
      lines: { ...texts, ...MAIL_LINES },
      skipped: { blank: "名は「依頼」が空欄のため変更しませんでした。" },
      left: "{n}名は「依頼」が空欄のため変更しませんでした。",
    });
  },
});

/** A row; `code` null: blank. */
interface CodedRow extends Unit {
  code: Code | null;
}

function unitOf({ line, key, cells, problem }: Row, job: Pick<Job, "may">): CodedRow {
  const written = (cells[CODE] ?? "").normalize("NFKC").trim();
  const code = Object.hasOwn(CODES, written) ? CODES[written]! : null;
  const wrong = problem ?? problemIn(written, code, job);
  return wrong ? { line, key, code, problem: wrong } : { line, key, code };
}

function problemIn(written: string, code: Code | null, job: Pick<Job, "may">): Unit["problem"] | null {
  if (written === "") return null;
  if (!code) {
    const hint = "1（確定）、2（依頼中）、99（未依頼）のいずれかにするか、空欄にしてください";
    return { code: "value_invalid", params: { column: CODE, hint } };
  }
  if (job.may(code.permission)) return null;
  return { code: "code_role", params: { code: written, roles: holdersOf(code.permission) } };
}

function holdersOf(permission: Permission): string {
  return ROLES.filter((role) => allows(role, permission)).map((role) => `「${ROLE_LABELS[role]}」`).join(
    "か",
  );
}

/** Null for a row that changes nothing. */
type Found = Subject | NotAsked | null;

function updating(
  job: Pick<Job, "data" | "group" | "sees">,
  performer: Performer,
): Effect<CodedRow, Found> {
  return {
    guards: [job.data.members.guard(job.group!.id)],
    async read(rows) {
      const codes = new Map(rows.flatMap(({ key, code }) => code ? [[key, code] as const] : []));
      const found = await askedSubjects([...codes.keys()], job, (key) => codes.get(key)!.restoring);
      let i = 0;
      return rows.map(({ code }) => code ? found[i++]! : null);
    },
    change({ code }, found): Change {
      if (!code || !found) return { skip: "blank" };
      if (isNotAsked(found)) return found;
      const before = restored(found.point, found.startLoan).documents;
      const acted = code.act(found.member.request, before);
      if (isRefused(acted)) return acted;
      const { writes, mail } = perform(performer, found, acted);
      return { count: [code.count, ...mailWords(mail)], writes };
    },
  };
}
