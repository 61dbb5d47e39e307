import assert from "node:assert/strict";
import { bookmarksIn } from "../formats/pdf/test_tools.ts";
import { eventually } from "./engine/test_tools.ts";
import type { Job } from "./job.ts";
import { ADMIN, openCompany, TENANT, testOperation } from "./test_tools.ts";

const OPTIONS = { name: "書類/A.pdf", title: "書類", author: "株式会社アクメ" };
const PAGES = ["一", "二", "三"];

/** Draws a page a name; `before` is called in front of each. */
async function draw(job: Job, before: (name: string) => Promise<void> | void = () => {}) {
  job.expect(PAGES.length);
  await job.pdf(
    OPTIONS,
    (async function* () {
      for (const name of PAGES) {
        await before(name);
        yield { bookmark: name, sheets: [{ landscape: false, shapes: [], texts: [] }] };
      }
    })(),
  );
  return job.summary({ done: {} });
}

async function clean(): Promise<Uint8Array> {
  await using c = await openCompany({ operations: [testOperation((job) => draw(job))] });
  const { files: [file], job } = await c.ended((await c.accept({ operation: "test" })).id);
  assert.deepEqual([file!.name, job.progress], ["書類_A.pdf", { done: 3, total: 3 }]);
  assert.deepEqual(bookmarksIn(file!.bytes), PAGES);
  return file!.bytes;
}

Deno.test("a worker that dies in the middle of a PDF: the next one draws all of it, and nothing counts twice", async () => {
  const asked: string[] = [];
  await using c = await openCompany({
    sealAfterMs: -1,
    operations: [testOperation((job) =>
      draw(job, async (name) => {
        asked.push(name);
        if (asked.length !== 2) return;
        c.breakWorkers();
        await new Promise(() => {});
      })
    )],
  });
  const { job, files: [file] } = await c.ended((await c.accept({ operation: "test" })).id);
  assert.deepEqual(asked, ["一", "二", ...PAGES]);
  assert.deepEqual(job.progress, { done: 3, total: 3 });
  assert.deepEqual(file!.bytes, await clean());
});

Deno.test("a PDF that was sealed is whole, and is not drawn again", async () => {
  let drawn = 0;
  let deaths = 0;
  await using c = await openCompany({
    operations: [testOperation(async (job) => {
      const outcome = await draw(job, () => void drawn++);
      // What was refused is sealed at the end, and the PDF with it.
      if (job.position === null) {
        await job.reached({ done: 1 }, 0, 0, {}, [{ line: 1, key: "000001", code: "no_rows", params: {} }]);
      }
      return outcome;
    })],
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const result = await committer.commit(change, priority);
        const seals = change.mutations.some(({ key }) => key.includes("row_error"));
        if (!seals || deaths++ > 0) return result;
        c.breakWorkers();
        return await new Promise(() => {});
      },
    }),
  });
  const { job, files } = await c.ended((await c.accept({ operation: "test" })).id);
  assert.deepEqual([deaths > 0, drawn], [true, 3]);
  assert.deepEqual(job.progress, { done: 3, total: 3 });
  assert.deepEqual(files[0]!.bytes, await clean());
});

Deno.test("中断 ends the drawing of a PDF, and takes away what of it there was", async () => {
  const begun = Promise.withResolvers<void>();
  await using c = await openCompany({
    operations: [testOperation((job) =>
      draw(job, async (name) => {
        if (name !== "三") return;
        begun.resolve();
        await new Promise((resolve) => job.signal.addEventListener("abort", resolve, { once: true }));
      })
    )],
  });
  const { id } = await c.accept({ operation: "test" });
  c.engine.ring();
  await begun.promise;
  await c.service.cancel({ tenant: TENANT, user: ADMIN }, id);
  const { job, files } = await c.ended(id);
  assert.deepEqual([job.status, files], ["cancelled", []]);
  await eventually(async () => {
    c.engine.ring();
    return (await Array.fromAsync(c.files.blobKv.list({ prefix: [] }))).length === 0;
  });
});
