import type { Group } from "../../domain/group.ts";
import type { List } from "../../domain/lists/list.ts";
import type { Member } from "../../domain/stores.ts";
import { isPassed } from "../group_order.ts";
import type { CsvFile, Job } from "../job.ts";
import { rowReader } from "./rows.ts";

/** Words under which rows that stay out are counted. */
const NO_GROUP = "no_group";

/** One file of a download. */
export interface ListFile {
  list: List;
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

/**
 * Walks the members of the job's group, or of all groups newest first, by 社員番号, and writes the rows that each has in
 * each file. Counts people under `written`. Goes on where the last attempt's files were sealed.
 */
export async function writeLists(job: Job, files: readonly ListFile[], { of }: Wanted = {}): Promise<void> {
  const groups = job.group ? [job.group] : await job.data.groups.list();
  await expectMembers(job, groups);
  const read = await rowReader(job);
  for (const group of groups) {
    if (isPassed(group.id, job.position)) continue;
    const after = job.position?.group === group.id ? String(job.position.code) : null;
    for await (const batch of job.data.members.walk(group.id, after)) {
      const seen = batch.filter((member) => job.sees(member.employee) && (of?.(member) ?? true));
      const rows = await read(group.name, seen);
      for (const { list, file } of files) await file.write(rows.flatMap((row) => list.rows(row)));
      await job.reached({ group: group.id, code: batch.at(-1)!.employee.code }, batch.length, rows.length);
    }
  }
}

async function expectMembers(job: Job, groups: readonly Group[]): Promise<void> {
  const { groups: store } = job.data;
  const tallies = await Promise.all(groups.map(({ id }) => store.tally(id)));
  job.expect(tallies.reduce((sum, { employees }) => sum + employees, 0));
  if (!job.group) job.skipped(NO_GROUP, (await store.tally("")).employees);
}
