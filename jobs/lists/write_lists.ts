import type { Group } from "../../domain/group.ts";
import type { List } from "../../domain/lists/list.ts";
import type { Row } from "../../domain/lists/row.ts";
import type { Member } from "../../domain/stores.ts";
import { isPassed } from "../group_order.ts";
import type { CsvFile, Job } from "../job.ts";
import { type RowReader, rowReader } from "./rows.ts";

/** Words under which rows that stay out are counted. */
const NO_GROUP = "no_group";

/** One file of a download. */
export interface ListFile<R = Row> {
  list: List<R>;
  file: CsvFile;
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
 * each file. Counts people who have one under `written`. Goes on where the last attempt's files were sealed.
 */
export async function writeRows<R>(
  job: Job,
  files: readonly ListFile<R>[],
  read: RowReader<R>,
  { of }: Wanted = {},
): Promise<void> {
  const groups = job.group ? [job.group] : await job.data.groups.list();
  await expectMembers(job, groups);
  for (const group of groups) {
    if (isPassed(group.id, job.position)) continue;
    const after = job.position?.group === group.id ? String(job.position.code) : null;
    for await (const batch of job.data.members.walk(group.id, after)) {
      const seen = batch.filter((member) => job.sees(member.employee) && (of?.(member) ?? true));
      const written = await writeBatch(files, await read(group.name, seen));
      await job.reached({ group: group.id, code: batch.at(-1)!.employee.code }, batch.length, written);
    }
  }
}

/** Answers how many of these people have a row in one of the files. */
async function writeBatch<R>(files: readonly ListFile<R>[], rows: readonly R[]): Promise<number> {
  const present = new Set<R>();
  for (const { list, file } of files) {
    const records = rows.flatMap((row) => {
      const own = list.rows(row);
      if (own.length > 0) present.add(row);
      return own;
    });
    await file.write(records);
  }
  return present.size;
}

async function expectMembers(job: Job, groups: readonly Group[]): Promise<void> {
  const { groups: store } = job.data;
  const tallies = await Promise.all(groups.map(({ id }) => store.tally(id)));
  job.expect(tallies.reduce((sum, { employees }) => sum + employees, 0));
  if (!job.group) job.skipped(NO_GROUP, (await store.tally("")).employees);
}
