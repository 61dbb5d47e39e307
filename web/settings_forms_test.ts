import assert from "node:assert/strict";
import { DEFAULT_DOCUMENT_SETTINGS } from "../domain/document_settings.ts";
import { DEFAULT_MAILS } from "../domain/mail_template.ts";
import { DEFAULT_TENANT_SETTINGS } from "../domain/tenant_settings.ts";
import { documentForm, readDocumentSettings } from "./document_settings_form.ts";
import { mailIn, readMail } from "./mail_form.ts";
import { notificationsForm, readNotifications } from "./notifications_form.ts";
import { readReminder, reminderForm } from "./reminder_form.ts";

/** A form that holds these fields. */
function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

Deno.test("書類・原本設定: what the form shows is what it sends back", () => {
  const settings = {
    ...DEFAULT_DOCUMENT_SETTINGS,
    print: { ...DEFAULT_DOCUMENT_SETTINGS.print, insurance: true },
    pictures: { ...DEFAULT_DOCUMENT_SETTINGS.pictures, abroad: "required" as const },
    makeInsurance: true,
  };
  const { values } = documentForm(settings);
  assert.equal(Object.keys(values).length, 13);
  assert.deepEqual(readDocumentSettings(formOf(values)), { settings });
});

Deno.test("書類・原本設定: what was not chosen, or is none of the choices, is told at its field", () => {
  const { values } = documentForm(DEFAULT_DOCUMENT_SETTINGS);
  const { printMyNumber: _, ...rest } = values;
  const read = readDocumentSettings(formOf({ ...rest, "pictures.insurance": "maybe" }));
  assert.ok("form" in read);
  assert.deepEqual(Object.keys(read.form.errors).toSorted(), ["pictures.insurance", "printMyNumber"]);
  assert.equal(read.form.values["print.insurance"], "0");
});

Deno.test("メール: the product's words are none of the group's own, whatever ends their lines", () => {
  const crlf = DEFAULT_MAILS.requested.body.replaceAll("\n", "\r\n");
  assert.deepEqual(readMail("requested", formOf({ ...DEFAULT_MAILS.requested, body: crlf })), { own: null });
  const own = { subject: "s", body: "b", footer: "" };
  assert.deepEqual(readMail("requested", formOf(own)), { own });
  assert.deepEqual(readMail("expired", formOf(DEFAULT_MAILS.requested as never)), {
    own: DEFAULT_MAILS.requested,
  });
});

Deno.test("メール: what is wrong is told at its field, and what was typed is kept", () => {
  const template = { subject: "", body: "あ".repeat(2001), footer: " f" };
  const read = readMail("requested", formOf(template));
  assert.ok("form" in read);
  assert.deepEqual(read.form.template, template);
  assert.match(read.form.errors.subject!, /入力されていません/);
  assert.match(read.form.errors.body!, /2001文字.*2,000文字以内/);
  assert.equal(read.form.errors.footer, undefined);
});

Deno.test("メール: the address names a mail, the first where it names none", () => {
  const asked = (search: string) => mailIn(new URL(`http://localhost/mails${search}`));
  assert.equal(asked(""), "requested");
  assert.equal(asked("?mail=expired"), "expired");
  assert.equal(asked("?mail=returned"), null);
});

Deno.test("再通知: three fields or none, in digits of any width", () => {
  const reminder = { baseOn: "2026-11-19", daysBefore: 8, everyDays: 2 };
  const fields = { base_on: "2026-11-19", days_before: "８", every_days: " 2 " };
  assert.deepEqual(readReminder(formOf(fields)), { reminder });
  assert.deepEqual(readReminder(formOf({})), { reminder: null });
  assert.deepEqual(reminderForm(reminder).values, { baseOn: "2026-11-19", daysBefore: "8", everyDays: "2" });
  assert.deepEqual(reminderForm(null).values, { baseOn: "", daysBefore: "", everyDays: "" });
});

Deno.test("再通知: what is missing or no number is told at its field, and what was typed is kept", () => {
  const read = readReminder(formOf({ base_on: "", days_before: "-1", every_days: "2.5" }));
  assert.ok("form" in read);
  assert.deepEqual(read.form.values, { baseOn: "", daysBefore: "-1", everyDays: "2.5" });
  assert.match(read.form.errors.baseOn!, /実在する日付/);
  assert.match(read.form.errors.daysBefore!, /0から90まで/);
  assert.match(read.form.errors.everyDays!, /1から30まで/);
});

Deno.test("通知設定: what the form shows is what it sends back; each has to be chosen", () => {
  const notify = { ...DEFAULT_TENANT_SETTINGS.notify, reanswered: false };
  const { values } = notificationsForm(notify);
  assert.deepEqual(readNotifications(formOf(values as Record<string, string>)), { notify });
  const read = readNotifications(formOf({ answered: "1" }));
  assert.ok("form" in read);
  assert.deepEqual(Object.keys(read.form.errors), ["reanswered", "confirmed"]);
});
