import assert from "node:assert/strict";
import { logText, thrown } from "./log.ts";

Deno.test("what was thrown is told with its place, and without what may come from data", () => {
  const secrets = ["山田太郎", "taro@kaisha.example", "123456789012", "Smith"];
  for (
    const error of [
      new TypeError(`no 続柄 for ${secrets[0]} (${secrets[1]}) ${secrets[2]}`),
      new SyntaxError(`Unexpected token 'S', "Smith" is not valid JSON`),
      new Error("wrapped", { cause: new Error(secrets[0]) }),
      secrets[0],
    ]
  ) {
    const text = thrown(error);
    for (const secret of secrets) assert.ok(!text.includes(secret), text);
    if (error instanceof Error) {
      assert.ok(text.startsWith(`${error.name}: `));
      assert.match(text, /log_test\.ts:\d+/);
    }
  }
  assert.match(thrown(new TypeError("x is not a function")), /^TypeError: x is not a function\n +at /);
});

Deno.test("a message of several lines is one message: nothing of it passes for a place", () => {
  assert.ok(!thrown(new Error("first\n    at Yamada 12345678")).includes("12345678"));
});

Deno.test("a line for people begins with the event and names what it is about", () => {
  assert.equal(
    logText("job failed", { job: "J", attempt: 2, owner: null, error: "Error: x" }),
    "job failed job=J attempt=2: Error: x",
  );
  assert.equal(logText("leaving"), "leaving");
});
