import type { Group } from "../../domain/group.ts";
import type { List } from "../../domain/lists/list.ts";
import type { Row } from "../../domain/lists/row.ts";
import type { Member } from "../../domain/stores.ts";
import { LEFT_OUT as UNWRITTEN } from "../engine/counts.ts";
import { BEHIND_ALL, codeAfter, isPassed, sectionOf } from "../group_order.ts";
import type { CsvFile, Job, Position } from "../job.ts";
import { readAhead } from "../read_ahead.ts";
import { type RowReader, rowReader } from "./rows.ts";
import { type Fitted, fitted, refusedRows } from "./shift_jis.ts";

/** Words under which rows that stay out are counted. */
const NO_GROUP = "no_group";

/** One file of a download. */
export interface ListFile<R = Row> {
  list: List<R>;
  file: CsvFile;
  /** The only row of a file in which nobody has one; none unless given. */
  empty?: readonly string[];
  /**
   * Of a file in Shift_JIS: how many lines its header has. What the encoding lacks is replaced, and told of each row.
   * Such files of one download have the same people in the same lines.
   */
  shiftJis?: { headerLines: number };
}

/** What of the members goes into the files. */
export interface Wanted {
  /** 依頼 that this download is about; all unless given. The others are no targets and not counted. */
  of?(member: Member): boolean;
}

/** 結果詳細 of people in no group, in a download of all groups. */
export const LEFT_OUT = {
  [NO_GROUP]: "名はどの依頼グループにも登録されていないため、一覧に含まれていません。",
} as const;

/** `writeRows` of lists about what is collected. */
export async function writeLists(job: Job, files: readonly ListFile[], wanted?: Wanted): Promise<void> {
  await writeRows(job, files, await rowReader(job), wanted);
}

/**
 * Walks the members of the job's group, or of all groups newest first, by 社員番号, and writes the rows that each has in
 * each file. Counts people who have one under `written`. Goes on where the last attempt's files were sealed. Of all
 * groups those that cannot be written are left out and refused (LEFT_OUT_GROUPS tells which); of one group the same ends
 * the job.
 */
export async function writeRows<R>(
  job: Job,
  files: readonly ListFile<R>[],
  read: RowReader<R>,
  { of }: Wanted = {},
): Promise<void> {
  const groups = job.group ? [job.group] : await job.data.groups.list();
  await expectMembers(job, groups);

  async function write(group: Group, from: Position | null) {
    const batches = readAhead(job.data.members.walk(group.id, codeAfter(group.id, from)), async (batch) => {
      const seen = batch.filter((member) => job.sees(member.employee) && (of?.(member) ?? true));
      return { batch, rows: await read(group.name, seen) };
    });
    for await (const { batch, rows } of batches) {
      const { written, counts, refused } = await writeBatch(job, files, rows);
      const position = { group: group.id, code: batch.at(-1)!.employee.code };
      await job.reached(position, batch.length, written, counts, refused);
    }
  }

  if (!job.group) await job.sections(groups.map(sectionOf), ({ group }, from) => write(group, from));
  else if (!isPassed(job.group.id, job.position)) await write(job.group, job.position);
  await writeEmpty(job, files);
}

/**
 * Answers how many of these people have a row in one of the files, how many rows each file got, and what is wrong with
 * some.
 */
async function writeBatch<R>(job: Job, files: readonly ListFile<R>[], rows: readonly R[]) {
  const present = new Set<R>();
  // All of them first: what cannot be made a row is found before anything is written.
  const records = files.map(({ list }) =>
    rows.flatMap((row) => {
      const own = list.rows(row);
      if (own.length > 0) present.add(row);
      return own;
    })
  );
  const lost: Fitted["lost"] = [];
  for (const [i, { file, list, shiftJis }] of files.entries()) {
    if (!shiftJis) {
      await file.write(records[i]!);
      continue;
    }
    const line = shiftJis.headerLines + job.counted(rowsOf(i)) + 1;
    const fit = fitted(records[i]!, line, list.header.indexOf("社員番号"));
    await file.write(fit.rows);
    lost.push(...fit.lost);
  }
  const counts = Object.fromEntries(records.map(({ length }, i) => [rowsOf(i), length]));
  return { written: present.size, counts, refused: refusedRows(lost) };
}

/** The word under which the rows of a file are counted. */
function rowsOf(file: number): string {
  return `rows_${file + 1}`;
}

/**
 * Says in the files without rows that there are none; counted as a row, so that no other attempt says it again. Where
 * somebody was left out nobody knows.
 */
async function writeEmpty(job: Job, files: readonly ListFile<never>[]): Promise<void> {
  if (job.counted(UNWRITTEN) > 0) return;
  for (const [i, { file, empty }] of files.entries()) {
    if (!empty || job.counted(rowsOf(i)) > 0) continue;
    await file.write([empty]);
    await job.reached(BEHIND_ALL, 0, 0, { [rowsOf(i)]: 1 });
  }
}

/** Of a total that only progress is told by: what is wrong with a group shows when it is walked. */
async function expectMembers(job: Job, groups: readonly Group[]): Promise<void> {
  const { groups: store } = job.data;
  const employees = await Promise.all(
    groups.map(({ id }) => store.tally(id).then((tally) => tally.employees, () => 0)),
  );
  job.expect(employees.reduce((sum, n) => sum + n, 0));
  if (!job.group) job.skipped(NO_GROUP, (await store.tally("")).employees);
}
