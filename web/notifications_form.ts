import {
  type Notification,
  NOTIFICATIONS,
  type TenantSettings,
  tenantSettingsSchema,
} from "../domain/tenant_settings.ts";
import { fieldErrors } from "./field_errors.ts";
import { textOf } from "./forms.ts";
import { yesNoOf, yesNoText } from "./yes_no.ts";

type Notify = TenantSettings["notify"];

/** 通知設定 as its form shows it. */
export interface NotificationsForm {
  values: Partial<Record<Notification, string>>;
  /** 原因。対処。 by field. */
  errors: Partial<Record<Notification, string>>;
}

const formSchema = tenantSettingsSchema.shape.notify;

/** The form of what is stored. */
export function notificationsForm(notify: Notify): NotificationsForm {
  return { values: byName((name) => yesNoText(notify[name])), errors: {} };
}

/** What the form asks for, or the form again with what is wrong. */
export function readNotifications(form: FormData): { notify: Notify } | { form: NotificationsForm } {
  const read = formSchema.safeParse(byName((name) => yesNoOf(form, name)));
  if (read.success) return { notify: read.data };
  return { form: { values: byName((name) => textOf(form, name)), errors: fieldErrors(read.error) } };
}

function byName<T>(valueOf: (name: Notification) => T): Record<Notification, T> {
  return Object.fromEntries(NOTIFICATIONS.map((name) => [name, valueOf(name)])) as Record<Notification, T>;
}
