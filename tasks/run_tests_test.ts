import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { closing, outcomeOf } from "./run_tests.ts";

Deno.test("the last closing line counts, in colours too", () => {
  const plain = "a test ... ok (1ms)\n\nok | 12 passed (3 steps) | 0 failed (4s)\n\n";
  deepStrictEqual(outcomeOf(plain, true), { passed: 12, failed: 0, ignored: 0 });
  const coloured =
    "\n\u001b[0m\u001b[31mFAILED\u001b[0m | 7 passed | 2 failed | 3 ignored \u001b[38;5;245m(4s)\u001b[0m\n";
  deepStrictEqual(outcomeOf(coloured, false), { passed: 7, failed: 2, ignored: 3 });
  const quoted = "------- output -------\nok | 1 passed | 0 failed (1ms)\n----- output end -----\n\n";
  deepStrictEqual(outcomeOf(quoted + plain, true), { passed: 12, failed: 0, ignored: 0 });
});

Deno.test("what broke off before its end, or failed without a failed test, is a failure", () => {
  deepStrictEqual(outcomeOf("error: Type checking failed.\n", false), { passed: 0, failed: 1, ignored: 0 });
  deepStrictEqual(outcomeOf("", true), { passed: 0, failed: 1, ignored: 0 });
  const uncaught = "ok | 3 passed | 0 failed (1s)\n";
  deepStrictEqual(outcomeOf(uncaught, false), { passed: 3, failed: 1, ignored: 0 });
});

Deno.test("the end tells of all stages and fails with any of them", () => {
  const good = { passed: 5, failed: 0, ignored: 0 };
  deepStrictEqual(closing([good, good]), { line: "10 passed, 0 failed", code: 0 });
  strictEqual(closing([good, { passed: 1, failed: 1, ignored: 2 }]).line, "6 passed, 1 failed, 2 ignored");
  strictEqual(closing([{ ...good, failed: 1 }, good]).code, 1);
});
