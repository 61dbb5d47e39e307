import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import { DEFAULT_GROUP_SETTINGS } from "../domain/group_settings.ts";
import { DEFAULT_MAILS, EDITABLE_MAILS, type EditableMail } from "../domain/mail_template.ts";
import { DEFAULT_TENANT_SETTINGS } from "../domain/tenant_settings.ts";
import type { Change, Committer } from "./commit.ts";
import { createGroup } from "./group_changes.ts";
import { settingsChangesOf } from "./settings_changes.ts";
import { openTestYear, TEST_YEAR } from "./test_year.ts";

/** A year with one group, what pages change of its settings, and every change that was committed. */
async function openChanges() {
  const year = await openTestYear();
  const group = { v: 1 as const, id: "g1", name: "本社", createdAt: 1, closesOn: null };
  await createGroup(year.kv, year.committer, TEST_YEAR, group);
  const committed: Change[] = [];
  const committer: Committer = {
    commit(change, priority) {
      committed.push(change);
      return year.committer.commit(change, priority);
    },
  };
  return { ...year, committed, changes: settingsChangesOf(year.kv, committer, TEST_YEAR) };
}

Deno.test("what is saved is read; saving the same again writes nothing", async () => {
  using year = await openChanges();
  const notice = (text: string) => year.changes.ofGroup("g1", (settings) => ({ ...settings, notice: text }));
  await notice("");
  assert.equal(year.committed.length, 0, "the default is no change either");
  await notice("あと3日です。");
  await notice("あと3日です。");
  assert.equal(year.committed.length, 1);
  assert.equal((await year.stores.settings.ofGroup("g1")).notice, "あと3日です。");
});

Deno.test("four people who save four mails at once leave all four", async () => {
  using year = await openChanges();
  const save = (kind: EditableMail) =>
    year.changes.ofGroup("g1", (settings) => ({
      ...settings,
      mails: { ...settings.mails, [kind]: { ...DEFAULT_MAILS[kind], footer: kind } },
    }));
  await Promise.all(EDITABLE_MAILS.map(save));
  const { mails } = await year.stores.settings.ofGroup("g1");
  assert.deepEqual(EDITABLE_MAILS.map((kind) => mails[kind]?.footer), [...EDITABLE_MAILS]);
});

Deno.test("a group that is gone has no settings to change, and gets none", async () => {
  using year = await openChanges();
  const gone = year.changes.ofGroup("g2", (settings) => ({ ...settings, notice: "x" }));
  await assert.rejects(gone, (error) => error instanceof Refusal && error.code === "group_deleted");
  assert.deepEqual(await year.stores.settings.ofGroup("g2"), DEFAULT_GROUP_SETTINGS);
});

Deno.test("the company's settings are changed one by one, and unchanged ones are not written", async () => {
  using year = await openChanges();
  const { changes, stores: { settings } } = year;
  await changes.ofTenant((now) => ({ ...now, address: "registered" }));
  assert.equal(year.committed.length, 0);
  await Promise.all([
    changes.ofTenant((now) => ({ ...now, address: "current" })),
    changes.ofTenant((now) => ({ ...now, notify: { ...now.notify, confirmed: false } })),
  ]);
  assert.deepEqual(await settings.ofTenant(), {
    ...DEFAULT_TENANT_SETTINGS,
    address: "current",
    notify: { ...DEFAULT_TENANT_SETTINGS.notify, confirmed: false },
  });
});
