import { ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { accept } from "../../jobs/engine/accept.ts";
import { testAcceptance, testOrder } from "../../jobs/engine/test_tools.ts";
import { findUser } from "../../kv/users.ts";
import type { Seeded } from "../support/chaos/app.ts";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { openDatabase } from "../support/chaos/database.ts";
import { storedJobs } from "../support/chaos/job_of.ts";
import { newSession } from "../support/client.ts";
import { run } from "../support/jobs.ts";

const CROWD = 1_000;
const HEAVY_SLOTS = 2;

/** So many jobs of the sample company, accepted before any process runs. */
async function acceptCrowd({ dir }: Seeded, kind: string) {
  using db = await openDatabase(dir);
  const id = await findUser(db.kv, "sample", "admin@sample.example");
  const actor = { id: id!, email: "admin@sample.example", role: "admin", range: { kind: "all" } } as const;
  const lane = kind === "chaos_nothing" ? "light" : "heavy";
  for (let n = 0; n < CROWD; n++) {
    const order = testOrder({ kind, lane, actor });
    const job = testAcceptance({ tenant: "sample", job: ulid(), title: kind, order });
    strictEqual((await accept(db.kv, db.committer, job)).outcome, "accepted");
  }
}

for (const kind of ["chaos_heavy_nothing", "chaos_nothing"]) {
  Deno.test(`the first ${kind} of a company starts before a thousand of another (R9)`, async () => {
    await using seeded = await seededFolder();
    await acceptCrowd(seeded, kind);
    await using app = await startChaos({ from: seeded.dir, env: { JOB_CONCURRENCY: String(HEAVY_SLOTS) } });
    const { cookie } = await newSession(app, "admin@other.example", "other.localhost");
    const first = await run(stubborn(app, cookie, "other.localhost"), { operation: kind });
    strictEqual(first.status, "completed");
    await app.kill("SIGTERM");
    const [acceptedAt, startedAt] = [Date.parse(first.acceptedAt), Date.parse(first.startedAt!)];
    const crowd = [...(await storedJobs(app.dir)).values()].filter(({ run }) => run.startedAt !== null);
    const between = crowd.filter(({ run: { startedAt: at } }) => at! > acceptedAt && at! < startedAt).length;
    ok(crowd.length < CROWD, "the crowd was through before: nothing was shown");
    ok(between <= HEAVY_SLOTS, `${between} of the crowd started before it`);
  });
}
