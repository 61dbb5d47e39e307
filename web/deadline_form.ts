import { z } from "zod";
import { DEFAULT_CLOSED_MESSAGE, FIRST_DATE, isDate } from "../domain/deadline.ts";
import { type Group, MAX_CLOSED_MESSAGE } from "../domain/group.ts";
import { writtenText } from "../domain/text.ts";
import type { Deadline } from "../kv/group_changes.ts";
import { fieldErrors } from "./field_errors.ts";
import { textOf } from "./forms.ts";

/** 締切 as its form shows it. */
export interface DeadlineForm {
  values: { closesOn: string; closedMessage: string };
  /** 原因。対処。 by field. */
  errors: { closesOn?: string; closedMessage?: string };
}

/** The form of what is stored; a group without a message of its own shows the product's. */
export function deadlineForm({ closesOn, closedMessage }: Group): DeadlineForm {
  const values = { closesOn: closesOn ?? "", closedMessage: closedMessage ?? DEFAULT_CLOSED_MESSAGE };
  return { values, errors: {} };
}

const formSchema = z.object({
  closesOn: z.string().refine(
    (date) => date === "" || (isDate(date) && date >= FIRST_DATE),
    "受付終了日が正しくありません。実在する日付を入力してください。",
  ),
  closedMessage: writtenText({ max: MAX_CLOSED_MESSAGE, optional: true }),
});

/** What the form asks for, or the form again with what is wrong. Nothing, and the product's words, are no message. */
export function readDeadline(form: FormData): { deadline: Deadline } | { form: DeadlineForm } {
  const values = {
    closesOn: textOf(form, "closes_on").trim(),
    closedMessage: textOf(form, "closed_message"),
  };
  const read = formSchema.safeParse(values);
  if (!read.success) return { form: { values, errors: fieldErrors(read.error) } };
  const { closesOn, closedMessage } = read.data;
  const own = closedMessage !== "" && closedMessage !== DEFAULT_CLOSED_MESSAGE;
  return {
    deadline: { closesOn: closesOn === "" ? null : closesOn, closedMessage: own ? closedMessage : null },
  };
}
