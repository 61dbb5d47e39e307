import { type Reminder, reminderSchema } from "../domain/reminder.ts";
import { fieldErrors } from "./field_errors.ts";
import { textOf } from "./forms.ts";

/** 再通知 as its form shows it. */
export interface ReminderForm {
  values: Record<keyof Reminder, string>;
  /** 原因。対処。 by field. */
  errors: Partial<Record<keyof Reminder, string>>;
}

/** The form of what is stored. */
export function reminderForm(reminder: Reminder | null): ReminderForm {
  const values = {
    baseOn: reminder?.baseOn ?? "",
    daysBefore: String(reminder?.daysBefore ?? ""),
    everyDays: String(reminder?.everyDays ?? ""),
  };
  return { values, errors: {} };
}

/** What the form asks for, or the form again with what is wrong. Three empty fields are no 再通知. */
export function readReminder(form: FormData): { reminder: Reminder | null } | { form: ReminderForm } {
  const values = {
    baseOn: textOf(form, "base_on").trim(),
    daysBefore: textOf(form, "days_before").trim(),
    everyDays: textOf(form, "every_days").trim(),
  };
  if (Object.values(values).every((value) => value === "")) return { reminder: null };
  const read = reminderSchema.safeParse({
    baseOn: values.baseOn,
    daysBefore: daysOf(values.daysBefore),
    everyDays: daysOf(values.everyDays),
  });
  return read.success ? { reminder: read.data } : { form: { values, errors: fieldErrors(read.error) } };
}

/** A number as people type it, full-width digits too; undefined for what is none. */
function daysOf(text: string): number | undefined {
  const digits = text.normalize("NFKC");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
