import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { JobDetailView } from "../jobs/view.ts";
import { signIn } from "./support/client.ts";
import { claim, download, run } from "./support/jobs.ts";
import { sharedApp } from "./support/shared.ts";
import { until } from "./support/until.ts";

// The times of the product (2 minutes, 3 days), shortened so that their end can be seen.
const GRACE_MS = 8_000;
const TTL_MS = 25_000;
const shared = sharedApp({ env: { DOWNLOAD_GRACE: "PT8S", ATTACHMENT_TTL: "PT25S" } });

let untouched: JobDetailView;
Deno.test.beforeAll(async () => {
  const person = await signIn(shared.app, "download");
  const group = await person.group("工場");
  untouched = await run(person, { operation: "download_request_statuses", group });
});

Deno.test("who takes a file first has it alone, and after the grace it is gone", async () => {
  const first = await signIn(shared.app, "download");
  const colleague = await signIn(shared.app, "download2");
  const group = await first.group("本社");
  const { id } = await run(first, { operation: "download_request_statuses", group });
  const file = `/background-jobs/${id}/attachments/1`;

  const early = await first.fetch(file);
  strictEqual(early.status, 409);
  strictEqual((await early.json()).error.code, "attachment_unclaimed");
  const bytes = await download(first, id);
  const refused = await claim(colleague, id);
  strictEqual(refused.status, 409);
  const { error } = await refused.json();
  strictEqual(error.code, "attachment_taken");
  match(error.message, /download@sample\.example/);
  strictEqual((await colleague.fetch(file)).status, 409);
  deepStrictEqual(await (await first.fetch(file)).bytes(), bytes, "again within the grace");

  const gone = await until("the file is gone", async () => {
    const [attachment] = (await first.job(id)).attachments;
    return attachment!.state === "gone" && attachment;
  });
  ok(Date.now() - Date.parse(gone.claimedAt!) >= GRACE_MS);
  strictEqual(gone.claimedBy, "download@sample.example");
  for (const person of [first, colleague]) {
    strictEqual((await claim(person, id)).status, 410);
    const answer = await person.fetch(file);
    strictEqual(answer.status, 410);
    strictEqual((await answer.json()).error.code, "attachment_gone");
  }
});

Deno.test("a file that nobody takes is gone at its deadline", async () => {
  const person = await signIn(shared.app, "download");
  const { id, finishedAt, attachments } = untouched;
  ok(Math.abs(Date.parse(attachments[0]!.expiresAt) - Date.parse(finishedAt!) - TTL_MS) < 1_000);
  const gone = await until("the file is gone", async () => {
    const [attachment] = (await person.job(id)).attachments;
    return attachment!.state === "gone" && attachment;
  });
  ok(Date.now() >= Date.parse(gone.expiresAt));
  strictEqual(gone.claimedBy, null);
  strictEqual((await claim(person, id)).status, 410);
});
