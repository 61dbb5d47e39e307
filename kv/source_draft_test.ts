import assert from "node:assert/strict";
import fc from "fast-check";
import { setClock } from "../domain/clock.ts";
import { newRingEntry, parseKeyring } from "./keyring.ts";
import { openDraft, sealDraft } from "./source_draft.ts";

const KEYRING = parseKeyring(newRingEntry("one"));
const OWNER = { tenant: "acme", user: "alice" };
const TOKEN = "shr_very-secret";

Deno.test("a draft opens for its owner, for an hour, and shows nothing", async () => {
  let at = 0;
  const back = setClock({ now: () => at });
  try {
    const sealed = await sealDraft(KEYRING, OWNER, TOKEN);
    assert(!atob(sealed).includes(TOKEN));
    assert.equal(await openDraft(KEYRING, OWNER, sealed), TOKEN);
    assert.equal(await openDraft(KEYRING, { ...OWNER, user: "bob" }, sealed), null);
    assert.equal(await openDraft(KEYRING, { ...OWNER, tenant: "other" }, sealed), null);
    assert.equal(await openDraft(parseKeyring(newRingEntry("two")), OWNER, sealed), null);
    at = 60 * 60_000;
    assert.equal(await openDraft(KEYRING, OWNER, sealed), null);
  } finally {
    back();
  }
});

Deno.test("what is no draft is none", async () => {
  const text = fc.oneof(fc.string(), fc.json().map(btoaOf), fc.base64String());
  await fc.assert(fc.asyncProperty(text, async (sealed) => {
    assert.equal(await openDraft(KEYRING, OWNER, sealed), null);
  }));
});

function btoaOf(text: string): string {
  return new TextEncoder().encode(text).toBase64();
}
