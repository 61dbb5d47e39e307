import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { restartChaos, type Seeded, seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { finalState } from "../support/chaos/final_state.ts";
import { storedJobs } from "../support/chaos/job_of.ts";
import { utf8Csv } from "../support/csv.ts";
import { post, untilJob } from "../support/jobs.ts";
import { HEADER } from "../support/members_csv.ts";

const TIMES = 50;
const FILE = { name: "追加.csv", bytes: utf8Csv([HEADER, ["999999", "", ""]]) };

let seeded: Seeded;
Deno.test.beforeAll(async () => {
  seeded = await seededFolder();
});
Deno.test.afterAll(async () => {
  await seeded[Symbol.asyncDispose]();
});

for (const killed of [null, "accept:before", "accept:after"]) {
  Deno.test(`the same form ${TIMES} times at once is one job, ${killed ? `killed at ${killed}` : "undisturbed"} (R10)`, async () => {
    const env: Record<string, string> = killed ? { NENCHO_FAILPOINT: killed } : {};
    await using app = await startChaos({ from: seeded.dir, env });
    const admin = stubborn(app, seeded.cookie);
    const group = await admin.group("本社");
    const form = { operation: "add_employees_to_group", group, key: ulid(), file: FILE };
    const died = killed && app.line(/^failpoint/).then(async () => {
      await app.kill("SIGKILL");
      await restartChaos(app);
    });
    const answers = await Promise.all(Array.from({ length: TIMES }, () => post(admin, form)));
    await died;
    deepStrictEqual(new Set(answers.map(({ status }) => status)), new Set([202]));
    const ids = new Set(await Promise.all(answers.map(async (answer) => (await answer.json()).id)));
    strictEqual(ids.size, 1);

    const other = await post(admin, {
      ...form,
      file: { ...FILE, bytes: utf8Csv([HEADER, ["999998", "", ""]]) },
    });
    strictEqual(other.status, 422);
    strictEqual((await other.json()).error.code, "key_reused");
    const [id] = ids;
    strictEqual((await untilJob(admin, id)).status, "completed_with_errors");
    await app.kill("SIGTERM");
    deepStrictEqual([...(await storedJobs(app.dir)).keys()], [id]);
    // Of the other 49 files, and of the refused one, no byte is left when their time is over.
    await finalState(app.dir);
  });
}
