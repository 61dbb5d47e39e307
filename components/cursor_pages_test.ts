import assert from "node:assert/strict";
import { cursorPages } from "./cursor_pages.ts";

const at = (path: string) => new URL(path, "http://localhost");

Deno.test("the first page leads on only, and keeps the filters", () => {
  assert.deepEqual(cursorPages(at("/jobs?status=failed"), "c1"), {
    previous: null,
    next: "/jobs?status=failed&cursor=c1",
  });
  assert.deepEqual(cursorPages(at("/jobs"), null), { previous: null, next: null });
});

Deno.test("going on three times and back three times comes home", () => {
  const seen = ["/jobs?text=a"];
  for (const cursor of ["c1", "c2", "c3"]) seen.push(cursorPages(at(seen.at(-1)!), cursor).next!);
  for (const former of seen.slice(0, -1).reverse()) {
    assert.equal(cursorPages(at(seen.pop()!), null).previous, former);
  }
});

Deno.test("far pages remember the last twenty", () => {
  let here = "/jobs";
  for (let n = 1; n <= 30; n++) here = cursorPages(at(here), `c${n}`).next!;
  assert.equal(at(here).searchParams.get("trail")?.split("~").length, 20);
  for (let n = 0; n < 21; n++) here = cursorPages(at(here), null).previous!;
  assert.equal(here, "/jobs");
});

Deno.test("an acceptance message does not travel to other pages", () => {
  assert.equal(cursorPages(at("/jobs?accepted=x"), "c").next, "/jobs?cursor=c");
});
