import assert from "node:assert/strict";
import fc from "fast-check";
import { setClock } from "../domain/clock.ts";
import { newRingEntry, parseKeyring } from "./keyring.ts";
import { FLOW_MS, openFlow, sealFlow } from "./sign_in_flow.ts";
import { sealDraft } from "./source_draft.ts";

const KEYRING = parseKeyring(newRingEntry("one"));
const FLOW = {
  state: "s",
  nonce: "n",
  verifier: "very-secret",
  rev: "1",
  redirectUri: "https://kaisha.example/login/oidc/callback",
  returnTo: "/employees?q=山田",
};

Deno.test("a flow opens at its company's host, for ten minutes, and shows nothing", async () => {
  let at = 0;
  const back = setClock({ now: () => at });
  try {
    const sealed = await sealFlow(KEYRING, "acme", FLOW);
    assert.match(sealed, /^[\w-]+$/, "as a cookie takes it");
    assert.deepEqual(await openFlow(KEYRING, "acme", sealed), { ...FLOW, at: 0 });
    assert.equal(await openFlow(KEYRING, "other", sealed), null);
    assert.equal(await openFlow(parseKeyring(newRingEntry("one")), "acme", sealed), null);
    at = FLOW_MS;
    assert.equal(await openFlow(KEYRING, "acme", sealed), null);
  } finally {
    back();
  }
});

Deno.test("what is no flow is none, another sealed text neither", async () => {
  const draft = await sealDraft(KEYRING, { tenant: "acme", user: "alice" }, "token");
  const text = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.json().map((json) => btoa(encodeURIComponent(json))),
  );
  await fc.assert(fc.asyncProperty(text, async (sealed) => {
    assert.equal(await openFlow(KEYRING, "acme", sealed), null);
  }));
  assert.equal(await openFlow(KEYRING, "acme", draft.replaceAll("+", "-").replaceAll("/", "_")), null);
});
