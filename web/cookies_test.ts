import assert from "node:assert/strict";
import { sessionCookie } from "./cookies.ts";

const secure = sessionCookie(true);
const plain = sessionCookie(false);

Deno.test("in production the cookie is bound to this host and to https", () => {
  assert.equal(secure.give("abc"), "__Host-nencho=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
  assert.equal(secure.take(), "__Host-nencho=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
});

Deno.test("in development it has a plain name and no Secure flag", () => {
  assert.equal(plain.give("abc"), "nencho=abc; Path=/; HttpOnly; SameSite=Lax");
});

Deno.test("only the cookie of the own name is read", () => {
  assert.equal(secure.read("a=1; __Host-nencho=abc; b=2"), "abc");
  assert.equal(plain.read("nencho=abc"), "abc");
  assert.equal(secure.read("nencho=abc"), null);
  assert.equal(plain.read("xnencho=abc; nencho="), null);
  assert.equal(plain.read("nencho"), null);
  assert.equal(plain.read(null), null);
});
