import assert from "node:assert/strict";
import { openCompany, testOperation } from "./test_tools.ts";

Deno.test("a file that was begun under other columns or in another encoding is not gone on with: the job ends as エラー", async () => {
  const before = { name: "一覧.csv", header: ["n", "氏名"], encoding: "utf-8", neutralise: true } as const;
  const others = [before, { ...before, encoding: "shift_jis" }, { ...before, header: ["n"] }] as const;
  for (const after of others) {
    let attempt = 0;
    const begun = Promise.withResolvers<void>();
    await using c = await openCompany({
      sealAfterMs: -1,
      operations: [testOperation(async (job) => {
        // The second attempt is that of a process with another version or configuration.
        const first = attempt++ === 0;
        const file = await job.csv(first ? before : after);
        await file.write([[first ? "1" : "2", "山田"]]);
        await job.reached({ n: attempt }, 1);
        if (!first) return job.summary({ done: { written: "名分です。" } });
        begun.resolve();
        return await new Promise<never>(() => {});
      })],
    });
    const { id } = await c.accept({ operation: "test" });
    c.engine.ring();
    await begun.promise;
    c.breakWorkers();
    const { job, files } = await c.ended(id);
    assert.equal(attempt, 2);
    if (after === before) {
      assert.equal(job.message, "2名分です。");
      assert.equal(new TextDecoder().decode(files[0]!.bytes), "n,氏名\r\n1,山田\r\n2,山田\r\n");
    } else {
      assert.deepEqual([job.status, files], ["failed", []]);
      assert.match(c.logged.join(), /was begun with another head/);
    }
  }
});
