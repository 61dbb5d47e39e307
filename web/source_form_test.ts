import assert from "node:assert/strict";
import { SMARTHR_DOMAINS } from "../domain/source_address.ts";
import type { SourceSettings } from "../domain/source_settings.ts";
import { formOf, readSource } from "./source_form.ts";

const LIMITS = { sampleEmployees: 300, smarthr: { domains: SMARTHR_DOMAINS, loopback: false } };
const NOTHING: SourceSettings = { kind: "none", baseUrl: null, hasToken: false, saved: null };
const KAISHA = "https://kaisha.smarthr.jp/api";
const CONNECTED: SourceSettings = {
  kind: "smarthr",
  baseUrl: KAISHA,
  hasToken: true,
  saved: { at: 0, by: "admin" },
};

function read(fields: Record<string, string>, { draft = null as string | null, settings = NOTHING } = {}) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ kind: "smarthr", address: "kaisha", token: "", ...fields })) {
    data.set(name, value);
  }
  return readSource(data, draft, settings, LIMITS);
}

const chosen = (token: string | null) => ({ choice: { kind: "smarthr", baseUrl: KAISHA, token } });
function wrong(result: ReturnType<typeof read>) {
  assert("form" in result, "refused");
  return Object.keys(result.form.errors);
}

Deno.test("a token comes from the field, else from the draft, else it is the stored one", () => {
  assert.deepEqual(
    read({ token: " shr_new " }, { draft: "shr_old", settings: CONNECTED }),
    chosen("shr_new"),
  );
  assert.deepEqual(read({}, { draft: "shr_old", settings: CONNECTED }), chosen("shr_old"));
  assert.deepEqual(read({}, { settings: CONNECTED }), chosen(null));
});

Deno.test("a stored token stays with its address", () => {
  const result = read({ address: "other" }, { settings: CONNECTED });
  assert.deepEqual(wrong(result), ["token"]);
  assert.match("form" in result ? result.form.errors.token! : "", /アクセス先が変わる/);
  assert.deepEqual(wrong(read({})), ["token"]);
});

Deno.test("each wrong field is named, and what was entered stays, but for the token", () => {
  assert.deepEqual(wrong(read({ address: "http://evil.example", token: "x" })), ["address"]);
  for (const token of ["with space", "改行", "a\nb", "x".repeat(1_001)]) {
    assert.deepEqual(wrong(read({ token })), ["token"], token);
  }
  assert.deepEqual(wrong(read({ kind: "somewhere" })), ["kind"]);
  const result = read({ address: " 10.0.0.1 ", token: "shr_secret" });
  assert.deepEqual("form" in result && result.form.values, { kind: "smarthr", address: "10.0.0.1" });
  assert(!JSON.stringify(result).includes("shr_secret"));
});

Deno.test("the sample company can be chosen where there is one", () => {
  assert.deepEqual(read({ kind: "sample" }), { choice: { kind: "sample" } });
  assert.deepEqual(read({ kind: "none", address: "!" }), { choice: { kind: "none" } });
  const data = new FormData();
  data.set("kind", "sample");
  assert("form" in readSource(data, null, NOTHING, { ...LIMITS, sampleEmployees: null }));
});

Deno.test("the form begins with what is stored", () => {
  assert.deepEqual(formOf(CONNECTED), { values: { kind: "smarthr", address: KAISHA }, errors: {} });
  assert.deepEqual(formOf(NOTHING), { values: { kind: "none", address: "" }, errors: {} });
});
