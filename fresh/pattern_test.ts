import { deepEqual, equal, throws } from "node:assert/strict";
import fc from "fast-check";
import { compilePattern, matchPattern } from "./pattern.ts";

const match = (pattern: string, path: string) => {
  const params = matchPattern(compilePattern(pattern), path);
  return params && { ...params };
};

Deno.test("literals match themselves, with and without a slash at the end", () => {
  deepEqual(match("/", "/"), {});
  deepEqual(match("/a.b/c", "/a.b/c"), {});
  deepEqual(match("/a/", "/a"), {});
  deepEqual(match("/a", "/a/"), {});
  equal(match("/a.b", "/axb"), null);
  equal(match("/a", "/a//"), null);
  equal(match("/a", "/A"), null);
});

Deno.test("parameters take one part, optional ones none or one, rests any number", () => {
  deepEqual(match("/x/:id", "/x/1"), { id: "1" });
  equal(match("/x/:id", "/x"), null);
  equal(match("/x/:id", "/x/1/2"), null);
  deepEqual(match("/x/:id?", "/x"), {});
  deepEqual(match("/x{/:id}?", "/x/1"), { id: "1" });
  deepEqual(match("/x{/:id}?", "/x"), {});
  deepEqual(match("/x/:rest*", "/x"), {});
  deepEqual(match("/x/:rest*", "/x/1/2/"), { rest: "1/2" });
  deepEqual(match("/x/:rest+", "/x/1/2"), { rest: "1/2" });
  equal(match("/x/:rest+", "/x"), null);
  deepEqual(match("/:a/:b", "/1/2"), { a: "1", b: "2" });
});

Deno.test("a part may mix literals and a parameter; * takes everything", () => {
  deepEqual(match("/a{:b}c", "/a1c"), { b: "1" });
  equal(match("/a{:b}c", "/ac"), null);
  deepEqual(match("/files/*", "/files/a/b"), { 0: "a/b" });
  deepEqual(match("/*", "/"), { 0: "" });
});

Deno.test("parameters are decoded, but a written slash stays written", () => {
  deepEqual(match("/:name", "/%E5%B9%B4%E8%AA%BF"), { name: "年調" });
  deepEqual(match("/:name", "/a%2Fb"), { name: "a%2Fb" });
  deepEqual(match("/:name", "/%E0%A4%A"), { name: "%E0%A4%A" });
});

Deno.test("a parameter cannot reach the prototype", () => {
  const params = matchPattern(compilePattern("/:__proto__"), "/x")!;
  equal(Object.getPrototypeOf(params), null);
  equal(({} as Record<string, unknown>).x, undefined);
});

Deno.test("what cannot be read is refused", () => {
  for (const pattern of ["/:", "/a(b)", "/{a", "/a\\b"]) throws(() => compilePattern(pattern), TypeError);
});

Deno.test("every list of parts matches the pattern made of it", () => {
  const part = fc.stringMatching(/^[a-z0-9._~!$&'+,;=@-]{1,8}$/);
  fc.assert(fc.property(fc.array(fc.tuple(part, fc.boolean()), { minLength: 1, maxLength: 6 }), (parts) => {
    const pattern = parts.map(([text, isParam], i) => isParam ? `/:p${i}` : `/${text}`).join("");
    const path = parts.map(([text]) => `/${text}`).join("");
    const expected = Object.fromEntries(
      parts.flatMap(([text, isParam], i) => isParam ? [[`p${i}`, text]] : []),
    );
    deepEqual(match(pattern, path), expected);
    deepEqual(match(pattern, path + "/"), expected);
  }));
});
