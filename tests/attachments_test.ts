import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { type App, startApp } from "./support/app.ts";
import { signIn } from "./support/client.ts";
import { claim, download, run } from "./support/jobs.ts";
import { until } from "./support/until.ts";

// The times of the product, shortened so that their end can be seen.
let app: App;
Deno.test.beforeAll(async () => {
  app = await startApp({ env: { DOWNLOAD_GRACE: "PT4S", ATTACHMENT_TTL: "PT20S" } });
});
Deno.test.afterAll(() => app?.[Symbol.asyncDispose]());

Deno.test("who takes a file first has it alone, and after the grace it is gone", async () => {
  const first = await signIn(app, "download");
  const colleague = await signIn(app, "download2");
  const group = await first.group("本社");
  const { id } = await run(first, { operation: "download_request_statuses", group });

  const bytes = await download(first, id);
  const file = `/background-jobs/${id}/attachments/1`;
  const refused = await claim(colleague, id);
  strictEqual(refused.status, 409);
  const { error } = await refused.json();
  strictEqual(error.code, "attachment_taken");
  match(error.message, /download@sample\.example/);
  strictEqual((await colleague.fetch(file)).status, 409);
  deepStrictEqual(await (await first.fetch(file)).bytes(), bytes);

  await until("the file is gone", async () => (await first.job(id)).attachments[0]!.state === "gone");
  for (const person of [first, colleague]) {
    strictEqual((await claim(person, id)).status, 410);
    const gone = await person.fetch(file);
    strictEqual(gone.status, 410);
    strictEqual((await gone.json()).error.code, "attachment_gone");
  }
});
