import { deepEqual, equal } from "node:assert/strict";
import { codeFrame, stackPlaces } from "./code_frame.ts";

Deno.test("the places of a stack are read, innermost first", () => {
  const stack = `Error: at file:///no/place.ts
    at f (file:///p/a%20b.ts:3:7)
    at async file:///p/c.tsx:10:1
    at g (ext:deno/x.js:1:2)`;
  deepEqual(stackPlaces(stack), [
    { file: "/p/a b.ts", line: 3, column: 7 },
    { file: "/p/c.tsx", line: 10, column: 1 },
  ]);
});

Deno.test("a frame shows the lines around the place in the project's own code", async () => {
  const root = new URL("../testdata/app", import.meta.url).pathname;
  const error = new Error("x");
  error.stack = `Error: x
    at f (${import.meta.url}:1:1)
    at g (file://${root}/node_modules/a.ts:1:1)
    at h (file://${root}/routes/boom.tsx:5:11)`;
  const frame = (await codeFrame(error, root))!;
  equal(frame.line, 5);
  deepEqual(frame.lines.map(({ number }) => number), [1, 2, 3, 4, 5, 6, 7, 8]);
  deepEqual(frame.lines.filter(({ marked }) => marked).map(({ text }) => text.trim()), [
    'throw new Error("boom & bust");',
  ]);
});

Deno.test("there is no frame where there is no file", async () => {
  const error = new Error("x");
  error.stack = "Error: x\n    at f (file:///nowhere/a.ts:1:1)";
  equal(await codeFrame(error, "/nowhere"), null);
  error.stack = undefined;
  equal(await codeFrame(error, "/nowhere"), null);
});
