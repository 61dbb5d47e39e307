import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { signIn, stranger } from "./support/client.ts";
import { run } from "./support/jobs.ts";
import { sharedApp } from "./support/shared.ts";

const shared = sharedApp();

Deno.test("a session opens its own company only, and no address shows whether another exists", async () => {
  const { app } = shared;
  const admin = await signIn(app, "admin");
  const elsewhere = stranger(app, "other.localhost", admin.cookie);
  strictEqual((await elsewhere.fetch("/background-jobs")).status, 401);
  strictEqual((await stranger(app, "nobody.localhost").fetch("/login")).status, 404);
  const jobs = await (await signIn(app, "admin@other.example", "other.localhost")).jobs();
  const own = new Set((await admin.jobs()).jobs.map(({ id }) => id));
  deepStrictEqual(jobs.jobs.filter(({ id }) => own.has(id)), []);
});

Deno.test("the list shows F and G the line of another's job, and never its result", async () => {
  const { app } = shared;
  const job = await run(await signIn(app, "admin"), { operation: "download_employee_list" });
  const seen = await (await signIn(app, "download")).job(job.id);
  strictEqual(seen.title, "年末調整対象従業員一覧ダウンロード");
  strictEqual("attachments" in seen, false);
  strictEqual("errors" in seen, false);
  const check = await (await signIn(app, "check")).jobs();
  deepStrictEqual(check.jobs, [], "依頼と確認 sees what it started, and it started nothing");
});

Deno.test("a narrower range does not see the result of a wider one", async () => {
  const { app } = shared;
  const download = await signIn(app, "download");
  const group = await download.group("本社");
  const { id } = await run(download, { operation: "download_request_statuses", group });
  const range = await signIn(app, "range");
  strictEqual("attachments" in await range.job(id), false);
  const claimed = await range.fetch(`/background-jobs/${id}/attachments/1/claim`, { method: "POST" });
  strictEqual(claimed.status, 403);
  strictEqual((await claimed.json()).error.code, "result_forbidden");
  strictEqual((await download.job(id)).attachments[0]!.state, "available", "the refused claim took nothing");
});
