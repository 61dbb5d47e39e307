import assert from "node:assert/strict";
import { DEFAULT_GROUP_SETTINGS } from "./group_settings.ts";
import { DEFAULT_MAILS } from "./mail_template.ts";
import { changedSettings } from "./settings_event.ts";

Deno.test("what differs is told by its path with its new value, and nothing else", () => {
  const print = { ...DEFAULT_GROUP_SETTINGS.print, insurance: true };
  const after = { ...DEFAULT_GROUP_SETTINGS, print, printMyNumber: false };
  assert.deepEqual(changedSettings(DEFAULT_GROUP_SETTINGS, after), {
    "set.print.insurance": "on",
    "set.printMyNumber": "off",
  });
  assert.deepEqual(changedSettings(after, after), {});
});

Deno.test("of what people write freely only that it changed, or is theirs no more", () => {
  const mails = { ...DEFAULT_GROUP_SETTINGS.mails, reminded: { ...DEFAULT_MAILS.reminded, footer: "秘密" } };
  const after = { ...DEFAULT_GROUP_SETTINGS, notice: "秘密のお知らせ", mails };
  assert.deepEqual(changedSettings(DEFAULT_GROUP_SETTINGS, after), {
    "set.notice": "changed",
    "set.mails.reminded": "changed",
  });
  assert.deepEqual(changedSettings(after, DEFAULT_GROUP_SETTINGS), {
    "set.notice": "none",
    "set.mails.reminded": "none",
  });
});

Deno.test("再通知 and 受付終了日: each value that is new, and none where there is none any more", () => {
  const reminder = { baseOn: "2026-11-19", daysBefore: 8, everyDays: 2 };
  assert.deepEqual(changedSettings({ reminder: null }, { reminder }), {
    "set.reminder.baseOn": "2026-11-19",
    "set.reminder.daysBefore": 8,
    "set.reminder.everyDays": 2,
  });
  assert.deepEqual(changedSettings({ reminder }, { reminder: { ...reminder, everyDays: 3 } }), {
    "set.reminder.everyDays": 3,
  });
  assert.deepEqual(changedSettings({ reminder }, { reminder: null }), { "set.reminder": "none" });
  const deadline = { closesOn: "2026-11-30", closedMessage: "終わりました" };
  assert.deepEqual(changedSettings({ closesOn: null, closedMessage: null }, deadline), {
    "set.closesOn": "2026-11-30",
    "set.closedMessage": "changed",
  });
});
