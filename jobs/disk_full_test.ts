import assert from "node:assert/strict";
import { wrapCommits } from "../kv/files/testing.ts";
import { eventually, stored } from "./engine/test_tools.ts";
import { type CompanyOptions, fileOf, openCompany, TENANT } from "./test_tools.ts";

/** The disk of a test; counts what found no room. */
interface Disk {
  full: boolean;
  refused: number;
  write<T>(work: () => Promise<T>): Promise<T>;
}

function newDisk(): Disk {
  const disk: Disk = {
    full: false,
    refused: 0,
    write(work) {
      if (!disk.full) return work();
      disk.refused++;
      return Promise.reject(new TypeError("database or disk is full"));
    },
  };
  return disk;
}

/** Fills the disk under an import whose rows are refused into a file, and makes room again. */
async function importOnFullDisk(options: (disk: Disk) => CompanyOptions) {
  const disk = newDisk();
  await using company = await openCompany(options(disk));
  await company.group("g1", "本社");
  const letGo = company.hold();
  const file = fileOf("社員番号,姓,名\r\n" + Array.from({ length: 50 }, (_, i) => `9${i},,\r\n`).join(""));
  const { id } = await company.accept({ operation: "add_employees_to_group", group: "g1", file });
  disk.full = true;
  letGo();
  const { kv } = company.files;
  await eventually(async () => disk.refused > 0 && (await stored(kv, id, TENANT.id)).run?.owner === null);
  disk.full = false;
  company.pass(10_000);
  const { job, result, files } = await company.ended(id);
  assert.equal(job.status, "completed_with_errors", job.message);
  assert.equal(result.errorCount, 50);
  assert.equal(files.length, 1);
  assert.equal((await stored(kv, id, TENANT.id)).run?.losses, 0);
}

Deno.test("a disk without room for records costs a job nothing but time", () =>
  importOnFullDisk((disk) => ({
    committerOfWorkers: (committer) => ({
      commit: (change, priority) => disk.write(() => committer.commit(change, priority)),
    }),
  })));

Deno.test("a disk without room for files costs a job nothing but time", () =>
  importOnFullDisk((disk) => ({ chunks: (blobKv) => wrapCommits(blobKv, (commit) => disk.write(commit)) })));
