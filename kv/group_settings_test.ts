import assert from "node:assert/strict";
import { DEFAULT_GROUP_SETTINGS, type GroupSettings, MAX_NOTICE } from "../domain/group_settings.ts";
import { MAX_BODY, MAX_FOOTER, MAX_SUBJECT } from "../domain/mail_template.ts";
import { DEFAULT_TENANT_SETTINGS } from "../domain/tenant_settings.ts";
import { createGroup, groupChangesOf } from "./group_changes.ts";
import { commitChange } from "./guarded.ts";
import { storesOf } from "./stores.ts";
import { openTestYear, TEST_YEAR } from "./test_year.ts";

/** A year with one group, and a way to store its settings. */
async function openGroup() {
  const year = await openTestYear();
  const group = { v: 1 as const, id: "g1", name: "本社", createdAt: 1, closesOn: null };
  await createGroup(year.kv, year.committer, TEST_YEAR, group);
  const { settings, members } = year.stores;
  const save = (next: GroupSettings) =>
    commitChange(year.kv, year.committer, {
      guards: [members.guard("g1")],
      compute: () => Promise.resolve(settings.putGroup("g1", next)),
    });
  return { ...year, save };
}

Deno.test("a group has the product's settings until it has its own, and they are no other group's", async () => {
  using year = await openGroup();
  assert.deepEqual(await year.stores.settings.ofGroup("g1"), DEFAULT_GROUP_SETTINGS);
  const own: GroupSettings = {
    ...DEFAULT_GROUP_SETTINGS,
    notice: "社内便で提出してください。",
    reminder: { baseOn: "2026-11-19", daysBefore: 8, everyDays: 2 },
  };
  await year.save(own);
  assert.deepEqual(await year.stores.settings.ofGroup("g1"), own);
  assert.deepEqual(await year.stores.settings.ofGroup("g2"), DEFAULT_GROUP_SETTINGS);
});

Deno.test("the longest texts fit one value, whatever characters they are of", async () => {
  using year = await openGroup();
  const mail = {
    subject: "𠮷".repeat(MAX_SUBJECT),
    body: "𠮷".repeat(MAX_BODY),
    footer: "𠮷".repeat(MAX_FOOTER),
  };
  const longest: GroupSettings = {
    ...DEFAULT_GROUP_SETTINGS,
    notice: "𠮷".repeat(MAX_NOTICE),
    mails: { requested: mail, confirmed: mail, reminded: mail, expired: mail },
    reminder: { baseOn: "2026-11-19", daysBefore: 90, everyDays: 30 },
  };
  await year.save(longest);
  assert.deepEqual(await year.stores.settings.ofGroup("g1"), longest);
});

Deno.test("settings go with their group", async () => {
  using year = await openGroup();
  await year.save({ ...DEFAULT_GROUP_SETTINGS, notice: "あと3日です。" });
  await groupChangesOf(year.kv, year.committer, TEST_YEAR).remove("g1");
  assert.deepEqual(await year.stores.settings.ofGroup("g1"), DEFAULT_GROUP_SETTINGS);
});

Deno.test("a change of settings names what it rests on", async () => {
  using year = await openGroup();
  const { kv, committer, stores: { settings, groups } } = year;
  for (
    const write of [
      settings.putGroup("g1", DEFAULT_GROUP_SETTINGS),
      settings.putTenant(DEFAULT_TENANT_SETTINGS),
    ]
  ) {
    const blind = { guards: [groups.guard()], compute: () => Promise.resolve(write) };
    await assert.rejects(commitChange(kv, committer, blind), /overtaken/);
  }
});

Deno.test("a company's settings hold for every year, and for no other company", async () => {
  using year = await openTestYear();
  const { kv, committer, stores: { settings } } = year;
  assert.deepEqual(await settings.ofTenant(), DEFAULT_TENANT_SETTINGS);
  const own = { ...DEFAULT_TENANT_SETTINGS, address: "current_january" as const };
  await commitChange(kv, committer, {
    guards: [settings.tenantGuard()],
    compute: () => Promise.resolve(settings.putTenant(own)),
  });
  assert.deepEqual(await storesOf(kv, { ...TEST_YEAR, year: 2027 }).settings.ofTenant(), own);
  assert.deepEqual(
    await storesOf(kv, { ...TEST_YEAR, id: "other" }).settings.ofTenant(),
    DEFAULT_TENANT_SETTINGS,
  );
});
