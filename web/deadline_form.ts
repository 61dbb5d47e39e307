import { DEFAULT_CLOSED_MESSAGE, isDate } from "../domain/deadline.ts";
import { type Group, MAX_CLOSED_MESSAGE } from "../domain/group.ts";
import type { Deadline } from "../kv/group_changes.ts";
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

/** What the form asks for, or the form again with what is wrong. Nothing, and the product's words, are no message. */
export function readDeadline(form: FormData): { deadline: Deadline } | { form: DeadlineForm } {
  const closesOn = textOf(form, "closes_on").trim();
  const closedMessage = textOf(form, "closed_message").replaceAll("\r\n", "\n").trim();
  const errors: DeadlineForm["errors"] = {};
  if (closesOn !== "" && !isDate(closesOn)) {
    errors.closesOn = "受付終了日が正しくありません。実在する日付を入力してください。";
  }
  const count = [...closedMessage].length;
  if (count > MAX_CLOSED_MESSAGE) {
    errors.closedMessage =
      `文字数が上限を超えています（${count}文字）。${MAX_CLOSED_MESSAGE}文字以内にしてください。`;
  }
  if (Object.keys(errors).length > 0) return { form: { values: { closesOn, closedMessage }, errors } };
  const own = closedMessage !== "" && closedMessage !== DEFAULT_CLOSED_MESSAGE;
  return {
    deadline: { closesOn: closesOn === "" ? null : closesOn, closedMessage: own ? closedMessage : null },
  };
}
