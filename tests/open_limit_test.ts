import { strictEqual } from "node:assert/strict";
import { signIn } from "./support/client.ts";
import { post, start } from "./support/jobs.ts";
import { sharedApp } from "./support/shared.ts";
import { leavesNothing } from "./support/stored.ts";

// A process that only serves pages runs no jobs, so that those that are accepted stay open.
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60", NENCHO_ROLE: "web", TENANT_OPEN_JOBS: "2" } });

Deno.test("more open jobs than a company may have are refused; another company is not touched", async () => {
  const admin = await signIn(shared.app, "admin");
  const what = { operation: "download_employee_list" };
  for (let n = 0; n < 2; n++) await start(admin, what);
  const answer = await leavesNothing(shared.app, () => post(admin, what));
  strictEqual(answer.status, 429);
  strictEqual((await answer.json()).error.code, "too_many_open");
  await start(await signIn(shared.app, "admin@other.example", "other.localhost"), what);
});
