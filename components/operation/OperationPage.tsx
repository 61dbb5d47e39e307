import type { MenuItem } from "../../jobs/service.ts";
import { Button, LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { type Problem, ProblemMessage } from "../ProblemMessage.tsx";
import { Afterwards } from "./Afterwards.tsx";
import { type Choices, choicesOf } from "./choices.ts";
import { sentence } from "./check_form.ts";
import { OperationFields } from "./OperationFields.tsx";
import { PlainFields } from "./PlainFields.tsx";

interface Props {
  item: MenuItem;
  group: { id: string; name: string } | null;
  /** Idempotency key of this form. */
  operationKey: string;
  returnTo: string;
  /** What was chosen in the form just sent. */
  chosen?: Choices;
  /** Fields of the page that the operation works on, such as the chosen people. */
  extra?: readonly (readonly [name: string, value: string])[];
  /** Why the server refused the form just sent. */
  problem?: Problem & { code?: string };
}

/** The dialog of an operation as a page of its own: a plain form, for browsers without JavaScript. */
export function OperationPage({ item, group, operationKey, returnTo, chosen, extra, problem }: Props) {
  const { dialog } = item;
  const passwordError = problem?.code === "wrong_password" ? sentence("wrong_password") : undefined;
  return (
    <div class="max-w-[44rem] mx-auto">
      <DocumentTitle title={dialog.title} />
      <PageTitle title={dialog.title} back={{ href: returnTo, label: "元の画面に戻る" }} />
      {problem && (
        <div class="mb-6">
          <NotificationBar tone="error">
            <ProblemMessage {...problem} />
          </NotificationBar>
        </div>
      )}
      <Card>
        <form method="post" action="/background-jobs" encType="multipart/form-data">
          {group && <p class="mb-2 font-bold">対象：{group.name}</p>}
          {dialog.description.map((text) => <p key={text} class="mb-2">{text}</p>)}
          <OperationFields
            item={item}
            group={group?.id ?? null}
            operationKey={operationKey}
            returnTo={returnTo}
            extra={extra}
          />
          <PlainFields
            dialog={dialog}
            chosen={choicesOf(dialog.fields, chosen)}
            passwordError={passwordError}
          />
          <Afterwards item={item} />
          <div class="flex flex-wrap justify-end gap-2 mt-6">
            <LinkButton href={returnTo}>キャンセル</LinkButton>
            <Button type="submit" look={dialog.destroys ? "danger" : "main"}>{dialog.button}</Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
