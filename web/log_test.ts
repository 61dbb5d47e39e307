import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import { spawn } from "../tests/support/child.ts";
import { jsonLine, log, logAs, logged } from "./log.ts";

Deno.test("a line in production is one JSON object, whatever stands in it", () => {
  const restore = setClock({ now: () => Date.UTC(2026, 10, 23, 6, 51, 39, 123) });
  try {
    const line = jsonLine("error", "a job failed", {
      tenant: "t",
      job: "J",
      attempt: 2,
      error: "TypeError: x\n    at y",
    });
    assert.ok(!line.includes("\n"));
    assert.deepEqual(JSON.parse(line), {
      time: "2026-11-23T06:51:39.123Z",
      level: "error",
      event: "a job failed",
      tenant: "t",
      job: "J",
      attempt: 2,
      error: "TypeError: x\n    at y",
    });
  } finally {
    restore();
  }
});

Deno.test("lines are text until JSON is chosen, and are counted by level", () => {
  const { info } = console;
  const lines: string[] = [];
  console.info = (line: string) => void lines.push(line);
  const before = logged().info;
  try {
    log("info", "leaving", { jobs: 2 });
    logAs("json");
    log("info", "leaving", { jobs: 2 });
  } finally {
    logAs("text");
    console.info = info;
  }
  assert.equal(lines[0], "leaving jobs=2");
  assert.equal(JSON.parse(lines[1]!).event, "leaving");
  assert.equal(logged().info - before, 2);
});

for (const how of ["Promise.reject(error)", "setTimeout(() => { throw error; })"]) {
  Deno.test(`what nobody caught ends the process with one line that tells no data: ${how}`, async () => {
    const log = new URL("./log.ts", import.meta.url).href;
    const code = `import { logAs, logUncaught } from ${JSON.stringify(log)};
      logAs("json"); logUncaught(); const error = new Error("山田太郎"); ${how};`;
    const child = spawn(Deno.execPath(), ["eval", "--no-check", code], {});
    assert.equal((await child.exited).code, 1);
    const lines = child.lines.filter((line) => line !== "");
    assert.equal(lines.length, 1, lines.join());
    assert.match(JSON.parse(lines[0]!).error, /^Error: …\n +at /);
  });
}
