import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { SMARTHR_DOMAINS } from "../domain/source_address.ts";
import type { SourceConnection } from "../domain/source_settings.ts";
import { defaultKind, sourceOf } from "./mod.ts";

const smarthr = { domains: SMARTHR_DOMAINS, loopback: false };
const DEVELOPMENT = { sampleEmployees: 12, smarthr: { ...smarthr, loopback: true } };
const PRODUCTION = { sampleEmployees: null, smarthr };
const KAISHA = { kind: "smarthr", baseUrl: "https://kaisha.smarthr.jp/api", token: "shr_x" } as const;

Deno.test("without settings the sample companies have their own master, and nobody else any", async () => {
  assert.equal((await sourceOf("sample", null, DEVELOPMENT).company()).name, "株式会社サンプル商事");
  assert.equal((await sourceOf("other", null, DEVELOPMENT).company()).name, "合同会社アザーズ");
  assert.deepEqual(["sample", "other", "acme"].map((tenant) => defaultKind(tenant, DEVELOPMENT)), [
    "sample",
    "sample",
    "none",
  ]);
  const missing = new Refusal("source_missing");
  await assert.rejects(sourceOf("acme", null, DEVELOPMENT).company(), missing);
  await assert.rejects(sourceOf("sample", null, PRODUCTION).countEmployees(), missing);
  assert.equal(defaultKind("sample", PRODUCTION), "none");
});

Deno.test("settings win: no source, the sample's people for another tenant, none of them in production", async () => {
  await assert.rejects(
    sourceOf("sample", { kind: "none" }, DEVELOPMENT).company(),
    new Refusal("source_missing"),
  );
  assert.equal(await sourceOf("acme", { kind: "sample" }, DEVELOPMENT).countEmployees(), 12);
  await assert.rejects(
    sourceOf("acme", { kind: "sample" }, PRODUCTION).countEmployees(),
    new Refusal("source_missing"),
  );
  assert.equal(sourceOf("acme", KAISHA, PRODUCTION).costly, true);
});

Deno.test("a connection that cannot be used refuses when it is asked, and not before", async () => {
  const cases: [SourceConnection, Refusal][] = [
    [{ ...KAISHA, token: null }, new Refusal("source_token_unopened")],
    [{ ...KAISHA, baseUrl: "http://127.0.0.1:1/api" }, new Refusal("source_address_refused")],
    [{ ...KAISHA, baseUrl: "https://kaisha.smarthr.jp/api/../x" }, new Refusal("source_address_refused")],
    [{ ...KAISHA, baseUrl: "" }, new Refusal("source_address_refused")],
  ];
  for (const [connection, refusal] of cases) {
    const source = sourceOf("acme", connection, PRODUCTION);
    await assert.rejects(source.company(), refusal);
    await assert.rejects(Array.fromAsync(source.employees()), refusal);
    await assert.rejects(source.employeesByCode(["1"]), refusal);
  }
});
