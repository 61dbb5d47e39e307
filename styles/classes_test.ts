import assert from "node:assert/strict";
import { classLists } from "./classes.ts";

function found(source: string): string[] {
  return classLists(source, "a.tsx").map((list) => list.classes);
}

Deno.test("classLists finds attributes, expressions and cls calls", () => {
  assert.deepEqual(found(`<a class="p-4 flex">`), ["p-4 flex"]);
  assert.deepEqual(found(`<a class={open ? "p-4" : 'p-2'}>`), ["p-4", "p-2"]);
  assert.deepEqual(found(`const x = cls("p-4", wide && "flex"); const y = "no-class";`), ["p-4", "flex"]);
  assert.deepEqual(found(`<a class={cls("p-4")} href="/x">`), ["p-4"]);
});

Deno.test("classLists takes brackets in texts and in arbitrary values", () => {
  assert.deepEqual(found(`<a class={cls("[&>li]:p-4", ")")}>x</a>`), ["[&>li]:p-4", ")"]);
});

Deno.test("classLists leaves out what is compared", () => {
  assert.deepEqual(found(`cls(status === "failed" && "text-danger", "a" !== b && "p-2")`), [
    "text-danger",
    "p-2",
  ]);
});

Deno.test("classLists leaves out what other functions take", () => {
  assert.deepEqual(found(`<a class={buttonClass("main", cls("p-1"))} b={cls("flex", f("x"))}>`), [
    "p-1",
    "flex",
  ]);
});

Deno.test("classLists refuses a class list that is put together", () => {
  assert.throws(() => found("<a class={`p-${n}`}>"), /a\.tsx/);
});
