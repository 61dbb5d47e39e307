import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { findUser } from "../../kv/users.ts";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { openDatabase } from "../support/chaos/database.ts";
import { storedJob } from "../support/chaos/job_of.ts";
import { download, untilJob } from "../support/jobs.ts";

const AT = 1_763_780_000_000;

/**
 * A job as the first version stored it (R2). These lines never change: whoever changes what is stored has to go on
 * reading them. `owner` is a process that is long gone.
 */
function ofFirstVersion(
  id: string,
  kind: string,
  user: string,
  owner: string | null,
): [Deno.KvKey, unknown][] {
  const t = (...key: Deno.KvKeyPart[]) => ["t", "sample", ...key];
  const actor = { id: user, email: "admin@sample.example" };
  const attempt = owner === null ? 0 : 1;
  return [
    [t("job", id), {
      v: 1,
      id,
      kind,
      title: "年末調整対象従業員一覧ダウンロード",
      status: "running",
      message: "",
      group: null,
      actor,
      acceptedAt: AT,
      startedAt: null,
      finishedAt: null,
      progress: { done: 0, total: null },
    }],
    [t("job_order", id), {
      v: 1,
      kind,
      year: 2026,
      actor: { ...actor, role: "admin", range: { kind: "all" } },
      group: null,
      lane: "heavy",
      lock: null,
      acceptedAt: AT,
      options: {},
      input: null,
    }],
    [t("run", id), {
      v: 1,
      attempt,
      owner,
      token: owner && "cf6d2f0e-53c1-4d70-8d0a-1e4ab0cbb3a5",
      losses: 0,
      waits: 0,
      startedAt: owner && AT,
      ended: false,
    }],
    [["sys", "open", id], {
      v: 1,
      tenant: "sample",
      lane: "heavy",
      attempt,
      since: AT,
      owner,
      notBefore: 0,
      alone: false,
    }],
    [t("job_by", "status", "running", id), null],
    [t("job_by", "kind", kind, id), null],
    [t("job_by", "actor", user, id), null],
  ];
}

Deno.test("jobs that the first version accepted or was running when it died are run and found", async () => {
  await using seeded = await seededFolder();
  const [waiting, running, unknown] = [1, 2, 3].map((n) => `01KAM7SPKJ3CHE2ZJ2DM7AYXR${n}`);
  {
    using db = await openDatabase(seeded.dir);
    const user = await findUser(db.kv, "sample", "admin@sample.example");
    const jobs = [
      ofFirstVersion(waiting!, "download_employee_list", user!, null),
      ofFirstVersion(running!, "download_employee_list", user!, "01KAM7SPKJ3CHE2ZJ2DM7AYXRP"),
      ofFirstVersion(unknown!, "an_operation_that_was_dropped", user!, null),
    ];
    for (const [key, stored] of jobs.flat()) await db.kv.set(key, stored);
  }
  await using app = await startChaos({ from: seeded.dir });
  const admin = stubborn(app, seeded.cookie);
  for (const id of [waiting!, running!]) {
    const { status, attachments } = await untilJob(admin, id);
    deepStrictEqual([status, attachments.length], ["completed", 1]);
    ok((await download(admin, id)).length > 1_000);
  }
  strictEqual((await untilJob(admin, unknown!)).status, "failed");
  await app.kill("SIGTERM");
  strictEqual((await storedJob(app.dir, waiting!)).run.losses, 0);
  strictEqual((await storedJob(app.dir, running!)).run.losses, 1);
});
